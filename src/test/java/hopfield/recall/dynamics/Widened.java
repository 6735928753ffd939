package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import java.util.Arrays;

/** The memory of 32-bit weights, its weights in doubles. */
final class Widened {
    private Widened() {}

    static Memory of(Memory narrow) {
        double[][] rows = Arrays.stream(((Weights.Narrow) narrow.weights()).rows())
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
        return new Memory(narrow.rule(), narrow.patterns(), new Weights.Wide(rows), narrow.threshold(), narrow.scale());
    }
}
