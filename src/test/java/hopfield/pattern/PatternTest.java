package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63, 64, 65, 128, 784})
    void countsEqualThoseOfUnpackedNeurons(int neurons) {
        SplittableRandom random = new SplittableRandom(neurons);
        boolean[] a = new boolean[neurons];
        boolean[] b = new boolean[neurons];
        int agreeing = 0;
        int shared = 0;
        int foreground = 0;
        for (int i = 0; i < neurons; i++) {
            a[i] = random.nextBoolean();
            b[i] = random.nextInt(3) == 0;
            agreeing += a[i] == b[i] ? 1 : 0;
            shared += a[i] && b[i] ? 1 : 0;
            foreground += a[i] ? 1 : 0;
        }
        Pattern x = Pattern.of(a);
        Pattern y = Pattern.of(b);

        assertThat(x.agreeing(y)).isEqualTo(agreeing);
        assertThat(x.foregroundShared(y)).isEqualTo(shared);
        assertThat(x.foreground()).isEqualTo(foreground);
        assertThat(x.overlap(y)).isEqualTo(2.0 * agreeing / neurons - 1);
        assertThat(x.overlap(x.inverse())).isEqualTo(-1);
        assertThat(x.inverse().inverse()).isEqualTo(x).hasSameHashCodeAs(x);
    }

    @Test
    void bitsBeyondTheLastNeuronAreRefused() {
        assertThatThrownBy(() -> new Pattern(3, new long[] {0b1000}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bits beyond neuron 3 must be clear");
    }

    @Test
    void aWordTooManyIsRefused() {
        assertThatThrownBy(() -> new Pattern(64, new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pattern of 64 neurons needs 1 words, was 2");
    }

    @Test
    void halfOfWhiteIsForeground() {
        byte[] grey = {0, 127, (byte) 128, (byte) 255};

        assertThat(Binarisation.pattern(grey, Threshold.HALF)).isEqualTo(Pattern.of(false, false, true, true));
    }
}
