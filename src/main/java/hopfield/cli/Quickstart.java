package hopfield.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** The run without a command: a small sweep of both rules, on MNIST where it is to be had, else on built-in digits. */
final class Quickstart {
    private static final String CONFIG = "/quickstart.properties";

    private Quickstart() {}

    static void run() {
        SweepCommand sweep = new SweepCommand();
        CommandLine line = new CommandLine(sweep).setCaseInsensitiveEnumValuesAllowed(true);
        try (InputStream in = Quickstart.class.getResourceAsStream(CONFIG)) {
            ConfigFile.applyTo(line, ConfigFile.read(in, CONFIG), CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.parseArgs();
        sweep.run(SweepCommand.Fallback.BUILT_IN_DIGITS, "quickstart");
    }
}
