package hopfield.cli;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs whose reports are opened in a browser, and their rows, queried without the product's code. */
final class TestRuns implements AutoCloseable {
    private static final List<String> PROPERTIES =
            List.of("spark.master", "spark.ui.enabled", "spark.sql.shuffle.partitions");

    private final Path folder;
    private final String images;
    private SparkSession session;

    TestRuns(Path folder) {
        this.folder = folder;
        String mnist = System.getenv("MNIST_DIR");
        this.images = mnist == null || mnist.isBlank() ? "digits:300" : "mnist:" + mnist;
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.sql.shuffle.partitions", "2");
    }

    Path report(String run) {
        return folder.resolve(run).resolve("report.html");
    }

    /** main: rules that restore much and none; the others are what is left of it, or as odd as can be. */
    void make() throws IOException {
        sweep(
                "main",
                images,
                "300",
                "hebbian,centred,projection,nearest",
                "3,5,8,12,20",
                "flip=0,0.1,0.2,0.3,0.4; gaussian=1",
                "sync");
        sweep("small", "idx:" + bigPictures(), "6", "hebbian", "6", "flip=0.1", "sync");
        sweep("async", images, "60", "hebbian,centred", "3,8", "flip=0,0.2,0.4", "async");
        sweep(
                "trials",
                images,
                "40",
                "hebbian,projection,nearest",
                "3,8",
                "flip=0,0.3; gaussian=1",
                "sync",
                "--networks",
                "1",
                "--probe",
                "all",
                "--trials",
                "3");
        sweep(
                "many",
                "digits:60",
                "60",
                "hebbian,centred,storkey,projection,dense:3,modern:784,nearest",
                "3,8,20",
                "flip=0,0.2,0.4; salt-pepper=0.2,0.5; gaussian=0.5,1; square=0.3,0.5; rows=0.25,0.5; pixels=0.25,0.5",
                "sync");
        copy("main", "interrupted");
        remove(folder.resolve("interrupted/metrics/rule=projection"));
        String record = Files.readString(folder.resolve("main/run.json"));
        Files.writeString(folder.resolve("interrupted/run.json"), record.replaceFirst("\"seconds\" : [^,]*,", ""));
        copy("main", "unrecorded");
        Files.delete(folder.resolve("unrecorded/run.json"));
        Files.delete(folder.resolve("unrecorded/gallery.json"));
        copy("main", "hostile");
        Files.writeString(
                folder.resolve("hostile/run.json"),
                record.replaceFirst(
                        "\"width\"",
                        "\"classes\" : ["
                                + String.join(", ", java.util.Collections.nCopies(10, "\"<script>alert(1)</script>\""))
                                + "], \"width\""));
        for (String run : List.of("interrupted", "unrecorded", "hostile")) {
            command("report", folder.resolve(run).toString());
        }
        command(
                "report",
                folder.resolve("main").toString(),
                folder.resolve("async").toString(),
                "--out",
                folder.resolve("both").toString());
        session = SparkSession.builder().appName("test").getOrCreate();
    }

    private void sweep(
            String name,
            String source,
            String limit,
            String rules,
            String loads,
            String noise,
            String update,
            String... more) {
        List<String> args = new ArrayList<>(List.of("sweep", "--images", source, "--limit", limit, "--rule", rules));
        args.addAll(List.of("--patterns", loads, "--noise", noise, "--update", update));
        args.addAll(more.length == 0 ? List.of("--networks", "all") : List.of(more));
        args.addAll(List.of("--out", folder.resolve(name).toString()));
        command(args.toArray(String[]::new));
    }

    private static void command(String... args) {
        assertThat(Main.run(args)).as(String.join(" ", args)).isZero();
    }

    /** Six pictures of 100 x 100 without classes: circles. */
    private Path bigPictures() throws IOException {
        int side = 100;
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(16 + 6 * side * side);
        bytes.putInt(2051).putInt(6).putInt(side).putInt(side);
        for (int k = 0; k < 6; k++) {
            for (int i = 0; i < side * side; i++) {
                double distance = Math.hypot(i % side - 20 - 10 * k, i / side - 50);
                bytes.put((byte) (distance < 15 ? 255 : 0));
            }
        }
        return Files.write(folder.resolve("circles-idx3-ubyte"), bytes.array());
    }

    private void copy(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(to).resolve(folder.resolve(from).relativize(file));
                if (!file.getFileName().toString().endsWith(".crc")) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the charts of a run should say. */
    CellQueries queries(String run) {
        return new CellQueries(rows(run), 784);
    }

    private Dataset<Row> rows(String run) {
        return session.read().parquet(folder.resolve(run).resolve("metrics").toString());
    }

    /** The row of one recall. */
    Row row(String run, String rule, int load, String noise, int image, int trial) {
        String[] cell = noise.split(" ");
        return rows(run)
                .where(col("rule").equalTo(rule).and(col("patterns").equalTo(load)))
                .where(col("noise").equalTo(cell[0]).and(col("level").equalTo(Double.parseDouble(cell[1]))))
                .where(col("image").equalTo(image).and(col("trial").equalTo(trial)))
                .first();
    }

    /** The pixels of an image of the main run, read from its source. */
    List<Boolean> pixels(int image) {
        ImageSource source = new Images(new HadoopFiles(new Configuration()), Map.of()).open(images, new Seed(1));
        Pattern pattern = source.read(image, image + 1).next().pattern();
        return IntStream.range(0, pattern.neurons()).mapToObj(pattern::isUp).toList();
    }

    /** What the page's table says, computed by Spark SQL from the rows. */
    List<Row> cells(String run) {
        return rows(run)
                .groupBy("rule", "noise", "level", "patterns")
                .agg(
                        count(lit(1)).as("probes"),
                        count_if(col("stored")).as("stored"),
                        count_if(col("restored")).as("restored"),
                        count_if(col("identified")).as("identified"),
                        count_if(col("stored").and(col("exact"))).as("exact"),
                        count_if(col("stored").and(col("improved"))).as("improved"),
                        count_if(col("stored").and(col("improved").isNotNull())).as("improvable"),
                        avg("input_similarity").as("input_similarity"),
                        avg("similarity").as("similarity"),
                        lit(1).minus(avg("foreground").divide(784)).as("blank_similarity"),
                        avg("overlap").as("overlap"),
                        avg("iou").as("iou"),
                        avg("ssim").as("ssim"),
                        avg("steps").as("steps"),
                        avg(when(col("outcome").equalTo("fixed_point"), 1).otherwise(0))
                                .as("converged"))
                .collectAsList();
    }

    /** Probes, restored, identified, exact and mean similarity of each class of a cell of the main run. */
    List<Row> classes(String rule, int load, String noise, double level) {
        return rows("main")
                .where(col("rule").equalTo(rule).and(col("patterns").equalTo(load)))
                .where(col("noise").equalTo(noise).and(col("level").equalTo(level)))
                .where(col("stored"))
                .groupBy("label")
                .agg(
                        count(lit(1)).as("probes"),
                        count_if(col("restored")).as("restored"),
                        count_if(col("identified")).as("identified"),
                        count_if(col("exact")).as("exact"),
                        avg("similarity").as("similarity"))
                .orderBy("label")
                .collectAsList();
    }

    @Override
    public void close() {
        if (session != null) {
            session.stop();
        }
        PROPERTIES.forEach(System::clearProperty);
    }
}
