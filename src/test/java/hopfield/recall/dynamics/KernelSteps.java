package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.field.LocalFields;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.onednn.FilterRefineKernel;
import hopfield.recall.kernel.onednn.OneDnnKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Steps of native kernels beside those of local fields, one neuron after the other. */
public final class KernelSteps {
    private KernelSteps() {}

    /** The kernel of a memory and its screen step so many random states, and their successors, as its local fields do. */
    public static void assertExact(Memory memory, int count) {
        assertExact(memory, RandomPatterns.of(count, memory.neurons(), 2));
    }

    public static void assertExact(Memory memory, List<Pattern> states) {
        assertExact(kernel(memory), memory, states);
        assertExact(FilterRefineKernel.of(memory), memory, states);
    }

    public static void assertExact(Kernel kernel, Memory memory, List<Pattern> states) {
        try (kernel) {
            long[] successors = step(kernel, packed(states), memory.neurons());
            assertThat(successors).isEqualTo(expected(memory, states));
            assertThat(step(kernel, successors, memory.neurons()))
                    .isEqualTo(expected(memory, unpacked(successors, memory.neurons())));
        }
    }

    /** The native kernel that is chosen for a memory; without one here the test is skipped. */
    public static Kernel kernel(Memory memory) {
        assumeTrue(OneDnnKernel.isAvailable(), "oneDNN does not load here, or its 8-bit products are not exact");
        Kernel kernel = KernelPolicy.ONEDNN.of(memory);
        assertThat(kernel.name()).startsWith("oneDNN");
        return kernel;
    }

    public static long[] step(Kernel kernel, long[] states, int neurons) {
        long[] before = states.clone();
        long[] next = new long[states.length];
        kernel.step(states, states.length / Pattern.wordsFor(neurons), next);
        assertThat(states).as("not modified").isEqualTo(before);
        return next;
    }

    public static long[] expected(Memory memory, List<Pattern> states) {
        List<Pattern> successors = new ArrayList<>();
        for (Pattern state : states) {
            LocalFields fields = LocalFields.of(memory);
            fields.moveTo(state);
            successors.add(fields.successor());
        }
        return packed(successors);
    }

    public static long[] packed(List<Pattern> states) {
        return states.stream()
                .flatMapToLong(state -> Arrays.stream(state.words()))
                .toArray();
    }

    private static List<Pattern> unpacked(long[] states, int neurons) {
        int words = Pattern.wordsFor(neurons);
        return IntStream.range(0, states.length / words)
                .mapToObj(s -> new Pattern(neurons, Arrays.copyOfRange(states, s * words, (s + 1) * words)))
                .toList();
    }
}
