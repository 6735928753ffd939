package hopfield.spark;

import hopfield.image.DeckSize;
import hopfield.memory.Form;
import hopfield.memory.ProductRows;

/**
 * Bytes that a sweep moves and holds, by the sizes of its data structures.
 *
 * @param blockSide rows and columns of a block of the weight matrix
 */
record PlannedSizes(DeckSize deck, Cluster cluster, Placement placement, int blockSide) {
    /** A row of the metrics table in Parquet. */
    private static final int ROW_BYTES = 30;

    PlannedMemory.Bytes bytes(PlannedRecalls planned) {
        int p = planned.patterns();
        double products = planned.inPlace() ? productBytes(p) : 0;
        double partial = planned.sums() ? Training.partialBytes(p, deck.neurons()) : 0;
        double weights = planned.form() == Form.WEIGHTS ? Placement.weightBytes(deck.neurons()) : 0;
        double states = planned.recalls() * planned.steps() * bits();
        double dealt = planned.inTasks() ? planned.networks() * (double) p * (bits() + PackedBytes.IMAGE_OVERHEAD) : 0;
        return new PlannedMemory.Bytes(
                partial + products + dealt,
                planned.inTasks() ? 0 : p * bits() + (planned.inPlace() ? states : weights),
                planned.inPlace() ? states + planned.recalls() * bits() : 0,
                PackedBytes.ofImages(deck) + products,
                (double) planned.recalls() * ROW_BYTES);
    }

    PlannedMemory.Heap heap(PlannedRecalls planned) {
        int p = planned.patterns();
        int n = deck.neurons();
        double stored = p * bits();
        double products = planned.inPlace() ? productBytes(p) : 0;
        double row = planned.inPlace() ? products * Math.min(blockSide, n) / n + InPlaceRecall.STATE_BYTES : 0;
        double task = Math.max(planned.sums() ? Training.taskBytes(p, n, blockSide) : stored, row);
        boolean matrix = planned.path() == Placement.Path.BROADCAST && planned.form() == Form.WEIGHTS;
        double weights = matrix ? 2.0 * Placement.weightBytes(n) : 0;
        double states = planned.inPlace() ? (double) InPlaceRecall.DRIVER_STATES * InPlaceRecall.atOnce(n) * bits() : 0;
        return new PlannedMemory.Heap(
                task,
                (PackedBytes.ofImages(deck) + products) / cluster.executors()
                        + weights
                        + 2 * stored
                        + cluster.cores() * task,
                2 * stored + states + (planned.inTasks() ? 0 : Training.driverBytes(planned.rule(), p, n, placement)));
    }

    /** The sum of outer products in block rows. */
    private double productBytes(int patterns) {
        return (double) deck.neurons() * deck.neurons() * ProductRows.entryBytes(patterns);
    }

    /** Of a pattern. */
    private double bits() {
        return PackedBytes.ofPattern(deck.neurons());
    }
}
