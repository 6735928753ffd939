package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecallBatchTest {
    @ParameterizedTest
    @CsvSource({
        "1, 8192",
        "784, 8192",
        "2500, 8192",
        "20000, 1024",
        "20480, 1000",
        "100000, 204",
        "1000000, 20",
        "100000000, 16"
    })
    void aBatchOfLargeStatesHasFewer(int neurons, int size) {
        assertThat(RecallBatch.size(neurons)).isEqualTo(size);
    }
}
