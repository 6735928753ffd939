package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    /** Newcombe (1998), Statistics in Medicine 17, table I, method 3 (score): 81/263, 15/148, 0/20, 1/29, 29/29. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, .2553, .3662",
        "15, 148, .0624, .1605",
        "0, 20, 0, .1611",
        "1, 29, .0061, .1718",
        "29, 29, .8830, 1"
    })
    void intervalsAreThosePublished(long successes, long trials, double low, double high) {
        Rate rate = new Rate(successes, trials);

        assertThat(rate.low()).isEqualTo(low, within(.00005));
        assertThat(rate.high()).isEqualTo(high, within(.00005));
    }

    @Test
    void noTrialsAreNoNumber() {
        Rate rate = new Rate(0, 0);

        assertThat(rate.value()).isNaN();
        assertThat(rate.low()).isNaN();
        assertThat(rate.high()).isNaN();
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> new Rate(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("successes must be within 0..2, was 3");
    }
}
