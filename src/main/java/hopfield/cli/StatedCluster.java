package hopfield.cli;

import hopfield.BadInput;
import hopfield.spark.Cluster;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say for which cluster there is a plan, beside the one that is here. */
final class StatedCluster {
    /** One and a half times the 300 MB that Spark sets aside. */
    private static final long LEAST = 471_859_200;

    @Option(names = "--executors", paramLabel = "N", description = "Plan for a cluster of so many executors as well.")
    private Integer executors;

    @Option(names = "--cores", paramLabel = "N", description = "Cores of each of those. Default: as here.")
    private Integer cores;

    @Option(names = "--memory", paramLabel = "BYTES", description = "Heap of each of those, as 16g. Default: as here.")
    private String memory;

    /** The cluster that is here, and the one that is stated. */
    List<Cluster> besides(Cluster here) {
        List<Cluster> clusters = new ArrayList<>(List.of(here));
        if (executors != null || cores != null || memory != null) {
            int many = executors == null ? here.executors() : atLeastOne("--executors", executors);
            int each = cores == null ? here.cores() : atLeastOne("--cores", cores);
            long heap = memory == null ? here.memory() : enough(Bytes.of("--memory", memory));
            clusters.add(new Cluster(many + " x " + each + " cores", many, each, heap));
        }
        return clusters;
    }

    /** Spark refuses to start with less. */
    private long enough(long heap) {
        if (heap < LEAST) {
            throw new BadInput("--memory " + memory + " is " + PlanText.bytes(heap) + ", expected at least "
                    + PlanText.bytes(LEAST) + ", as an executor needs to start; give a unit, as 16g");
        }
        return heap;
    }

    private static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new BadInput(option + " must be at least 1, was " + value);
        }
        return value;
    }
}
