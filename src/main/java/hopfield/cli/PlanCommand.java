package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.DeckSize;
import hopfield.image.HadoopFiles;
import hopfield.pattern.Seed;
import hopfield.spark.Cluster;
import hopfield.spark.MeasuredCosts;
import hopfield.spark.PlannedMemory;
import hopfield.spark.Planner;
import hopfield.spark.SweepOptions;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a sweep would take, on this cluster and on another; runs no job and writes nothing. */
@Command(
        name = "plan",
        sortOptions = false,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] plan [sweep|train] [its options]",
        description =
                "Predicts operations, bytes, memory and time of a sweep, or with 'plan train' of a training, from sizes"
                        + " and from this machine's costs, measured in some seconds. Runs no Spark job and writes nothing.%n",
        subcommands = PlanTrainCommand.class)
final class PlanCommand implements Runnable {
    /** Commands that can be planned with the options of {@link SweepCommand}. */
    enum Verb {
        SWEEP
    }

    @Parameters(arity = "0..1", paramLabel = "sweep|train", description = "What is planned. Default: sweep.")
    private Verb verb;

    @Mixin
    private SweepCommand sweep;

    @Mixin
    private StatedCluster stated;

    @Override
    public void run() {
        SweepOptions options = sweep.options();
        options.kernels().check();
        List<Cluster> clusters = stated.besides(Cluster.of(new SparkConf()));
        HadoopFiles files = new HadoopFiles(Sessions.hadoop());
        DeckSize deck = sweep.images().size(files, new Seed(options.seed()));
        MeasuredCosts costs = new MeasuredCosts(options.kernels(), options.noises(), options.maxSteps());
        List<String> results = new ArrayList<>();
        BadInput refusal = null;
        for (Cluster cluster : clusters) {
            try {
                results.add(plan(options, deck, cluster, costs));
            } catch (BadInput refused) { // as of weights beyond its limit; another may hold them
                refusal = refused;
                results.add("refused on " + cluster.name() + ": " + refused.getMessage());
            }
        }
        if (refusal != null && results.stream().allMatch(result -> result.startsWith("refused"))) {
            throw refusal;
        }
        System.out.printf("%n%s%n", String.join("; ", results));
    }

    private static String plan(SweepOptions options, DeckSize deck, Cluster cluster, MeasuredCosts costs) {
        Planner planner = new Planner(options, deck, cluster, costs);
        List<PlannedMemory> plan = planner.plan();
        String where = "weights beyond " + PlanText.bytes(planner.broadcastLimit()) + " stay in place";
        System.out.print(PlanText.of(deck, cluster, where, plan));
        return PlanText.result(cluster, plan);
    }
}
