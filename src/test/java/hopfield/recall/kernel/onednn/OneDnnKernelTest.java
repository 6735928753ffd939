package hopfield.recall.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.memory.BitColumns;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.recall.dynamics.KernelSteps;
import hopfield.recall.dynamics.RandomPatterns;
import hopfield.recall.kernel.Kernel;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneDnnKernelTest {
    @ParameterizedTest
    @CsvSource({
        "hebbian, 37, 1",
        "hebbian, 37, 8",
        "hebbian, 65, 9",
        "hebbian, 784, 50",
        "hebbian, 784, 51",
        "hebbian, 1000, 20",
        "hebbian, 64, 700",
        "centred, 37, 8",
        "centred, 65, 9",
        "centred, 784, 50",
        "centred, 784, 51",
        "centred, 1000, 7",
        "storkey, 37, 8",
        "storkey, 784, 50",
        "projection, 65, 9",
        "projection, 784, 100",
        "projection, 784, 500"
    })
    void stepsAsTheLocalFieldsDo(Rule rule, int neurons, int patterns) {
        Memory memory = rule.learn(RandomPatterns.set(RandomPatterns.of(patterns, neurons, 1)), Form.WEIGHTS);

        KernelSteps.assertExact(memory, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 17, 200, 256, 1024, 1025, 3000})
    void stepsAnyNumberOfStates(int count) {
        int neurons = 65;

        KernelSteps.assertExact(
                Rule.HEBBIAN.learn(new BitColumns(RandomPatterns.of(6, neurons, 1), neurons).whole()), count);
    }

    @Test
    void aNeuronWithoutAFieldKeepsItsState() {
        int neurons = 100;

        Memory still =
                new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(new int[neurons][neurons]), new double[neurons], 1);

        try (Kernel kernel = KernelSteps.kernel(still)) {
            long[] states = KernelSteps.packed(RandomPatterns.of(50, neurons, 1));
            assertThat(KernelSteps.step(kernel, states, neurons)).isEqualTo(states);
        }
    }

    @Test
    void threadsStepWithKernelsOfTheirOwn() throws Exception {
        int neurons = 784;
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(RandomPatterns.of(300, neurons, 1), neurons).whole());
        List<Pattern> states = RandomPatterns.of(700, neurons, 2);
        long[] expected = KernelSteps.expected(memory, states);
        assumeTrue(OneDnnKernel.isAvailable());
        Callable<long[]> task = () -> {
            try (Kernel kernel = KernelSteps.kernel(memory)) {
                return KernelSteps.step(kernel, KernelSteps.packed(states), neurons);
            }
        };

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<long[]> successors : threads.invokeAll(Collections.nCopies(12, task))) {
                assertThat(successors.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aKernelMovesBetweenThreadsAndClosesTwice() throws Exception {
        int neurons = 100;
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(RandomPatterns.of(9, neurons, 1), neurons).whole());
        List<Pattern> states = RandomPatterns.of(30, neurons, 2);
        Kernel kernel = KernelSteps.kernel(memory);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.submit(() -> KernelSteps.step(kernel, KernelSteps.packed(states), neurons))
                            .get())
                    .isEqualTo(KernelSteps.expected(memory, states));
        } finally {
            other.shutdownNow();
            kernel.close();
            kernel.close();
        }
    }
}
