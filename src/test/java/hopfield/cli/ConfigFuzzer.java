package hopfield.cli;

import hopfield.BadInput;
import hopfield.fuzz.Seed;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.report.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads any bytes as a configuration, and its rules and noises as such: they are refused, or mean what they say. */
public final class ConfigFuzzer {
    private ConfigFuzzer() {}

    /** Configurations, and what a run writes of its own. */
    public static List<Seed> seeds() throws IOException {
        Map<String, Object> options =
                Map.of("images", "digits:9", "rule", "hebbian", "patterns", "3,5", "noise", "flip=0,0.1", "trials", 1);
        Map<String, Object> data = Map.of("width", 8, "height", 8, "classes", List.of("a", "b"));
        return List.of(
                new Seed(
                        "config",
                        Files.readAllBytes(Path.of("conf/rules-70k.properties")),
                        ConfigFuzzer::configuration),
                new Seed(
                        "noise",
                        "noise = flip=0,0.1; gaussian-analog=1;square=.5\nclamp=true\nseed=9"
                                .getBytes(StandardCharsets.UTF_8),
                        ConfigFuzzer::configuration),
                new Seed(
                        "run",
                        Json.pretty(Map.of("options", options, "data", data)).getBytes(StandardCharsets.UTF_8),
                        ConfigFuzzer::record));
    }

    private static void configuration(byte[] bytes) throws IOException {
        Properties properties = ConfigFile.read(new ByteArrayInputStream(bytes), "FILE");
        for (String rule : properties.getProperty("rule", "hebbian").split("\\s*,\\s*")) {
            Rule.of(rule);
        }
        for (String noise : properties.getProperty("noise", "flip=0").split("\\s*;\\s*")) {
            NoiseKind.parse(noise);
        }
        parse(properties);
    }

    private static void parse(Properties properties) {
        CommandLine line = new CommandLine(new SweepCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        ConfigFile.applyTo(line, properties, "FILE");
        line.parseArgs();
    }

    private static void record(byte[] bytes) {
        RunOptions run = RunOptions.read(new String(bytes, StandardCharsets.UTF_8));
        if (run.width().orElse(1) < 1 || run.neurons().orElse(1) < 1 || run.trials() < 1) {
            throw new AssertionError("cannot be: " + run);
        }
        run.kinds();
        run.classes();
        run.warnings(List.of(), 1);
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            Properties properties = ConfigFile.read(new ByteArrayInputStream(bytes), "FILE");
            for (String rule : properties.getProperty("rule", "").split("\\s*,\\s*")) {
                check(rule);
            }
            for (String noise : properties.getProperty("noise", "").split("\\s*;\\s*")) {
                checkNoise(noise);
            }
            parse(properties);
        } catch (BadInput | ParameterException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word");
            }
        } catch (IllegalArgumentException refused) {
            if (!String.valueOf(refused.getMessage()).contains("encoding")) {
                throw refused;
            }
        }
        try {
            record(bytes);
        } catch (IllegalArgumentException refused) {
            if (refused.getMessage() == null || !refused.getMessage().startsWith("it ")) {
                throw new AssertionError("not what is wrong with it: " + refused.getMessage(), refused);
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
