package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Steps {@linkplain NearTwins near twins} by one sum for all of them, and only the other neurons by products: of the other neurons
 * alone, where all near twins are down, as after most steps. States for which the sum does not decide go to a kernel of all neurons.
 */
final class NearTwinsKernel implements Kernel {
    private final NearTwins near;
    private final int words;
    private final Part open;
    private final Part mixed;
    private final Part down;

    /** States that one kernel steps, made when it has some. */
    private final class Part {
        private final Supplier<Kernel> make;
        private Kernel kernel;
        private long[] states = new long[0];
        private long[] next = new long[0];
        private int[] places = new int[0];
        private boolean[] up = new boolean[0];
        private int count;

        Part(Supplier<Kernel> make) {
            this.make = make;
        }

        void add(long[] from, int place, boolean raised) {
            if (count == places.length) {
                int room = Math.max(256, 2 * count);
                states = Arrays.copyOf(states, room * words);
                places = Arrays.copyOf(places, room);
                up = Arrays.copyOf(up, room);
            }
            System.arraycopy(from, place * words, states, count * words, words);
            up[count] = raised;
            places[count++] = place;
        }

        void step(long[] to) {
            if (count == 0) {
                return;
            }
            if (kernel == null) {
                kernel = make.get();
            }
            next = next.length < states.length ? new long[states.length] : next;
            kernel.step(states, count, next);
            for (int k = 0; k < count; k++) {
                System.arraycopy(next, k * words, to, places[k] * words, words);
                if (up[k]) {
                    near.raise(to, places[k] * words);
                }
            }
            count = 0;
        }
    }

    /**
     * @param memory one that a {@linkplain Screen#fits screen fits}, where the library is available
     * @param twins of the memory
     * @param near likewise, the twins among them
     * @param all makes the kernel of all its neurons
     */
    NearTwinsKernel(Memory memory, Twins twins, NearTwins near, Supplier<Kernel> all) {
        IntPredicate apart = neuron -> !near.contains(neuron);
        ExactFields exact = new ExactFields(memory);
        this.near = near;
        this.words = Pattern.wordsFor(memory.neurons());
        this.open = new Part(all);
        this.mixed = new Part(() -> ScreenKernel.of(memory, Fold.onto(memory, twins, apart), exact));
        this.down = new Part(() -> ScreenKernel.of(memory, Fold.among(memory, apart), exact));
    }

    private List<Part> parts() {
        return List.of(open, mixed, down);
    }

    @Override
    public void step(long[] states, int count, long[] successors) {
        for (int s = 0; s < count; s++) {
            int sign = near.sign(states, s * words);
            Part part = sign == 0 ? open : near.areDown(states, s * words) ? down : mixed;
            part.add(states, s, sign > 0);
        }
        parts().forEach(part -> part.step(successors));
    }

    @Override
    public String name() {
        return "oneDNN int8, near twins as one";
    }

    @Override
    public void close() {
        parts().stream().filter(part -> part.kernel != null).forEach(part -> part.kernel.close());
    }
}
