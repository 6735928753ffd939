package hopfield.cli;

import hopfield.BadInput;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads any bytes as a configuration, and its rules and noises as such: they are refused, or mean what they say. */
public final class ConfigFuzzer {
    private ConfigFuzzer() {}

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            Properties properties = ConfigFile.read(new ByteArrayInputStream(bytes), "FILE");
            CommandLine line = new CommandLine(new SweepCommand()).setCaseInsensitiveEnumValuesAllowed(true);
            for (String rule : properties.getProperty("rule", "").split("\\s*,\\s*")) {
                check(rule);
            }
            for (String noise : properties.getProperty("noise", "").split("\\s*;\\s*")) {
                checkNoise(noise);
            }
            ConfigFile.applyTo(line, properties, "FILE");
            line.parseArgs();
        } catch (BadInput | ParameterException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word");
            }
        } catch (IllegalArgumentException refused) {
            if (!String.valueOf(refused.getMessage()).contains("encoding")) {
                throw refused;
            }
        }
    }

    private static void check(String text) {
        try {
            Rule rule = Rule.of(text);
            if (!Rule.of(rule.label()).equals(rule)) {
                throw new AssertionError(text + " is " + rule.label() + ", which is another rule");
            }
        } catch (BadInput refused) {
            if (!refused.getMessage().contains("expected")
                    && !refused.getMessage().contains("write")) {
                throw new AssertionError(refused.getMessage());
            }
        }
    }

    private static void checkNoise(String text) {
        try {
            for (Noise noise : NoiseKind.parse(text)) {
                if (!(noise.level() >= 0) || Double.isInfinite(noise.level())) {
                    throw new AssertionError(text + " has level " + noise.level());
                }
            }
        } catch (BadInput refused) {
            if (!refused.getMessage().startsWith("noise ")) {
                throw new AssertionError(refused.getMessage());
            }
        }
    }
}
