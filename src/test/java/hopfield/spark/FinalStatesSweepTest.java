package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.pattern.Pattern;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What restorations become through the whole job, of pictures whose final states follow by hand. */
class FinalStatesSweepTest {
    private static final int SIDE = 20;
    private static final int BAR = 2 * SIDE;
    private static final int BARS = 5;

    @TempDir
    private Path folder;

    /** Patterns as pictures without classes. */
    private record Pictures(List<Pattern> patterns) implements ImageSource {
        @Override
        public String name() {
            return "pictures";
        }

        @Override
        public int count() {
            return patterns.size();
        }

        @Override
        public int width() {
            return SIDE;
        }

        @Override
        public int height() {
            return SIDE;
        }

        @Override
        public Iterator<Image> read(int from, int until) {
            return IntStream.range(from, until)
                    .mapToObj(k -> new Image(k, Image.UNLABELLED, patterns.get(k)))
                    .iterator();
        }

        @Override
        public Map<String, String> checksums() {
            return Map.of();
        }
    }

    /** One pattern has the fields N m x_i - s_i: from any overlap above 1 / N it is the next state, from below -1 / N its inverse. */
    @Test
    void aLonePatternIsTheEndOfFewFlipsAndItsInverseTheEndOfMany() {
        List<Row> rows = recall(bars(false), Rule.HEBBIAN, 1, 5, SweepOptions.Probed.STORED, "flip=0.1,0.9");

        assertThat(rows).hasSize(2 * BARS).allSatisfy(row -> {
            boolean few = row.<Double>getAs("level") == .1;
            assertThat(row.<String>getAs("became")).isEqualTo(few ? "original" : "inverse");
            assertThat(row.<Float>getAs("overlap")).isEqualTo(few ? 1 : -1);
            assertThat(row.<Boolean>getAs("restored")).isEqualTo(few);
        });
    }

    /**
     * Five bars of a tenth of the picture have overlaps of .6 among them. From one of them its own pixels have the field
     * 1 - 4 x .6 &lt; 0 and all others less: nothing is up, as it is at all five's majority, and overlaps of .8 keep it so.
     */
    @Test
    void barsWithoutACommonPixelEndInTheBlankImage() {
        List<Row> rows = recall(bars(false), Rule.HEBBIAN, BARS, 1, SweepOptions.Probed.STORED, "flip=0");

        assertThat(rows).hasSize(BARS).allSatisfy(row -> {
            assertThat(row.<String>getAs("became")).isEqualTo("blank");
            assertThat(row.<Float>getAs("similarity")).isEqualTo(.9f);
            assertThat(row.<Float>getAs("iou")).isZero();
            assertThat(row.<Integer>getAs("nearest")).isZero();
            assertThat(row.<Boolean>getAs("restored")).isFalse();
        });
    }

    /** The same bars above a common part of three tenths, which is up in all five and so in what is left of them. */
    @Test
    void barsWithACommonPartEndInThatMixture() {
        List<Row> rows = recall(bars(true), Rule.HEBBIAN, BARS, 1, SweepOptions.Probed.STORED, "flip=0");

        assertThat(rows).hasSize(BARS).allSatisfy(row -> {
            assertThat(row.<String>getAs("became")).isEqualTo("mixture");
            assertThat(row.<Float>getAs("similarity")).isEqualTo(.9f);
            assertThat(row.<Float>getAs("iou")).isEqualTo(.75f);
        });
    }

    /** The three stored are as near as each other to either of the two that are not. */
    @Test
    void whatIsNotStoredEndsInTheFirstOfTheNearestThatAre() {
        List<Row> rows = recall(bars(false), Rule.NEAREST, 3, 1, SweepOptions.Probed.ALL, "flip=0");

        assertThat(rows).hasSize(BARS).allSatisfy(row -> {
            int image = row.getAs("image");
            assertThat(row.<Boolean>getAs("stored")).isEqualTo(image < 3);
            assertThat(row.<String>getAs("became")).isEqualTo(image < 3 ? "original" : "stored");
            assertThat(row.<Integer>getAs("nearest")).isEqualTo(image < 3 ? image : 0);
            assertThat(row.<Boolean>getAs("restored")).isEqualTo(image < 3 ? Boolean.TRUE : null);
        });
    }

    /** Two rows each, one below the other; the lowest six rows are what they have in common, or down. */
    private static ImageSource bars(boolean common) {
        return new Pictures(IntStream.range(0, BARS)
                .mapToObj(k -> pattern(i -> i / BAR == k || common && i / SIDE >= 14))
                .toList());
    }

    private static Pattern pattern(IntPredicate isUp) {
        boolean[] up = new boolean[SIDE * SIDE];
        for (int i = 0; i < up.length; i++) {
            up[i] = isUp.test(i);
        }
        return Pattern.of(up);
    }

    private List<Row> recall(
            ImageSource images, Rule rule, int load, int networks, SweepOptions.Probed probed, String noise) {
        SweepOptions options = new SweepOptions(
                List.of(rule),
                List.of(load),
                Deck.Order.FILE,
                OptionalInt.of(networks),
                probed,
                NoiseKind.parse(noise),
                false,
                Update.SYNC,
                0,
                KernelPolicy.AUTO,
                100,
                1,
                1,
                1024,
                OptionalLong.empty());
        return Swept.run(folder.resolve("metrics"), 2, 2, options, images).rows();
    }
}
