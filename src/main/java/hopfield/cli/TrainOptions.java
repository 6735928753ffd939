package hopfield.cli;

import hopfield.memory.Rule;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is stored and how: of {@link TrainCommand}, and of {@link PlanTrainCommand} likewise. */
final class TrainOptions {
    @Mixin
    private ImageOptions images;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "centred",
            description =
                    "The learning rule: hebbian, centred, storkey, projection, dense:DEGREE, modern:BETA, nearest."
                            + " Default: ${DEFAULT-VALUE}.")
    private String rule;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The root of images that are generated. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--block-size",
            paramLabel = "N",
            defaultValue = "1024",
            description = "Rows and columns of a block of the weight matrix. Default: ${DEFAULT-VALUE}.")
    private int blockSide;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file of these options, by long name.")
    private String config;

    ImageOptions images() {
        return images;
    }

    Rule rule() {
        return Rule.of(rule);
    }

    long seed() {
        return seed;
    }

    int blockSide() {
        return blockSide;
    }
}
