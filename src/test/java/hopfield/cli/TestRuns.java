package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs whose reports are opened in a browser, and what queries of their rows say, made without the product's code. */
final class TestRuns {
    private static final List<String> PROPERTIES =
            List.of("spark.master", "spark.ui.enabled", "spark.sql.shuffle.partitions");

    /** Names of classes that are nothing but text. */
    static final List<String> HOSTILE = List.of("<script>alert(1)<", "<img src=x onerror=alert(1)>");

    private final Path folder;
    private final String images;
    private final Map<String, CellQueries> queries = new HashMap<>();
    private List<Row> main;
    private List<Row> cells;

    TestRuns(Path folder) {
        this.folder = folder;
        String mnist = System.getenv("MNIST_DIR");
        this.images = mnist == null || mnist.isBlank() ? "digits:300" : "mnist:" + mnist;
    }

    Path report(String run) {
        return folder.resolve(run).resolve("report.html");
    }

    /** main: rules that restore much and none; the others are what is left of it, or as odd as can be. */
    void make() throws IOException {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.sql.shuffle.partitions", "2");
        try {
            sweeps();
            oddReports();
            query();
        } finally {
            PROPERTIES.forEach(System::clearProperty);
        }
    }

    private void sweeps() throws IOException {
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
        sweep("random", "random:60x100", "60", "hebbian,storkey,projection", "4,12", "flip=0,0.1,0.2", "sync");
        sweep("hostile", "folder:" + hostilePictures(), "6", "hebbian,projection", "3", "flip=0.1", "sync");
    }

    /** What a driver that was killed leaves has neither a gallery nor an end; one may be left without any record at all. */
    private void oddReports() throws IOException {
        copy("main", "interrupted");
        remove(folder.resolve("interrupted/metrics/rule=projection"));
        Files.delete(folder.resolve("interrupted/gallery.json"));
        Files.delete(folder.resolve("interrupted/report.html"));
        String record = Files.readString(folder.resolve("main/run.json"));
        Files.writeString(folder.resolve("interrupted/run.json"), record.replaceFirst("\"seconds\" : [^,]*,", ""));
        copy("main", "unrecorded");
        Files.delete(folder.resolve("unrecorded/run.json"));
        Files.delete(folder.resolve("unrecorded/gallery.json"));
        try (Stream<Path> files = Files.walk(folder.resolve("unrecorded/metrics"))) {
            for (Path file : files.filter(one -> one.endsWith("_cells.json")).toList()) {
                Files.delete(file);
            }
        }
        for (String run : List.of("interrupted", "unrecorded")) {
            command("report", folder.resolve(run).toString());
        }
        command(
                "report",
                folder.resolve("main").toString(),
                folder.resolve("async").toString(),
                folder.resolve("random").toString(),
                "--out",
                folder.resolve("both").toString());
    }

    /** Seventy queries of a few thousand rows each: to compile and to split them would take longer than to interpret them. */
    private void query() {
        try (SparkSession session = SparkSession.builder()
                .appName("test")
                .config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.adaptive.enabled", false)
                .getOrCreate()) {
            for (String run : List.of("main", "async", "trials", "random")) {
                Dataset<Row> rows = session.read()
                        .parquet(folder.resolve(run).resolve("metrics").toString())
                        .coalesce(2)
                        .cache();
                queries.put(run, new CellQueries(rows, run.equals("random") ? 100 : 784));
                if (run.equals("main")) {
                    main = rows.collectAsList();
                    cells = CellTable.of(rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Six pictures of 12 x 12 in two folders whose names would be markup. */
    private Path hostilePictures() throws IOException {
        Path pictures = folder.resolve("pictures");
        SplittableRandom random = new SplittableRandom(7);
        for (String name : HOSTILE) {
            Path of = Files.createDirectories(pictures.resolve(name));
            for (int k = 0; k < 3; k++) {
                BufferedImage picture = new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY);
                for (int i = 0; i < 144; i++) {
                    picture.setRGB(i % 12, i / 12, random.nextBoolean() ? 0xFFFFFF : 0);
                }
                ImageIO.write(picture, "png", of.resolve(k + ".png").toFile());
            }
        }
        return pictures;
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
        return queries.get(run);
    }

    /** The row of one recall of the main run. */
    Row row(String rule, int load, String noise, int image, int trial) {
        return ofCell(rule, load, noise)
                .filter(row -> row.<Integer>getAs("image") == image && row.<Integer>getAs("trial") == trial)
                .findFirst()
                .orElseThrow();
    }

    /** Those of one cell. */
    private Stream<Row> ofCell(String rule, int load, String noise) {
        return main.stream()
                .filter(row -> row.getAs("rule").equals(rule)
                        && row.<Integer>getAs("patterns") == load
                        && noise.equals(row.getAs("noise") + " " + level(row)));
    }

    private static String level(Row row) {
        return new BigDecimal(row.<Double>getAs("level").toString())
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The images that a network of the main run stores, each with its pixels. */
    Map<Integer, List<Boolean>> stored(String rule, int load, int network) {
        return main.stream()
                .filter(row -> row.getAs("rule").equals(rule)
                        && row.<Integer>getAs("patterns") == load
                        && row.<Integer>getAs("network") == network
                        && row.<Boolean>getAs("stored"))
                .map(row -> row.<Integer>getAs("image"))
                .distinct()
                .collect(Collectors.toMap(image -> image, this::pixels));
    }

    /** An image of the main run, read from its source. */
    Pattern pattern(int image) {
        ImageSource source = new Images(new HadoopFiles(new Configuration()), Map.of()).open(images, new Seed(1));
        return source.read(image, image + 1).next().pattern();
    }

    List<Boolean> pixels(int image) {
        Pattern pattern = pattern(image);
        return IntStream.range(0, pattern.neurons()).mapToObj(pattern::isUp).toList();
    }

    /** What the main page's table says, computed by Spark SQL from the rows. */
    List<Row> cells() {
        return cells;
    }

    /** The stored probes of each class of a cell of the main run. */
    Map<Integer, List<Row>> classes(String rule, int load, String noise) {
        return ofCell(rule, load, noise)
                .filter(row -> row.<Boolean>getAs("stored"))
                .collect(Collectors.groupingBy(
                        row -> (int) row.<Short>getAs("label"), TreeMap::new, Collectors.toList()));
    }
}
