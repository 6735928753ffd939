package hopfield.cli;

import hopfield.noise.NoiseKind;
import hopfield.spark.RestoreOptions;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restores pictures with a memory that {@link TrainCommand} saved. */
@Command(
        name = "restore",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] restore --model MODEL [options]",
        description =
                "Restores pictures with a saved network: as they are given or, with --noise, corrupted first and then"
                        + " scored against their originals. Writes restored/, sheet.png, run.json and, with --noise, metrics/.%n")
final class RestoreCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = "The folder that train wrote.")
    private String model;

    @Mixin
    private ImageOptions images;

    @Option(
            names = "--noise",
            paramLabel = "KIND=LEVEL",
            description =
                    "Corrupt every picture first, by one of sweep's noises at one level. Default: restore them as they"
                            + " are.")
    private String noise;

    @Mixin
    private RecallOptions recall;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "The root of all randomness; the same seed gives the same pictures. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--broadcast-limit",
            paramLabel = "BYTES",
            description =
                    "The largest weight matrix that is broadcast, as 512m; a larger one is read where it stays, spread"
                            + " over the cluster. Default: an eighth of an executor's memory.")
    private String broadcastLimit;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the pictures go, on any Hadoop file system. Default: out/restore-DATE-TIME.")
    private String out;

    @Option(names = "--config", paramLabel = "FILE", description = "A properties file of these options, by long name.")
    private String config;

    @Override
    public void run() {
        RestoreOptions options = new RestoreOptions(
                noise == null ? List.of() : NoiseKind.parse(noise),
                recall.clamp(),
                recall.update(),
                recall.temperature(),
                recall.kernel(),
                recall.maxSteps(),
                seed);
        new RestoreRun(
                        options,
                        Bytes.limit(broadcastLimit),
                        model,
                        images,
                        out != null ? out : SweepCommand.freshFolder("restore"),
                        GivenOptions.of(spec))
                .run();
    }
}
