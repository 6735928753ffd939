package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Similarity;
import hopfield.noise.Corruption;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks, clamped or not, real-valued cues and temperatures through the whole job. */
class ClampedSweepTest {
    private static final int LOAD = 6;
    private static final Seed SEED = new Seed(3);
    private static final Shape SHAPE = new Shape(28, 28);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"true, SYNC, 0, 1", "true, SYNC, 0, 5", "true, ASYNC, 0, 1", "true, ASYNC, 0.5, 2", "false, SYNC, 0, 1"
    })
    void everyRowIsWhatOneThreadOfPlainJavaFinds(boolean clamp, Update update, double temperature, int networks) {
        Map<String, Noise> noises = Stream.of("rows=0.5", "square=0.2", "flip=0.2", "gaussian-analog=2")
                .filter(spec -> update == Update.SYNC || !spec.startsWith("gaussian-analog"))
                .flatMap(spec -> NoiseKind.parse(spec).stream())
                .collect(Collectors.toMap(Noise::kind, Function.identity()));
        ImageSource source = TestImages.open("digits:80", 3);
        List<Image> images = new ArrayList<>();
        source.read(0, 80).forEachRemaining(images::add);

        List<Row> rows = rows(source, List.copyOf(noises.values()), clamp, update, temperature, networks);

        assertThat(rows).hasSize(LOAD * networks * noises.size());
        for (Row row : rows) {
            Image image = images.get(row.<Integer>getAs("image"));
            Noise noise = noises.get(row.<String>getAs("noise"));
            Corruption cue = noise.cue(image.pattern(), SHAPE, SEED, image.number(), 0);
            Seed order = noise.stream(SEED, image.number(), 0).at("order");
            RecallResult recalled = update.dynamics(
                            memory(images, row.getAs("network")), KernelPolicy.JAVA, 100, temperature)
                    .recall(List.of(new Cue(cue.state(), order, clamp ? cue.known() : Optional.empty(), cue.analog())))
                    .get(0);
            assertThat(row.<Float>getAs("input_similarity")).isEqualTo((float)
                    Similarity.of(image.pattern(), cue.state()).value());
            assertThat(row.<Float>getAs("similarity")).isEqualTo((float)
                    Similarity.of(image.pattern(), recalled.state()).value());
            assertThat(row.<Integer>getAs("steps")).isEqualTo(recalled.steps());
            assertThat(row.<Float>getAs("energy")).isEqualTo((float) recalled.energy());
        }
    }

    private List<Row> rows(
            ImageSource source, List<Noise> noises, boolean clamp, Update update, double temperature, int networks) {
        SweepOptions options = new SweepOptions(
                List.of(Rule.CENTRED),
                List.of(LOAD),
                Deck.Order.SHUFFLED,
                OptionalInt.of(networks),
                SweepOptions.Probed.STORED,
                noises,
                clamp,
                update,
                temperature,
                KernelPolicy.AUTO,
                100,
                1,
                SEED.value(),
                1024,
                OptionalLong.empty());
        return Swept.run(folder.resolve("metrics"), 2, 3, options, source).rows();
    }

    private static Memory memory(List<Image> images, int network) {
        Deck deck = new Deck(images.size(), Deck.Order.SHUFFLED, SEED.at("deck"));
        return Rule.CENTRED.learn(
                Network.patterns(images.stream()
                        .filter(image -> deck.position(image.number()) / LOAD == network)
                        .toList()),
                Form.PATTERNS);
    }
}
