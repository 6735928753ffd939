package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.Form;
import hopfield.memory.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "hebbian, 3, SYNC, PATTERNS",
        "hebbian, 100, SYNC, PATTERNS",
        "hebbian, 3, ASYNC, PATTERNS",
        "hebbian, 20, ASYNC, WEIGHTS",
        "centred, 100, ASYNC, WEIGHTS",
        "projection, 5, ASYNC, PATTERNS",
        "projection, 50, ASYNC, WEIGHTS",
        "storkey, 3, ASYNC, WEIGHTS",
        "dense:30, 1000, ASYNC, PATTERNS"
    })
    void smallNetworksHaveWeightsWhereTheyAreUpdatedOneByOneAndPatternsWhereAllAtOnce(
            Rule rule, int patterns, Update update, Form form) {
        assertThat(KernelPolicy.JAVA.formInTask(rule, patterns, 784, update)).isEqualTo(form);
    }
}
