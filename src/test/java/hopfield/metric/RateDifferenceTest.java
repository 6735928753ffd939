package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateDifferenceTest {
    /** Newcombe (1998), Statistics in Medicine 17, 873, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, .0524, .3339",
        "9, 10, 3, 10, .1705, .8090",
        "6, 7, 2, 7, .0582, .8062",
        "5, 56, 0, 29, -.0381, .1926",
        "0, 10, 0, 20, -.1611, .2775",
        "0, 10, 0, 10, -.2775, .2775",
        "10, 10, 0, 20, .6791, 1",
        "10, 10, 0, 10, .6075, 1"
    })
    void intervalsAreThosePublished(long a, long trialsOfA, long b, long trialsOfB, double low, double high) {
        RateDifference difference = new RateDifference(new Rate(a, trialsOfA), new Rate(b, trialsOfB));

        assertThat(difference.low()).isEqualTo(low, within(.00005));
        assertThat(difference.high()).isEqualTo(high, within(.00005));
    }

    @Test
    void turnedRoundItIsTheSameInterval() {
        Rate a = new Rate(81, 263, 100);
        Rate b = new Rate(15, 148);

        RateDifference difference = new RateDifference(a, b);
        RateDifference turned = new RateDifference(b, a);

        assertThat(turned.low()).isEqualTo(-difference.high());
        assertThat(turned.high()).isEqualTo(-difference.low());
    }

    @Test
    void theRateOfNoTrialsIsRefused() {
        assertThatThrownBy(() -> new RateDifference(new Rate(0, 0), new Rate(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate of no trials differs from none");
    }
}
