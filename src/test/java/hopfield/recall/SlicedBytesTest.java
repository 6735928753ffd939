package hopfield.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicedBytesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 128, 130, 784, 832})
    void everyByteHoldsTheBitThatItNames(int bits) {
        long[] words = new SplittableRandom(bits).longs((bits + 63) / 64).toArray();
        words[words.length - 1] &= -1L >>> -bits;
        byte[] bytes = new byte[bits + 10];

        SlicedBytes.unpack(words, bits, bytes, 3);

        for (int e = 0; e < bits; e++) {
            int bit = SlicedBytes.bit(e, bits);
            assertThat(bytes[3 + e]).as("byte %d", e).isEqualTo((byte) (words[bit / 64] >>> bit & 1));
        }
        assertThat(IntStream.range(0, bits).map(e -> SlicedBytes.bit(e, bits)).sorted())
                .as("each bit once")
                .containsExactlyElementsOf(() -> IntStream.range(0, bits).iterator());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 128, 130, 784, 832})
    void lowestBitsAndOnesComeBack(int bits) {
        SplittableRandom random = new SplittableRandom(bits);
        byte[] bytes = new byte[bits + 10];
        for (int e = 0; e < bits; e++) {
            bytes[3 + e] = (byte) random.nextInt(-1, 2);
        }
        long[] lowest = new long[(bits + 63) / 64];
        long[] nonzero = new long[lowest.length];
        long[] ones = new long[lowest.length];

        SlicedBytes.packLowest(bytes, 3, bits, lowest);
        SlicedBytes.packSigns(bytes, 3, bits, nonzero, ones);

        for (int e = 0; e < bits; e++) {
            int bit = SlicedBytes.bit(e, bits);
            assertThat(lowest[bit / 64] >>> bit & 1).as("byte %d", e).isEqualTo(bytes[3 + e] & 1);
            assertThat(nonzero[bit / 64] >>> bit & 1).as("byte %d", e).isEqualTo(bytes[3 + e] & 1);
            assertThat(ones[bit / 64] >>> bit & 1).as("byte %d", e).isEqualTo(bytes[3 + e] > 0 ? 1 : 0);
        }
    }

    @Test
    void chosenBitsComeTogetherAndApart() {
        SplittableRandom random = new SplittableRandom(1);
        long[] choices = random.longs(200).toArray();
        choices[0] = 0;
        choices[1] = -1;
        choices[2] = Long.MIN_VALUE;
        choices[3] = 0x5555555555555555L;
        for (long choice : choices) {
            ChosenBits chosen = new ChosenBits(choice);
            long word = random.nextLong();
            int[] places =
                    IntStream.range(0, 64).filter(i -> (choice >>> i & 1) != 0).toArray();
            long together = 0;
            for (int k = 0; k < places.length; k++) {
                together |= (word >>> places[k] & 1) << k;
            }
            assertThat(chosen.count()).isEqualTo(places.length);
            assertThat(chosen.together(word)).as(Arrays.toString(places)).isEqualTo(together);
            long beyond = places.length == 64 ? 0 : random.nextLong() << places.length;
            assertThat(chosen.apart(together | beyond)).isEqualTo(word & choice);
        }
    }
}
