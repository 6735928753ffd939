package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.DeckSize;
import hopfield.image.HadoopFiles;
import hopfield.pattern.Seed;
import hopfield.spark.Cluster;
import hopfield.spark.PlannedMemory;
import hopfield.spark.Planner;
import hopfield.spark.SweepOptions;
import hopfield.spark.TrainPlanner;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a sweep would take, on this cluster and on another; runs no job and writes nothing. */
@Command(
        name = "plan",
        sortOptions = false,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] plan [sweep|train] [its options]",
        description =
                "Predicts operations, bytes, memory and time of a sweep, or of storing all images by each --rule as"
                        + " train does, from sizes and from this machine's rates, measured in some seconds. Runs no Spark job"
                        + " and writes nothing.%n")
final class PlanCommand implements Runnable {
    /** What can be planned. */
    enum Verb {
        /** {@link SweepCommand}. */
        SWEEP,
        /** {@link TrainCommand}. */
        TRAIN
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "sweep|train",
            defaultValue = "sweep",
            description = "What is planned. Default: ${DEFAULT-VALUE}.")
    private Verb verb;

    @Mixin
    private SweepCommand sweep;

    @Option(names = "--executors", paramLabel = "N", description = "Plan for a cluster of so many executors as well.")
    private Integer executors;

    @Option(names = "--cores", paramLabel = "N", description = "Cores of each of those. Default: as here.")
    private Integer cores;

    @Option(names = "--memory", paramLabel = "BYTES", description = "Heap of each of those, as 16g. Default: as here.")
    private String memory;

    @Override
    public void run() {
        SweepOptions options = sweep.options();
        options.kernels().check();
        SparkConf conf = new SparkConf();
        List<Cluster> clusters = clusters(Cluster.of(conf));
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(conf);
        DeckSize deck = sweep.images().size(new HadoopFiles(hadoop), new Seed(options.seed()));
        MeasuredRates rates = new MeasuredRates(options);
        StringBuilder results = new StringBuilder();
        for (Cluster cluster : clusters) {
            List<PlannedMemory> plan;
            if (verb == Verb.TRAIN) {
                TrainPlanner planner = new TrainPlanner(deck, options.blockSide(), cluster, rates);
                plan = options.rules().stream().map(planner::plan).toList();
                System.out.print(
                        PlanText.of(deck, cluster, "weights are made by tasks where the rule allows it", plan));
            } else {
                Planner planner = new Planner(options, deck, cluster, rates);
                plan = planner.plan();
                System.out.print(PlanText.of(
                        deck,
                        cluster,
                        "weights beyond " + PlanText.bytes(planner.broadcastLimit()) + " stay in place",
                        plan));
            }
            System.out.print(PlanText.driver(Runtime.getRuntime().maxMemory(), plan));
            results.append(results.isEmpty() ? "" : "; ").append(PlanText.result(cluster, plan));
        }
        System.out.printf("%n%s%n", results);
    }

    private List<Cluster> clusters(Cluster here) {
        List<Cluster> clusters = new ArrayList<>(List.of(here));
        if (executors != null || cores != null || memory != null) {
            int many = executors == null ? here.executors() : atLeastOne("--executors", executors);
            int each = cores == null ? here.cores() : atLeastOne("--cores", cores);
            long heap = memory == null ? here.memory() : Bytes.of("--memory", memory);
            clusters.add(new Cluster(many + " x " + each + " cores", many, each, heap));
        }
        return clusters;
    }

    private static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new BadInput(option + " must be at least 1, was " + value);
        }
        return value;
    }
}
