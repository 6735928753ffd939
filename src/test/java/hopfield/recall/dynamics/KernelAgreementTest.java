package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.RandomPatterns;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.noise.Flip;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.field.LocalFields;
import hopfield.recall.kernel.DualCoefficients;
import hopfield.recall.kernel.Kernel;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("numeric")
class KernelAgreementTest {
    private static final int COUNT = 60;

    @ParameterizedTest
    @CsvSource({
        "hebbian",
        "centred",
        "storkey",
        "projection",
        "dense:2",
        "dense:3",
        "dense:30",
        "dense:31",
        "modern:1",
        "modern:784",
        "nearest"
    })
    void everyKernelStepsAsTheLocalFieldsDoInEveryForm(Rule rule) {
        for (int[] size : new int[][] {{1, 3}, {9, 1}, {9, 7}, {64, 8}, {65, 32}, {65, 33}, {130, 300}, {784, 17}}) {
            PatternSet stored = RandomPatterns.of(size[1], size[0], size[1]);
            long[] states = states(stored);
            long[] reference = null;
            for (Form form : rule.forms(size[1], size[0])) {
                Memory memory = rule.learn(stored, form);
                long[] expected = byLocalFields(memory, states);
                reference = reference == null ? expected : reference;
                assertThat(expected).as("%s", form).containsExactly(reference);
                for (KernelPolicy kind : KernelPolicy.values()) {
                    assertSteps(kind.of(memory), states, expected);
                }
            }
        }
    }

    /** Sums of P patterns of N neurons outgrow 32 bits from P^2 N = 2^29 on under the centred rule: they are rounded, and refined. */
    @ParameterizedTest
    @CsvSource({
        "hebbian, 600, 700",
        "centred, 900, 700",
        "centred, 1200, 500",
        "projection, 1500, 700",
        "projection, 2100, 1050"
    })
    void sumsThatOutgrow32BitsDecideAsTheLocalFieldsDo(Rule rule, int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, patterns);
        long[] states = states(stored);
        Memory memory = rule.learn(stored, Form.PATTERNS);

        assertSteps(KernelPolicy.JAVA.of(memory), states, byLocalFields(memory, states));
    }

    @Test
    void dualCoefficientsThatDoNotFit32BitsAreNotTaken() {
        PatternSet stored = RandomPatterns.of(2, 64, 1);
        assertThat(DualCoefficients.fit(new Weights.Dual(stored, 1 << 23, new int[64], 1)))
                .isTrue();
        assertThat(DualCoefficients.fit(new Weights.Dual(stored, 1 << 25, new int[64], 1)))
                .isFalse();
    }

    private static void assertSteps(Kernel kernel, long[] states, long[] expected) {
        try (kernel) {
            long[] next = new long[states.length];
            kernel.step(states, COUNT, next);
            assertThat(next).as(kernel.name()).containsExactly(expected);
        }
    }

    private static long[] states(PatternSet stored) {
        int words = Pattern.wordsFor(stored.neurons());
        long[] states = new long[COUNT * words];
        PatternSet random = RandomPatterns.of(COUNT, stored.neurons(), 77);
        for (int k = 0; k < COUNT; k++) {
            Pattern state = k % 2 == 0
                    ? random.pattern(k)
                    : new Flip(.25)
                            .cue(stored.pattern(k % stored.size()), new Shape(stored.neurons(), 1), new Seed(78), k, 0)
                            .state();
            System.arraycopy(state.words(), 0, states, k * words, words);
        }
        return states;
    }

    private static long[] byLocalFields(Memory memory, long[] states) {
        int words = states.length / COUNT;
        long[] next = new long[states.length];
        LocalFields fields = LocalFields.of(memory);
        for (int at = 0; at < states.length; at += words) {
            fields.moveTo(new Pattern(memory.neurons(), Arrays.copyOfRange(states, at, at + words)));
            System.arraycopy(fields.successor().words(), 0, next, at, words);
        }
        return next;
    }
}
