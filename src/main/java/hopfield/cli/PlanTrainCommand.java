package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.DeckSize;
import hopfield.image.HadoopFiles;
import hopfield.pattern.Seed;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.spark.Cluster;
import hopfield.spark.MeasuredCosts;
import hopfield.spark.PlannedMemory;
import hopfield.spark.TrainPlanner;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what {@link TrainCommand} would take, with its options; runs no job and writes nothing. */
@Command(
        name = "train",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] plan train [options of train]",
        description =
                "Predicts operations, bytes, memory and time of a training, from sizes and from this machine's costs,"
                        + " measured in some seconds. Runs no Spark job and writes nothing.%n")
final class PlanTrainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainOptions train;

    @Option(names = "--out", paramLabel = "MODEL", description = "Where train would save the model; not looked at.")
    private String out;

    @Mixin
    private StatedCluster stated;

    @Override
    public void run() {
        spec.parent().commandLine().getParseResult().matchedOptions().stream()
                .findFirst()
                .ifPresent(option -> {
                    throw new BadInput(
                            option.longestName() + " stands before 'train'; give options of train behind it");
                });
        List<Cluster> clusters = stated.besides(Cluster.of(new SparkConf()));
        HadoopFiles files = new HadoopFiles(Sessions.hadoop());
        DeckSize deck = train.images().size(files, new Seed(train.seed()));
        MeasuredCosts costs = new MeasuredCosts(KernelPolicy.AUTO, List.of(), 1);
        List<String> results = new ArrayList<>();
        for (Cluster cluster : clusters) {
            List<PlannedMemory> plan =
                    List.of(new TrainPlanner(deck, train.blockSide(), cluster, costs).plan(train.rule()));
            System.out.print(PlanText.of(deck, cluster, "weights are made by tasks where the rule allows it", plan));
            results.add(PlanText.result(cluster, plan));
        }
        System.out.printf("%n%s%n", String.join("; ", results));
    }
}
