package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16, 17, 1000, 70_000})
    void aShuffleIsAPermutation(int images) {
        Deck deck = new Deck(images, Deck.Order.SHUFFLED, new Seed(1));

        int[] positions = IntStream.range(0, images).map(deck::position).toArray();
        assertThat(Arrays.stream(positions).sorted().toArray())
                .containsExactly(IntStream.range(0, images).toArray());
    }

    @Test
    void everyImageComesFirstEquallyOften() {
        int images = 10;
        int seeds = 20_000;
        int[] first = new int[images];
        for (int seed = 0; seed < seeds; seed++) {
            Deck deck = new Deck(images, Deck.Order.SHUFFLED, new Seed(seed));
            first[
                    IntStream.range(0, images)
                            .filter(image -> deck.position(image) == 0)
                            .findFirst()
                            .orElseThrow()]++;
        }

        double expected = (double) seeds / images;
        double chiSquare = IntStream.of(first)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();

        assertThat(chiSquare)
                .as("chi-square of 9 degrees of freedom, 99.9 % quantile")
                .isLessThan(27.88);
    }

    @Test
    void neighboursAreNotDealtTogether() {
        Deck deck = new Deck(70_000, Deck.Order.SHUFFLED, new Seed(3));

        double meanDistance = IntStream.range(1, 70_000)
                .mapToDouble(k -> Math.abs(deck.position(k) - deck.position(k - 1)))
                .average()
                .orElseThrow();

        assertThat(meanDistance).as("a third of the deck").isBetween(70_000 / 3.0 * .98, 70_000 / 3.0 * 1.02);
    }

    @Test
    void fileOrderLeavesImagesWhereTheyAre() {
        Deck deck = new Deck(5, Deck.Order.FILE, new Seed(1));

        assertThat(IntStream.range(0, 5).map(deck::position)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void anImageBeyondTheDeckIsRefused() {
        assertThatThrownBy(() -> new Deck(5, Deck.Order.SHUFFLED, new Seed(1)).position(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("image must be within 0..4, was 5");
    }
}
