package hopfield.spark;

import hopfield.memory.Form;
import hopfield.memory.Rule;

/**
 * One rule at one load of a sweep as it will be run: what its bytes and seconds are counted from.
 *
 * @param path where its networks recall
 * @param form what they keep
 * @param sums whether the cluster sums up outer products, or a task alone learns
 * @param patterns P
 * @param networks how many are dealt
 * @param recalls restorations
 * @param steps of a recall on average
 */
record PlannedRecalls(
        Rule rule,
        Placement.Path path,
        Form form,
        boolean sums,
        int patterns,
        int networks,
        long recalls,
        double steps) {

    boolean inPlace() {
        return path == Placement.Path.IN_PLACE;
    }

    boolean inTasks() {
        return path == Placement.Path.IN_TASKS;
    }
}
