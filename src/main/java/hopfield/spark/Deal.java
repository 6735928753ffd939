package hopfield.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Networks that are stored at once: one over the cluster, or all of a load's small ones inside tasks.
 *
 * @param load patterns in a network
 * @param network number of the first network
 * @param networks how many
 */
record Deal(int load, int network, int networks) {
    /** The largest load at which many networks are trained inside tasks rather than over the cluster one by one. */
    private static final int LARGEST_IN_TASKS = 4096;

    /** Whether networks of a load are trained and recalled inside tasks, rather than each over the cluster. */
    static boolean inTasks(int load, int networks) {
        return load <= LARGEST_IN_TASKS && networks > 1;
    }

    /** All of a sweep of so many images, load after load. */
    static List<Deal> of(SweepOptions options, int images) {
        List<Deal> deals = new ArrayList<>();
        for (int load : options.loads()) {
            int networks = options.networksAt(load, images);
            if (inTasks(load, networks)) {
                deals.add(new Deal(load, 0, networks));
            } else {
                IntStream.range(0, networks).forEach(network -> deals.add(new Deal(load, network, 1)));
            }
        }
        return deals;
    }
}
