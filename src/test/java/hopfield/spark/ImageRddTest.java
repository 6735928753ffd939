package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageRddTest {
    /** Images of N = 784 take 104 bytes, of N = 10^6 125,000 bytes, of which 2^26 hold 536. */
    @ParameterizedTest
    @CsvSource({
        "1, 784, 1",
        "50000, 784, 1",
        "50001, 784, 2",
        "2147483647, 784, 42950",
        "536, 1000000, 1",
        "537, 1000000, 2",
        "1000000, 1000000, 1866",
        "3, 2000000000, 3"
    })
    void noPartitionHasMoreThanFiftyThousandImagesOr64MegabytesOfThem(int images, int neurons, int partitions) {
        assertThat(ImageRdd.fewestPartitions(images, neurons)).isEqualTo(partitions);
    }
}
