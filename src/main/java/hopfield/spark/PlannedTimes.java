package hopfield.spark;

import hopfield.image.DeckSize;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;

/**
 * Seconds that a sweep takes: operations times measured rate over the tasks that run at once, and constants that were fitted to the
 * runs of docs/scaling.md.
 *
 * @param blockSide rows and columns of a block of the weight matrix
 */
record PlannedTimes(DeckSize deck, Cluster cluster, Costs costs, int blockSide) {
    static final double JOB_SECONDS = .3;

    /** The first recalls run while their code is being compiled. */
    static final double WARM_UP_SECONDS = .5;

    private static final int JOBS = 3;

    /** Making and writing a row, and its image's structural similarity by pixel. */
    private static final double ROW_SECONDS = 6e-6;

    private static final double PIXEL_SECONDS = 2e-8;

    /** A neuron of a cue and of a state: made, compared with others, kept. */
    private static final double STATE_SECONDS = 1e-8;

    /** An entry of a partial sum, packed, written, read and added up. */
    private static final double PARTIAL_SECONDS = 4e-8;

    /** An entry of the sum, sent to its block row, cached, and multiplied once. */
    private static final double PRODUCT_SECONDS = 9e-8;

    /** A step's job: task results, scheduling. */
    private static final double STEP_JOB_SECONDS = .1;

    /**
     * All of it.
     *
     * @param train operations of training
     * @param recall operations of all steps
     * @param warmUp seconds before the first recalls are as fast as the others
     */
    PlannedMemory.Seconds seconds(PlannedRecalls planned, double train, double recall, double warmUp) {
        double jobs = JOBS;
        double rounds = 0;
        if (planned.inPlace()) {
            double atOnce = InPlaceRecall.atOnce(deck.neurons());
            jobs += Math.ceil(planned.recalls() / atOnce);
            rounds = planned.recalls() * planned.steps() / atOnce;
        }
        return new PlannedMemory.Seconds(
                training(planned, train),
                warmUp + stepping(planned, recall),
                scoring(planned),
                jobs * JOB_SECONDS + rounds * STEP_JOB_SECONDS);
    }

    private double training(PlannedRecalls planned, double operations) {
        int networks = planned.networks();
        if (planned.sums()) {
            return networks
                    * summing(
                            operations / networks,
                            planned.patterns(),
                            deck.neurons(),
                            planned.inPlace(),
                            cluster,
                            costs);
        }
        int slots = planned.inTasks() ? Math.min(networks, cluster.slots()) : cluster.slots();
        return operations * costs.word() / slots;
    }

    private double stepping(PlannedRecalls planned, double operations) {
        int n = deck.neurons();
        int p = planned.patterns();
        double states = (double) planned.recalls() * n;
        double walking = states * STATE_SECONDS / cluster.slots();
        if (planned.inPlace()) {
            int rows = new BlockGrid(n, blockSide).rows();
            double atOnce = rows / Math.ceil(rows / (double) cluster.slots());
            return operations * costs.stepInPlace(p, n, blockSide) / atOnce + walking;
        }
        double energies = planned.form() == Form.WEIGHTS ? states * n * costs.energy() : 0;
        double steps = operations * costs.step(planned.rule(), planned.form(), p, n);
        return (steps + energies) / cluster.slots() + walking;
    }

    private double scoring(PlannedRecalls planned) {
        int n = deck.neurons();
        int p = planned.patterns();
        double nearest = p * PackedBytes.words(n) * costs.compare(p, n);
        return planned.recalls() * (nearest + n * PIXEL_SECONDS + ROW_SECONDS) / cluster.slots();
    }

    /**
     * Seconds of a sum of outer products.
     *
     * @param words that are compared
     * @param inPlace whether it is cut into block rows, or comes to the driver
     */
    static double summing(double words, int p, double n, boolean inPlace, Cluster cluster, Costs costs) {
        int tasks = Training.tasks(p);
        double shuffled = tasks * n * n / 2 * PARTIAL_SECONDS + (inPlace ? n * n * PRODUCT_SECONDS : 0);
        return JOBS * JOB_SECONDS
                + words * costs.word() / Math.min(tasks, cluster.slots())
                + shuffled / cluster.slots();
    }
}
