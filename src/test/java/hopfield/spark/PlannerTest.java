package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import hopfield.image.DeckSize;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final double MEGABYTE = 1e6;

    /** A core that does 10^9 of everything a second, and recalls of four steps. */
    static final Costs COSTS = new Costs() {
        @Override
        public double word() {
            return 1e-9;
        }

        @Override
        public double compare(int patterns, int neurons) {
            return 1e-9;
        }

        @Override
        public double step(Rule rule, Form form, int patterns, int neurons) {
            return 1e-9;
        }

        @Override
        public double stepInPlace(int patterns, int neurons, int side) {
            return 1e-9;
        }

        @Override
        public double energy() {
            return 2e-9;
        }

        @Override
        public double steps(Rule rule, int patterns, int neurons) {
            return 4;
        }
    };

    @Test
    void weightsOfTwentyThousandNeuronsStayInPlace() {
        PlannedMemory plan = plan(Rule.HEBBIAN, 15_000, 20_000, 1_500 << 20, 2);

        assertThat(plan.path()).isEqualTo("in place");
        assertThat(plan.blocks()).isEqualTo(20 * 21 / 2);
        assertThat(plan.recalls()).isEqualTo(15_000);
        assertThat(plan.load()).isEqualTo(.75);
        assertThat(plan.trainOperations()).isEqualTo(2e8 * Math.ceil(15_000 / 64.));
        assertThat(plan.recallOperations()).isCloseTo(15_000 * 4 * 4e8, Percentage.withPercentage(1));
        assertThat(plan.bytes().cached()).isEqualTo(800 * MEGABYTE + 15_000. * (313 * 8 + 96));
        assertThat(plan.bytes().broadcast()).isCloseTo(5 * 15_000 * 2504, Percentage.withPercentage(1));
        assertThat(plan.heap().driver()).isLessThan(200 * MEGABYTE);
    }

    @Test
    void recallInPlaceGrowsWithTheSquareOfNeuronsAndShrinksWithCores() {
        double small = plan(Rule.HEBBIAN, 15_000, 20_000, 1 << 30, 2).seconds().recall();

        assertThat(plan(Rule.HEBBIAN, 15_000, 10_000, 128 << 20, 2).seconds().recall())
                .isCloseTo(small / 4, Percentage.withPercentage(1));
        assertThat(plan(Rule.HEBBIAN, 15_000, 20_000, 1 << 30, 10).seconds().recall())
                .isCloseTo(small / 5, Percentage.withPercentage(1));
        // Twenty block rows are twenty tasks.
        assertThat(plan(Rule.HEBBIAN, 15_000, 20_000, 1 << 30, 100).seconds().recall())
                .isCloseTo(small / 10, Percentage.withPercentage(1));
    }

    @Test
    void theDualFormGrowsWithPatternsTimesNeurons() {
        PlannedMemory plan = plan(Rule.CENTRED, 1000, 40_000, 1 << 30, 2);

        assertThat(plan.path()).isEqualTo("dual");
        assertThat(plan.recallOperations()).isEqualTo(1000. * 4 * 2 * 1000 * 40_000);
        assertThat(plan.bytes().broadcast()).isEqualTo(1000. * 40_000 / 8);
        assertThat(plan.blocks()).isZero();
    }

    @Test
    void broadcastWeightsCountTwiceInEveryExecutor() {
        PlannedMemory plan = plan(Rule.HEBBIAN, 900, 1000, 1 << 30, 2);

        assertThat(plan.path()).isEqualTo("broadcast");
        assertThat(plan.bytes().broadcast()).isEqualTo(4 * MEGABYTE + 900 * 128);
        assertThat(plan.seconds().recall())
                .isEqualTo(.5 + 900 * (1e6 * (4 * 1e-9 + 2e-9) + 1000 * 1e-8) / 2, within(1e-9));
        assertThat(plan.heap().executor()).isBetween(8 * MEGABYTE, 30 * MEGABYTE);
    }

    @Test
    void whatTheSweepWouldRefuseThePlanRefuses() {
        assertThatThrownBy(() -> plan(Rule.STORKEY, 15_000, 20_000, 1 << 30, 2))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("storkey at P=15000: weights of 20,000 neurons take 1,600 MB, more than");
    }

    private static PlannedMemory plan(Rule rule, int patterns, int neurons, long memory, int executors) {
        SweepOptions options = new SweepOptions(
                List.of(rule),
                List.of(patterns),
                Deck.Order.SHUFFLED,
                OptionalInt.of(1),
                SweepOptions.Probed.STORED,
                NoiseKind.parse("flip=0.1"),
                false,
                Update.SYNC,
                0,
                KernelPolicy.JAVA,
                100,
                1,
                1,
                1000,
                OptionalLong.empty());
        DeckSize deck = new DeckSize("random patterns", 15_000, neurons, 1);
        return new Planner(options, deck, new Cluster("test", executors, 1, memory), COSTS)
                .plan()
                .get(0);
    }
}
