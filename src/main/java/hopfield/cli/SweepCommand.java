package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.Images;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.Kernels;
import hopfield.recall.Update;
import hopfield.spark.SweepOptions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recalls every noisy image under every rule, load and noise level, and reports what was restored. */
@Command(
        name = "sweep",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] sweep [options]",
        description =
                "Stores images in Hopfield networks and recalls noisy ones: every rule at every load under every noise"
                        + " level. Writes metrics/, run.json, gallery.json, capacity.csv, capacity.parquet, report.html and report.md.%n")
final class SweepCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--images",
            paramLabel = "SOURCE",
            defaultValue = "mnist",
            description = "Where images come from: " + Images.FORMS + ". Default: ${DEFAULT-VALUE}.")
    private String images;

    @Option(names = "--limit", paramLabel = "N", description = "Use only the first N images.")
    private Integer limit;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            split = "\\s*,\\s*",
            splitSynopsisLabel = ",",
            defaultValue = "hebbian,centred",
            description = "Learning rules: hebbian, centred, storkey, projection, dense:DEGREE, modern:BETA,"
                    + " nearest. Default: ${DEFAULT-VALUE}.")
    private List<String> rules;

    @Option(
            names = "--patterns",
            paramLabel = "P",
            split = "\\s*,\\s*",
            splitSynopsisLabel = ",",
            defaultValue = "3,5,8,12,20",
            description = "Loads: patterns stored in a network. Default: ${DEFAULT-VALUE}.")
    private List<Integer> loads;

    @Option(
            names = "--order",
            defaultValue = "shuffled",
            description = "The deck's order, from which networks are dealt: ${COMPLETION-CANDIDATES}. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Deck.Order order;

    @Option(
            names = "--networks",
            paramLabel = "N|all",
            defaultValue = "1",
            description =
                    "Networks dealt at each load, no image in two of them; all: as many as the deck holds. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String networks;

    @Option(
            names = "--probe",
            defaultValue = "stored",
            description = "Images recalled: all, or those stored, each by its own network. Default: ${DEFAULT-VALUE}.")
    private SweepOptions.Probed probed;

    @Option(
            names = "--noise",
            paramLabel = "KIND=LEVEL,...",
            split = "\\s*;\\s*",
            splitSynopsisLabel = ";",
            defaultValue = "flip=0,0.1,0.2,0.3,0.4",
            description =
                    "How cues are corrupted; repeatable. Share of pixels: flip, salt-pepper (on average), flip-exact."
                            + " Sigma on the +-1 image: gaussian (binary cue), gaussian-analog (real values into the"
                            + " first step). Share masked: square, rows (the lowest), pixels, frame. Default:"
                            + " ${DEFAULT-VALUE}.")
    private List<String> noises;

    @Option(
            names = "--clamp",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            defaultValue = "false",
            description = "Hold the pixels that a mask leaves during recall, which is inpainting. Default:"
                    + " ${DEFAULT-VALUE}.")
    private boolean clamp;

    @Option(
            names = "--update",
            defaultValue = "sync",
            description = "Neurons updated all at once (sync) or one by one (async). Default: ${DEFAULT-VALUE}.")
    private Update update;

    @Option(
            names = "--temperature",
            paramLabel = "T",
            defaultValue = "0",
            description =
                    "Above 0, async updates are a heat bath: up with probability 1/(1+exp(-2h/T)), for --max-steps"
                            + " sweeps. Default: ${DEFAULT-VALUE}.")
    private double temperature;

    @Option(
            names = "--kernel",
            defaultValue = "auto",
            description = "What computes synchronous steps and the first fields of async recalls:"
                    + " ${COMPLETION-CANDIDATES}; the same rows by any. Default: ${DEFAULT-VALUE}.")
    private Kernels kernel;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Steps or sweeps before a recall gives up. Default: ${DEFAULT-VALUE}.")
    private int maxSteps;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "1",
            description = "Cues made of each image at each level. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The root of all randomness; the same seed gives the same rows. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--block-size",
            paramLabel = "N",
            defaultValue = "1024",
            description = "Rows and columns of a block of the weight matrix in training. Default: ${DEFAULT-VALUE}.")
    private int blockSide;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the run goes, on any Hadoop file system. Default: out/sweep-DATE-TIME.")
    private String out;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file of these options, by long name.")
    private String config;

    @Override
    public void run() {
        run(Fallback.NONE, "sweep");
    }

    /** What to do where MNIST is not to be had. */
    enum Fallback {
        /** End, saying so. */
        NONE,
        /** Use the built-in digits, saying so. */
        BUILT_IN_DIGITS
    }

    void run(Fallback fallback, String name) {
        SweepOptions options = new SweepOptions(
                rules.stream().map(rule -> Rule.of(rule)).toList(),
                loads,
                order,
                networks(),
                probed,
                noises.stream()
                        .flatMap(noise -> NoiseKind.parse(noise).stream())
                        .toList(),
                clamp,
                update,
                temperature,
                kernel,
                maxSteps,
                trials,
                seed,
                blockSide);
        String folder = out != null ? out : freshFolder(name);
        new SweepRun(options, images, Optional.ofNullable(limit), folder, given()).run(fallback);
    }

    /** Every option's value as it stands after file and command line, by name: what reproduces the run. */
    private Map<String, Object> given() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (OptionSpec option : spec.options()) {
            Object value = option.getValue();
            if (value != null
                    && !option.usageHelp()
                    && !option.versionHelp()
                    && !option.longestName().equals("--config")) {
                values.put(
                        option.longestName().substring(2),
                        value instanceof List<?> list
                                ? list.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(
                                                option.splitRegex().contains(";") ? "; " : ","))
                                : value instanceof Enum<?> name ? name.name().toLowerCase(Locale.ROOT) : value);
            }
        }
        return values;
    }

    private OptionalInt networks() {
        if (networks.equals("all")) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(networks));
        } catch (NumberFormatException e) {
            throw new BadInput("--networks must be a number or 'all', was '" + networks + "'", e);
        }
    }

    static String freshFolder(String command) {
        return "out/" + command + "-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
    }
}
