package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepPathsTest {
    /** Weights of 60,000 neurons in blocks of one would be 60,000 x 60,001 / 2, which no int holds. */
    @ParameterizedTest
    @CsvSource({
        "1, '--block-size 1 cuts the weights of 60,000 neurons into 1,800,030,000 blocks, expected at most 10,000; use larger ones'",
        "50000, '--block-size must be at most 46340, was 50000'"
    })
    void blocksThatAreDustOrMoreThanAnArrayAreRefused(int side, String message) {
        SweepPaths paths = paths(Rule.HEBBIAN, 30_000, 1, 60_000, side, 1 << 20);

        assertThatThrownBy(() -> paths.check(Rule.HEBBIAN, 30_000))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void whatARuleDoesNotLearnIsRefusedOnAnyCluster() {
        SweepPaths paths = paths(Rule.STORKEY, 2000, 1, 4, 1024, Long.MAX_VALUE);

        assertThatThrownBy(() -> paths.check(Rule.STORKEY, 2000))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("storkey weights of 2000 patterns of 4 neurons may outgrow");
    }

    /** One network's weights would be trained on the driver in 16 x 10^10 bytes; several are trained in tasks. */
    @Test
    void networksInTasksNeedNoRoomOnTheDriver() {
        SweepPaths one = paths(Rule.STORKEY, 1000, 1, 100_000, 1024, Long.MAX_VALUE);
        SweepPaths several = paths(Rule.STORKEY, 1000, 2, 100_000, 1024, Long.MAX_VALUE);

        assertThatThrownBy(one::check)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("weights of 100,000 neurons need 160,800 MB on the driver, which has ");
        several.check();
        assertThat(several.dealsAtOnce()).isEqualTo(2);
    }

    private static SweepPaths paths(Rule rule, int load, int networks, int neurons, int side, long limit) {
        SweepOptions options = new SweepOptions(
                List.of(rule),
                List.of(load),
                Deck.Order.FILE,
                OptionalInt.of(networks),
                SweepOptions.Probed.STORED,
                NoiseKind.parse("flip=0.1"),
                false,
                Update.SYNC,
                0,
                KernelPolicy.JAVA,
                100,
                1,
                1,
                side,
                OptionalLong.empty());
        return new SweepPaths(options, networks * load, neurons, new Placement(KernelPolicy.JAVA, limit));
    }

    @Test
    void theDriverHoldsThePatternsInverseOfADualProjection() {
        Placement limited = new Placement(KernelPolicy.JAVA, 0);

        assertThat(limited.path(Rule.PROJECTION, 100, 2_000)).isEqualTo(Placement.Path.DUAL);
        assertThat(Training.driverBytes(Rule.PROJECTION, 100, 2_000, limited))
                .isEqualTo(24L * 100 * 100 + 8L * 100 * 2_000);
        assertThat(Training.driverBytes(Rule.PROJECTION, 4_000, 20_000, limited))
                .isEqualTo(24L * 4_000 * 4_000 + (1L << 25));
    }
}
