package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    private static final int NEURONS = 1000;
    private static final long WEIGHTS = 4_000_000;

    @Test
    void aLimitIsSaidInAUnitThatShowsIt() {
        assertThatThrownBy(() -> new Placement(KernelPolicy.JAVA, 1).check(Rule.STORKEY, 3, NEURONS, ""))
                .hasMessageContaining("take 4,000,000 bytes, more than the --broadcast-limit of 1 bytes, and only");
        assertThatThrownBy(() -> new Placement(KernelPolicy.JAVA, 1 << 20).check(Rule.STORKEY, 3, NEURONS, ""))
                .hasMessageContaining("take 4 MB, more than the --broadcast-limit of 1 MB, and only");
    }

    @ParameterizedTest
    @CsvSource({
        "hebbian, 20, DUAL, DUAL",
        "hebbian, 499, BROADCAST, DUAL",
        "hebbian, 500, BROADCAST, IN_PLACE",
        "centred, 499, BROADCAST, DUAL",
        "centred, 500, BROADCAST, IN_PLACE",
        "storkey, 20, BROADCAST, IN_PLACE",
        "projection, 499, BROADCAST, DUAL",
        "projection, 501, BROADCAST, IN_PLACE",
        "dense:30, 900, BROADCAST, BROADCAST",
        "nearest, 900, BROADCAST, BROADCAST"
    })
    void weightsAreBroadcastUpToTheLimitAndBeyondItNeverHeldWhole(
            Rule rule, int patterns, Placement.Path within, Placement.Path beyond) {
        assertThat(new Placement(KernelPolicy.JAVA, WEIGHTS).path(rule, patterns, NEURONS))
                .isEqualTo(within);
        Placement small = new Placement(KernelPolicy.JAVA, WEIGHTS - 1);
        assertThat(small.path(rule, patterns, NEURONS)).isEqualTo(beyond);
        assertThat(small.form(rule, patterns, NEURONS) == Form.PATTERNS)
                .isEqualTo(beyond == Placement.Path.DUAL || !rule.forms(1, 1).contains(Form.WEIGHTS));
    }

    @Test
    void noTaskHoldsWeightsBeyondTheLimitOfARuleThatHasPatterns() {
        assertThat(new Placement(KernelPolicy.JAVA, WEIGHTS).formInTask(Rule.HEBBIAN, 1500, NEURONS, Update.SYNC))
                .isEqualTo(Form.WEIGHTS);
        assertThat(new Placement(KernelPolicy.JAVA, WEIGHTS - 1).formInTask(Rule.HEBBIAN, 1500, NEURONS, Update.SYNC))
                .isEqualTo(Form.PATTERNS);
        assertThatThrownBy(() -> new Placement(KernelPolicy.JAVA, WEIGHTS - 1)
                        .checkInTask(Rule.STORKEY, 3, NEURONS, Update.SYNC))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "storkey at P=3: weights of 1,000 neurons take 4,000,000 bytes, more than the --broadcast-limit of"
                                + " 3,999,999 bytes, and a task would hold them; raise --broadcast-limit and --executor-memory, or store few"
                                + " patterns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hebbian  | 20  | predicted faster than weights       | weights beyond the limit, P < N / 2",
                "hebbian  | 499 | predicted faster than the dual form | weights beyond the limit, P < N / 2",
                "hebbian  | 500 | predicted faster than the dual form | weights beyond the limit, P >= N / 2",
                "nearest  | 20  | its rule has no weights             | its rule has no weights"
            })
    void beyondTheLimitSizesDecideAndUpToItThePredictedTime(Rule rule, int patterns, String within, String beyond) {
        assertThat(new Placement(KernelPolicy.JAVA, WEIGHTS).reason(rule, patterns, NEURONS))
                .isEqualTo(within);
        assertThat(new Placement(KernelPolicy.JAVA, WEIGHTS - 1).reason(rule, patterns, NEURONS))
                .isEqualTo(beyond);
    }

    @Test
    void pathsAreCalledAsUsersReadThem() {
        assertThat(Placement.Path.values())
                .extracting(Placement.Path::label)
                .containsExactly("broadcast", "in place", "dual", "in tasks");
    }
}
