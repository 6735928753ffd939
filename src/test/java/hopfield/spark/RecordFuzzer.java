package hopfield.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads any bytes as what an earlier run left for {@code --resume}: they are refused, or written back as they were read. */
public final class RecordFuzzer {
    private RecordFuzzer() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            FinishedMemory memory = FinishedMemory.read(new ByteArrayInputStream(bytes));
            if (!FinishedMemory.read(new ByteArrayInputStream(memory.json())).equals(memory)) {
                throw new AssertionError("not what was read: " + memory);
            }
        } catch (IOException refused) {
            // As it should be.
        }
        try {
            RunIdentity identity = RunIdentity.read(new ByteArrayInputStream(bytes));
            if (!identity.differencesTo(identity).isEmpty()) {
                throw new AssertionError("not itself: " + identity);
            }
        } catch (IOException refused) {
            // As it should be.
        }
    }
}
