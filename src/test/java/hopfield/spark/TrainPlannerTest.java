package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.image.DeckSize;
import hopfield.memory.Rule;
import org.junit.jupiter.api.Test;

class TrainPlannerTest {
    @Test
    void weightsThatTasksWriteCostTheDriverNothing() {
        PlannedMemory plan = plan(Rule.HEBBIAN, 15_000, 20_000, 1000);

        assertThat(plan.path()).isEqualTo("by tasks");
        assertThat(plan.form()).isEqualTo("weights");
        assertThat(plan.blocks()).isEqualTo(20 * 21 / 2);
        assertThat(plan.recalls()).isZero();
        assertThat(plan.trainOperations()).isEqualTo(2e8 * Math.ceil(15_000 / 64.));
        assertThat(plan.bytes().cached()).isEqualTo(800e6 + 15_000. * (313 * 8 + 96));
        assertThat(plan.bytes().written()).isEqualTo(15_000. * 20_000 / 8 + 800e6);
        assertThat(plan.heap().driver()).isZero();
        assertThat(plan.heap().task()).isBetween(40e6, 80e6);
        assertThat(plan.seconds().train()).isGreaterThan(plan.trainOperations() * 1e-9 / 2);
    }

    @Test
    void aMatrixThatIsFactorisedNeedsTheDriver() {
        PlannedMemory plan = plan(Rule.PROJECTION, 15_000, 20_000, 1000);

        assertThat(plan.path()).isEqualTo("by driver");
        assertThat(plan.heap().driver()).isGreaterThanOrEqualTo(24. * 20_000 * 20_000);
    }

    @Test
    void fewPatternsAreSavedAsTheyAre() {
        PlannedMemory plan = plan(Rule.CENTRED, 9_999, 20_000, 1000);

        assertThat(plan.path()).isEqualTo("none");
        assertThat(plan.form()).isEqualTo("patterns");
        assertThat(plan.bytes().shuffled()).isZero();
        assertThat(plan.bytes().written()).isEqualTo(9_999. * 20_000 / 8);
    }

    @Test
    void dustIsRefused() {
        assertThatThrownBy(() -> plan(Rule.HEBBIAN, 15_000, 20_000, 10))
                .isInstanceOf(BadInput.class)
                .hasMessage("--block-size 10 cuts the weights of 20,000 neurons into 2,001,000 blocks, expected at most"
                        + " 10,000; use larger ones");
    }

    private static PlannedMemory plan(Rule rule, int patterns, int neurons, int side) {
        DeckSize deck = new DeckSize("random patterns", patterns, neurons, 1);
        return new TrainPlanner(deck, side, new Cluster("test", 2, 1, 1 << 30), PlannerTest.COSTS).plan(rule);
    }
}
