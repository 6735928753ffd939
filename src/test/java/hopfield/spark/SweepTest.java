package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BitColumns;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Similarity;
import hopfield.metric.StructuralSimilarity;
import hopfield.noise.Flip;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {
    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        TestSpark.stop();
    }

    @ParameterizedTest
    @CsvSource({"ALL, 1, SYNC", "STORED, 1, ASYNC", "STORED, 12, SYNC"})
    void sameRowsOnOneThreadTwoThreadsAndSixtyFourPartitions(SweepOptions.Probed probed, int networks, Update update) {
        SweepOptions options = new SweepOptions(
                Stream.of("hebbian", "centred", "storkey", "projection", "dense:30", "modern:784", "nearest")
                        .map(Rule::of)
                        .toList(),
                List.of(20),
                Deck.Order.SHUFFLED,
                OptionalInt.of(networks),
                probed,
                Swept.noises("flip=0.3", "gaussian=1"),
                false,
                update,
                0,
                KernelPolicy.AUTO,
                100,
                2,
                7,
                300,
                OptionalLong.empty());

        Swept one = Swept.run(folder.resolve("one"), 1, 1, options, "digits:300");
        Swept two = Swept.run(folder.resolve("two"), 2, 2, options, "digits:300");
        Swept many = Swept.run(folder.resolve("many"), 2, 64, options, "digits:300");

        assertThat(one.rows()).hasSize((probed == SweepOptions.Probed.ALL ? 300 : 20 * networks) * 2 * 2 * 7);
        assertThat(two.rows()).isEqualTo(one.rows());
        assertThat(many.rows()).isEqualTo(one.rows());
        assertThat(two.result().cells()).isEqualTo(one.result().cells());
        assertThat(many.result().cells()).isEqualTo(one.result().cells());
        assertThat(many.result().samples()).isEqualTo(one.result().samples());
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void everyRowIsWhatOneThreadOfPlainJavaFinds(Update update) {
        int load = 6;
        SweepOptions options =
                Swept.options(List.of(Rule.CENTRED), List.of(load), 1, SweepOptions.Probed.ALL, update, 3);
        ImageSource source = TestImages.open("digits:80", 3);
        List<Image> images = new ArrayList<>();
        source.read(0, 80).forEachRemaining(images::add);
        Deck deck = new Deck(80, Deck.Order.SHUFFLED, new Seed(3).at("deck"));
        List<Image> stored = images.stream()
                .filter(image -> deck.position(image.number()) < load)
                .toList();
        Memory memory = Rule.CENTRED.learn(
                new BitColumns(stored.stream().map(Image::pattern).toList(), 784).whole());
        Noise noise = new Flip(.2);

        Swept run = Swept.run(folder.resolve("run"), 2, 3, options, "digits:80");

        assertThat(run.rows()).hasSize(80);
        for (Row row : run.rows()) {
            Image image = images.get(row.<Integer>getAs("image"));
            Pattern cue = noise.cue(image.pattern(), new Shape(28, 28), new Seed(3), image.number(), 0)
                    .state();
            Seed order = noise.stream(new Seed(3), image.number(), 0).at("order");
            RecallResult recalled = update.dynamics(memory, KernelPolicy.JAVA, 100)
                    .recall(List.of(new Cue(cue, order)))
                    .get(0);
            Similarity similarity = Similarity.of(image.pattern(), recalled.state());
            boolean isStored = stored.contains(image);
            int nearest = stored.stream()
                    .reduce((a, b) ->
                            b.pattern().agreeing(recalled.state()) > a.pattern().agreeing(recalled.state()) ? b : a)
                    .orElseThrow()
                    .number();
            assertThat(row.<Short>getAs("label")).isEqualTo((short) image.label());
            assertThat(row.<Boolean>getAs("stored")).isEqualTo(isStored);
            assertThat(row.<Float>getAs("input_similarity"))
                    .isEqualTo((float) Similarity.of(image.pattern(), cue).value());
            assertThat(row.<Float>getAs("similarity")).isEqualTo((float) similarity.value());
            assertThat(row.<Float>getAs("overlap")).isEqualTo((float) similarity.overlap());
            assertThat(row.<Float>getAs("iou")).isEqualTo((float) similarity.iou());
            assertThat(row.<Boolean>getAs("exact")).isEqualTo(similarity.exact());
            assertThat(row.<Integer>getAs("nearest")).isEqualTo(nearest);
            assertThat(row.<Short>getAs("nearest_label"))
                    .isEqualTo((short) images.get(nearest).label());
            assertThat(row.<Boolean>getAs("improved"))
                    .isEqualTo(similarity.agreeing() > image.pattern().agreeing(cue));
            float ssim = (float) new StructuralSimilarity(new Shape(28, 28)).of(image.pattern(), recalled.state());
            assertThat(row.<Float>getAs("ssim")).isEqualTo(isStored ? (Float) ssim : null);
            assertThat(row.<String>getAs("became"))
                    .isEqualTo(became(image.pattern(), images.get(nearest).pattern(), recalled.state()));
            assertThat(row.<Boolean>getAs("identified")).isEqualTo(isStored ? nearest == image.number() : null);
            assertThat(row.<Integer>getAs("steps")).isEqualTo(recalled.steps());
            assertThat(row.<String>getAs("outcome"))
                    .isEqualTo(recalled.outcome().label());
            assertThat(row.<Float>getAs("energy")).isEqualTo((float) recalled.energy());
        }
    }

    private static String became(Pattern original, Pattern nearest, Pattern state) {
        if (original.overlap(state) >= .95) {
            return "original";
        } else if (original.overlap(state) <= -.95) {
            return "inverse";
        } else if (nearest.overlap(state) >= .95) {
            return "stored";
        }
        return Pattern.of(new boolean[784]).overlap(state) >= .95 ? "blank" : "mixture";
    }

    @Test
    void everyImageOfLargeNetworksIsStoredInItsOwn() {
        SweepOptions options =
                Swept.options(List.of(Rule.HEBBIAN), List.of(5000), 2, SweepOptions.Probed.STORED, Update.SYNC, 1);

        Swept run = Swept.run(folder.resolve("large"), 2, 2, options, "random:10000x70");

        assertThat(run.rows()).hasSize(10_000).allMatch(row -> row.<Boolean>getAs("stored"));
        assertThat(run.rows().stream().filter(row -> row.<Integer>getAs("network") == 1))
                .hasSize(5000);
        assertThat(run.result().cells().get(0).stored()).isEqualTo(10_000);
    }

    @Test
    void weightsThatTheDriverCannotHoldAreRefused() {
        SparkSession session = TestSpark.session(1, 1);
        SweepOptions o =
                Swept.options(List.of(Rule.HEBBIAN), List.of(60_000), 1, SweepOptions.Probed.STORED, Update.SYNC, 1);
        SweepOptions broadcast = new SweepOptions(
                o.rules(),
                o.loads(),
                o.order(),
                o.networks(),
                o.probed(),
                o.noises(),
                o.clamp(),
                o.update(),
                o.temperature(),
                o.kernels(),
                o.maxSteps(),
                o.trials(),
                o.seed(),
                o.blockSide(),
                OptionalLong.of(Long.MAX_VALUE));

        assertThatThrownBy(() -> new Sweep(
                        session,
                        broadcast,
                        TestImages.open("random:60000x20000", 1),
                        60_000,
                        folder.resolve("m").toString()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("weights of 20,000 neurons need 6,400 MB on the driver, which has ");
    }

    @Test
    void aLoadLargerThanTheDeckIsRefused() {
        SparkSession session = TestSpark.session(1, 1);
        SweepOptions options =
                Swept.options(List.of(Rule.HEBBIAN), List.of(5, 51), 1, SweepOptions.Probed.ALL, Update.SYNC, 1);

        assertThatThrownBy(() -> new Sweep(
                        session,
                        options,
                        TestImages.open("digits:50", 1),
                        50,
                        folder.resolve("m").toString()))
                .isInstanceOf(BadInput.class)
                .hasMessage("load 51 is larger than the deck of 50 images; store at most 50");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void moreNetworksThanTheDeckHoldsAreRefused() {
        assertThatThrownBy(() -> Swept.options(
                                List.of(Rule.HEBBIAN), List.of(10), 6, SweepOptions.Probed.STORED, Update.SYNC, 1)
                        .networksAt(10, 50))
                .isInstanceOf(BadInput.class)
                .hasMessage("--networks 6 at load 10 needs 60 images, the deck has 50; deal at most 5");
    }
}
