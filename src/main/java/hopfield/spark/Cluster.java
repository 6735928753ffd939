package hopfield.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;

/**
 * The executors that run tasks.
 *
 * @param name what it is called
 * @param executors processes, at least 1
 * @param cores tasks that each runs at once, at least 1
 * @param memory heap of each in bytes
 */
public record Cluster(String name, int executors, int cores, long memory) {
    /** Executors hold a broadcast matrix twice, serialised and not, and kernels another form of it beside images and tasks. */
    private static final int BROADCAST_SHARE = 8;

    static final String EXECUTOR_MEMORY = "--executor-memory";

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d+|\\*)(?:\\s*,\\s*\\d+)?])?");
    private static final Pattern LOCAL_CLUSTER = Pattern.compile("local-cluster\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,.*");

    public Cluster {
        if (executors < 1 || cores < 1 || memory < 1) {
            throw new IllegalArgumentException("a cluster of " + executors + " executors with " + cores + " cores and "
                    + memory + " bytes runs nothing");
        }
    }

    /**
     * The cluster that a configuration describes; where it leaves open how many executors there are, as many as Spark asks a
     * resource manager for: two.
     */
    public static Cluster of(SparkConf conf) {
        String master = conf.get("spark.master", "local[*]");
        Matcher local = LOCAL.matcher(master);
        if (local.matches()) {
            String threads = local.group(1) == null ? "1" : local.group(1);
            int cores = threads.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(threads);
            return new Cluster(
                    master, 1, Math.max(1, cores), Runtime.getRuntime().maxMemory());
        }
        long memory = conf.getSizeAsMb("spark.executor.memory", "1g") << 20; // Spark's unit where none is given
        Matcher processes = LOCAL_CLUSTER.matcher(master);
        if (processes.matches()) {
            return new Cluster(
                    master, Integer.parseInt(processes.group(1)), Integer.parseInt(processes.group(2)), memory);
        }
        return new Cluster(
                master, conf.getInt("spark.executor.instances", 2), conf.getInt("spark.executor.cores", 1), memory);
    }

    /** Tasks that run at once. */
    public int slots() {
        return executors * cores;
    }

    /** The option that raises the memory of executors; a local master's is the driver's. */
    public String memoryOption() {
        return LOCAL.matcher(name).matches() ? "--driver-memory" : EXECUTOR_MEMORY;
    }

    /** The largest weight matrix that is broadcast unless said otherwise: an eighth of an executor's memory. */
    public long broadcastLimit() {
        return memory / BROADCAST_SHARE;
    }
}
