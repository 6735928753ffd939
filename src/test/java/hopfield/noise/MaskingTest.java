package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final List<Shape> SHAPES = List.of(
            new Shape(28, 28),
            new Shape(7, 5),
            new Shape(5, 7),
            new Shape(100, 100),
            new Shape(1, 64),
            new Shape(130, 1),
            new Shape(1, 1));
    private static final double[] LEVELS = {0, .01, .1, .25, .5, .75, .9, 1};
    private static final Seed SEED = new Seed(5);

    @ParameterizedTest
    @ValueSource(strings = {"square", "rows", "pixels", "frame"})
    void maskedPixelsAreBackgroundAndAllOthersAreKnown(String kind) {
        for (Shape shape : SHAPES) {
            for (double level : LEVELS) {
                Pattern original = RandomPatterns.of(shape.neurons(), 3);
                Noise noise = NoiseKind.parse(kind + "=" + level).get(0);

                Corruption cue = noise.cue(original, shape, SEED, 3, 0);

                Pattern known = cue.known().orElseThrow();
                for (int i = 0; i < shape.neurons(); i++) {
                    assertThat(cue.state().isUp(i)).isEqualTo(known.isUp(i) && original.isUp(i));
                }
                assertThat(noise.cue(original, shape, SEED, 3, 0)).isEqualTo(cue);
                assertThat(noise.cue(original, shape, SEED, 4, 1).known().map(Pattern::foreground))
                        .as("pixels that are known, wherever they lie")
                        .contains(known.foreground());
            }
        }
    }

    @Test
    void aSquareIsTheNearestInAreaThatFits() {
        for (Shape shape : SHAPES) {
            for (double level : LEVELS) {
                int longest = Math.min(shape.width(), shape.height());
                int nearest = 0;
                for (int side = 1; side <= longest; side++) {
                    if (miss(side * side, shape, level) < miss(nearest * nearest, shape, level)) {
                        nearest = side;
                    }
                }
                Box box = Box.around(new Square(level).masked(shape, SEED.at(shape.width())), shape);
                assertThat(box).isEqualTo(new Box(box.left(), box.top(), nearest, nearest));
            }
        }
        assertThat(Box.around(new Square(.25).masked(new Shape(28, 28), SEED), new Shape(28, 28))
                        .width())
                .isEqualTo(14);
    }

    /** A square of side 2 fits a 5x4 image in 4 x 3 places. */
    @Test
    void aSquareLiesAnywhereWithEqualChance() {
        Shape shape = new Shape(5, 4);
        int draws = 12_000;
        Map<Box, Integer> places = new HashMap<>();
        for (int image = 0; image < draws; image++) {
            Noise noise = new Square(.2);
            Pattern known = noise.cue(RandomPatterns.of(20, 1), shape, SEED, image, 0)
                    .known()
                    .orElseThrow();
            places.merge(Box.around(known.inverse(), shape), 1, Integer::sum);
        }

        assertThat(places).hasSize(12);
        assertThat(places.values()).allSatisfy(count -> assertThat((double) count / draws)
                .isEqualTo(1 / 12.0, within(5 * Math.sqrt(11 / 144.0 / draws))));
    }

    @Test
    void rowsAreTheLowestOnes() {
        for (Shape shape : SHAPES) {
            for (double level : LEVELS) {
                int rows = (int) Math.floor(level * shape.height() + .5);
                Pattern masked = new Rows(level).masked(shape, SEED);
                for (int i = 0; i < shape.neurons(); i++) {
                    assertThat(masked.isUp(i)).isEqualTo(i / shape.width() >= shape.height() - rows);
                }
            }
        }
    }

    @Test
    void exactlyTheRoundedNumberOfPixelsIsMaskedAndNoneIsFavoured() {
        for (Shape shape : SHAPES) {
            for (double level : LEVELS) {
                int[] hidden = new int[shape.neurons()];
                int draws = 200;
                for (int image = 0; image < draws; image++) {
                    Pattern masked = new Pixels(level).masked(shape, SEED.at(image));
                    assertThat(masked.foreground()).isEqualTo((int) Math.floor(level * shape.neurons() + .5));
                    for (int i = 0; i < hidden.length; i++) {
                        hidden[i] += masked.isUp(i) ? 1 : 0;
                    }
                }
                double share = Math.floor(level * shape.neurons() + .5) / shape.neurons();
                double error = Math.sqrt(share * (1 - share) / draws);
                for (int count : hidden) {
                    assertThat((double) count / draws).isEqualTo(share, within(6 * error));
                }
            }
        }
    }

    @Test
    void aFrameIsTheBorderNearestInArea() {
        for (Shape shape : SHAPES) {
            TreeSet<Integer> areas = new TreeSet<>();
            for (int border = 0; border <= shape.neurons(); border++) {
                areas.add(bordered(shape, border).foreground());
            }
            for (double level : LEVELS) {
                Pattern masked = new Frame(level).masked(shape, SEED);
                int border = 0;
                while (bordered(shape, border).foreground() < masked.foreground()) {
                    border++;
                }
                assertThat(masked).isEqualTo(bordered(shape, border));
                double miss = miss(masked.foreground(), shape, level);
                assertThat(areas).allMatch(area -> miss(area, shape, level) >= miss);
            }
            assertThat(new Frame(1).masked(shape, SEED).foreground()).isEqualTo(shape.neurons());
        }
    }

    @Test
    void aMaskOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new Rows(.5).corrupt(RandomPatterns.of(65, 1), new Shape(8, 8), SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a mask of 64 pixels does not fit an image of 65");
    }

    /** Where the set bits of a filled rectangle lie. */
    private record Box(int left, int top, int width, int height) {
        static Box around(Pattern bits, Shape shape) {
            if (bits.foreground() == 0) {
                return new Box(0, 0, 0, 0);
            }
            TreeSet<Integer> columns = new TreeSet<>();
            TreeSet<Integer> rows = new TreeSet<>();
            for (int i = 0; i < shape.neurons(); i++) {
                if (bits.isUp(i)) {
                    columns.add(i % shape.width());
                    rows.add(i / shape.width());
                }
            }
            int width = columns.last() - columns.first() + 1;
            int height = rows.last() - rows.first() + 1;
            assertThat(bits.foreground()).as("filled").isEqualTo(width * height);
            return new Box(columns.first(), rows.first(), width, height);
        }
    }

    /** Pixels whose distance to an edge is less than the border. */
    private static Pattern bordered(Shape shape, int border) {
        boolean[] hidden = new boolean[shape.neurons()];
        for (int i = 0; i < hidden.length; i++) {
            int x = i % shape.width();
            int y = i / shape.width();
            hidden[i] = Math.min(Math.min(x, shape.width() - 1 - x), Math.min(y, shape.height() - 1 - y)) < border;
        }
        return Pattern.of(hidden);
    }

    private static double miss(int area, Shape shape, double level) {
        return Math.abs(area - level * shape.neurons());
    }
}
