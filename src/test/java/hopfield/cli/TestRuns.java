package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs whose reports are opened in a browser, and what queries of their rows say, made without the product's code. */
final class TestRuns {
    private static final List<String> PROPERTIES =
            List.of("spark.master", "spark.ui.enabled", "spark.sql.shuffle.partitions");

    private final Path folder;
    private final String images;
    private final Map<String, CellQueries> queries = new HashMap<>();
    private RunRows main;

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
        sweep("small", "idx:" + TestPictures.circles(folder), "6", "hebbian", "6", "flip=0.1", "sync");
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
        sweep("square", images, "60", "projection", "3", "square=0.3", "sync");
        sweep("hostile", "folder:" + TestPictures.hostile(folder), "6", "hebbian,projection", "3", "flip=0.1", "sync");
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
        command(
                "report",
                folder.resolve("small").toString(),
                folder.resolve("square").toString(),
                "--out",
                folder.resolve("apart").toString());
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
                    main = new RunRows(rows.collectAsList(), images);
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

    /** The rows of the main run. */
    RunRows rows() {
        return main;
    }

    /** What the charts and tables of a run should say. */
    CellQueries queries(String run) {
        return queries.get(run);
    }
}
