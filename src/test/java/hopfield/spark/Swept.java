package hopfield.spark;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a sweep leaves, in an order of its own. */
record Swept(SweepResult result, List<Row> rows) {
    private static final String[] ROW_ORDER = {"rule", "patterns", "noise", "level", "network", "image", "trial"};

    /** Sweeps built-in images in a session of so many threads, which cuts the deck into so many partitions. */
    static Swept run(Path folder, int threads, int parallelism, SweepOptions options, String images) {
        return run(folder, threads, parallelism, options, TestImages.open(images, options.seed()));
    }

    /** Likewise, any images. */
    static Swept run(Path folder, int threads, int parallelism, SweepOptions options, ImageSource source) {
        SparkSession session = TestSpark.session(threads, parallelism);
        try {
            SweepResult result = new Sweep(session, options, source, source.count(), folder.toString()).run();
            List<Row> rows = new MetricsTable(session, folder.toString())
                    .read()
                    .orderBy(ROW_ORDER[0], Arrays.copyOfRange(ROW_ORDER, 1, ROW_ORDER.length))
                    .collectAsList();
            return new Swept(result, rows);
        } finally {
            session.stop();
        }
    }

    /** One trial of flip=0.2. */
    static SweepOptions options(
            List<Rule> rules, List<Integer> loads, int networks, SweepOptions.Probed probed, Update update, long seed) {
        return new SweepOptions(
                rules,
                loads,
                Deck.Order.SHUFFLED,
                OptionalInt.of(networks),
                probed,
                noises("flip=0.2"),
                false,
                update,
                0,
                KernelPolicy.AUTO,
                100,
                1,
                seed,
                1024,
                OptionalLong.empty());
    }

    static List<Noise> noises(String... specs) {
        return Stream.of(specs).flatMap(spec -> NoiseKind.parse(spec).stream()).toList();
    }
}
