package hopfield.recall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitBytesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 63, 64, 65, 130, 522})
    void bitsBecomeBytesInTheirOrderAndBytesBits(int bits) {
        SplittableRandom random = new SplittableRandom(bits);
        long[] words = random.longs((bits + 63) / 64).toArray();
        byte[] bytes = new byte[3 + bits + Long.BYTES];
        BitBytes.unpack(words, bits, bytes, 3);
        long[] packed = new long[words.length];
        BitBytes.packLowest(bytes, 3, bits, packed);

        for (int i = 0; i < bits; i++) {
            assertThat((int) bytes[3 + i]).isEqualTo((int) (words[i / 64] >>> i & 1));
            assertThat(packed[i / 64] >>> i & 1).isEqualTo(words[i / 64] >>> i & 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 64, 65, 130})
    void signsTellWhatIsNotZeroAndWhatIsOne(int count) {
        SplittableRandom random = new SplittableRandom(count);
        byte[] bytes = new byte[3 + count + Long.BYTES];
        for (int i = 0; i < count; i++) {
            bytes[3 + i] = (byte) (random.nextInt(3) - 1);
        }
        long[] nonzero = new long[(count + 63) / 64];
        long[] ones = new long[nonzero.length];
        BitBytes.packSigns(bytes, 3, count, nonzero, ones);

        for (int i = 0; i < count; i++) {
            assertThat((nonzero[i / 64] >>> i & 1) != 0).isEqualTo(bytes[3 + i] != 0);
            assertThat((ones[i / 64] >>> i & 1) != 0).isEqualTo(bytes[3 + i] == 1);
        }
    }
}
