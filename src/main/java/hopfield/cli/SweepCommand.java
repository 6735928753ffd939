package hopfield.cli;

import hopfield.BadInput;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.pattern.Threshold;
import hopfield.spark.RunFolder;
import hopfield.spark.SweepOptions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ImageOptions images;

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

    @Mixin
    private RecallOptions recall;

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
            names = "--broadcast-limit",
            paramLabel = "BYTES",
            description =
                    "The largest weight matrix that is broadcast, as 512m; a larger one stays spread over the cluster"
                            + " and states travel, with the same results. Default: an eighth of an executor's memory.")
    private String broadcastLimit;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the run goes, on any Hadoop file system. Default: out/sweep-DATE-TIME.")
    private String out;

    @Option(
            names = "--resume",
            description = "Finish the run that --out holds: what is finished there is kept. Every other option must be"
                    + " as it was.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replace the run that --out holds.")
    private boolean overwrite;

    @Option(names = "--event-log", paramLabel = "DIR", description = "Where Spark logs the run for its history server.")
    private String eventLog;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file of these options, by long name.")
    private String config;

    @Override
    public void run() {
        run(Fallback.NONE, "sweep");
    }

    /** The way out where MNIST is not to be had. */
    enum Fallback {
        /** End, saying so. */
        NONE,
        /** Use the built-in digits, saying so. */
        BUILT_IN_DIGITS
    }

    void run(Fallback fallback, String name) {
        String folder = out != null ? out : freshFolder(name);
        SweepRun.Place place = new SweepRun.Place(folder, how(), Optional.ofNullable(eventLog));
        Map<String, Object> given = GivenOptions.of(spec);
        given.putIfAbsent("threshold", images.threshold(Threshold.HALF).label());
        new SweepRun(options(), images, place, given).run(fallback);
    }

    /** The sweep that the options ask for. */
    SweepOptions options() {
        return new SweepOptions(
                rules.stream().map(rule -> Rule.of(rule)).toList(),
                loads,
                order,
                networks(),
                probed,
                noises.stream()
                        .flatMap(noise -> NoiseKind.parse(noise).stream())
                        .toList(),
                recall.clamp(),
                recall.update(),
                recall.temperature(),
                recall.kernel(),
                recall.maxSteps(),
                trials,
                seed,
                blockSide,
                Bytes.limit(broadcastLimit));
    }

    /** Which images. */
    ImageOptions images() {
        return images;
    }

    private RunFolder.How how() {
        if (resume && overwrite) {
            throw new BadInput("--resume keeps what --overwrite removes; give one of them");
        }
        if ((resume || overwrite) && out == null) {
            throw new BadInput((resume ? "--resume" : "--overwrite") + " needs the run's folder; give --out DIR");
        }
        return resume ? RunFolder.How.RESUME : overwrite ? RunFolder.How.OVERWRITE : RunFolder.How.NEW;
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
