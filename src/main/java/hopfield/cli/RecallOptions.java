package hopfield.cli;

import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import picocli.CommandLine.Option;

/** The options that say how a cue is recalled. */
final class RecallOptions {
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
    private KernelPolicy kernel;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Steps or sweeps before a recall gives up. Default: ${DEFAULT-VALUE}.")
    private int maxSteps;

    boolean clamp() {
        return clamp;
    }

    Update update() {
        return update;
    }

    double temperature() {
        return temperature;
    }

    KernelPolicy kernel() {
        return kernel;
    }

    int maxSteps() {
        return maxSteps;
    }
}
