package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.pattern.Pattern;
import hopfield.recall.field.LocalFields;
import hopfield.recall.kernel.Kernel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More states than those from which on the fields of a batch are computed together. */
class EnergiesTest {
    @ParameterizedTest
    @CsvSource({
        "hebbian, 20, WEIGHTS",
        "hebbian, 20, PATTERNS",
        "centred, 30, PATTERNS",
        "storkey, 20, WEIGHTS",
        "projection, 20, WEIGHTS",
        "projection, 20, PATTERNS",
        "projection, 100, PATTERNS",
        "dense:30, 700, PATTERNS",
        "modern:5, 20, PATTERNS"
    })
    void energiesOfManyStatesAreThoseOfEachAlone(Rule rule, int load, Form form) {
        List<Pattern> states = RandomPatterns.of(1500, 200, 7);
        Memory memory = rule.learn(RandomPatterns.set(states.subList(0, load)), form);
        LocalFields one = LocalFields.of(memory);
        double[] expected = states.stream()
                .mapToDouble(state -> {
                    one.moveTo(state);
                    return one.energy();
                })
                .toArray();

        try (Kernel kernel = KernelPolicy.AUTO.of(memory)) {
            Energies energies = new Energies(kernel, LocalFields.of(memory));
            for (int from = 0; from < states.size(); from += 500) {
                double[] batch = energies.of(states.subList(from, from + 500));
                for (int k = 0; k < batch.length; k++) {
                    assertThat(batch[k]).as("state %d", from + k).isEqualTo(expected[from + k]);
                }
            }
        }
    }
}
