package hopfield.fuzz;

import hopfield.cli.ConfigFuzzer;
import hopfield.image.IdxFuzzer;
import hopfield.spark.ModelFuzzer;
import hopfield.spark.RecordFuzzer;
import java.io.IOException;

/** Gives any bytes to each of the readers: a process and an instrumentation for all of them, and what is new to any is kept. */
public final class ReadersFuzzer {
    private ReadersFuzzer() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        IdxFuzzer.fuzzerTestOneInput(bytes);
        ConfigFuzzer.fuzzerTestOneInput(bytes);
        RecordFuzzer.fuzzerTestOneInput(bytes);
        ModelFuzzer.fuzzerTestOneInput(bytes);
    }
}
