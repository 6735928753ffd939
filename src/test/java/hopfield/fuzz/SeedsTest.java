package hopfield.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedsTest {
    static List<Seed> seeds() throws IOException {
        return Fuzzing.seeds();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsAccepted(Seed seed) {
        assertThatCode(seed::read).doesNotThrowAnyException();
    }

    @Test
    void everySeedHasAFileOfItsOwn() throws IOException {
        assertThat(seeds()).extracting(Seed::name).doesNotHaveDuplicates();
    }
}
