package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that find a run in their folder. */
class ResumeTest {
    private static final List<String> PARTS =
            List.of("gallery.json", "capacity.csv", "capacity.parquet", "report.md", "run.json", "report.html");

    @TempDir
    private Path folder;

    @BeforeAll
    static void beSparkSubmit() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.sql.shuffle.partitions", "2");
        System.setProperty("spark.hopfield.heartbeat", "1s");
    }

    @AfterAll
    static void beNobody() {
        List.of("spark.master", "spark.ui.enabled", "spark.sql.shuffle.partitions", "spark.hopfield.heartbeat")
                .forEach(System::clearProperty);
    }

    /** As if the driver had died when two of six memories were finished, a third had wrong rows and no record, a fourth was staged. */
    @Test
    void aResumedRunDoesOnlyTheRestAndEndsWithTheSameBytes() throws Exception {
        Path whole = sweep("whole").folder();
        Path cut = sweep("cut").folder();
        for (String part : PARTS) {
            Files.delete(cut.resolve(part));
        }
        Path metrics = cut.resolve("metrics");
        replaceRows(metrics.resolve("rule=centred/patterns=6"), metrics.resolve("rule=hebbian/patterns=6"));
        Commands.remove(metrics.resolve("rule=hebbian/patterns=6"));
        Commands.remove(metrics.resolve("rule=dense%3A3/patterns=3"));
        Commands.remove(metrics.resolve("rule=dense%3A3/patterns=6"));
        Files.delete(metrics.resolve("rule=centred/patterns=6/_cells.json"));
        Path staged = Files.createDirectories(metrics.resolve("_unfinished/rule=hebbian/patterns=6/_part-0"));
        Files.writeString(staged.resolve("half"), "a row");
        Files.writeString(cut.resolve(".report.html.0.part"), "half a page");
        var kept = times(metrics.resolve("rule=hebbian/patterns=3"));

        Run resumed = sweep("cut", "--resume");

        assertThat(resumed.outcome().status()).as(resumed.outcome().err()).isZero();
        assertThat(cut.resolve("capacity.csv")).hasSameBinaryContentAs(whole.resolve("capacity.csv"));
        assertThat(cut.resolve("gallery.json")).hasSameBinaryContentAs(whole.resolve("gallery.json"));
        assertThat(cut).isDirectoryContaining(file -> file.endsWith("capacity.parquet"));
        assertThat(times(metrics.resolve("rule=hebbian/patterns=3"))).isEqualTo(kept);
        assertThat(metrics.resolve("_unfinished")).doesNotExist();
        assertThat(cut.resolve(".report.html.0.part")).doesNotExist();
        assertThat(cut.resolve(".lease")).doesNotExist();
        assertThat(rows(cut)).isEqualTo(rows(whole));
    }

    @Test
    void aFinishedRunIsResumedByDoingNothing() throws Exception {
        Path out = sweep("run").folder();
        var before = times(out);

        Run again = sweep("run", "--resume");

        assertThat(again.outcome())
                .isEqualTo(new Commands.Outcome(0, "finished already: " + out + "/report.html\n", ""));
        assertThat(times(out)).isEqualTo(before);
    }

    @Test
    void aReportOfWhatThereIsOfARunDoesNotFinishIt() throws Exception {
        Path whole = sweep("whole").folder();
        Path cut = sweep("cut").folder();
        Path record = cut.resolve("run.json");
        String begun = Files.readString(record).replaceFirst("\\s*\"seconds\" : [0-9.]+,", "");
        for (String part : PARTS) {
            Files.delete(cut.resolve(part));
        }
        Commands.remove(cut.resolve("metrics/rule=centred"));
        Files.deleteIfExists(cut.resolve(".run.json.crc"));
        Files.writeString(record, begun);

        assertThat(Commands.run("report", cut.toString()).status()).isZero();
        assertThat(cut.resolve("report.html")).content().contains("The run is not complete: 12 of 18 cells are there.");
        Run resumed = sweep("cut", "--resume");

        assertThat(resumed.outcome().status()).as(resumed.outcome().err()).isZero();
        assertThat(resumed.outcome().out()).contains("18 cells, ");
        assertThat(cut.resolve("capacity.csv")).hasSameBinaryContentAs(whole.resolve("capacity.csv"));
    }

    /** As where a disk is full at that moment; the report there is an older one, of what there was then. */
    @Test
    void aRunWhoseReportsCouldNotBeWrittenIsNotFinished() throws Exception {
        Path out = sweep("run").folder();
        Path record = out.resolve("run.json");
        Files.delete(out.resolve(".run.json.crc"));
        Files.writeString(record, Files.readString(record).replaceFirst("\\s*\"seconds\" : [0-9.]+,", ""));
        Files.writeString(out.resolve("report.html"), "of what there was");
        Files.delete(out.resolve("report.md"));
        Path inTheWay = Files.createDirectories(out.resolve("report.md/in the way"));

        assertThat(sweep("run", "--resume").outcome().status()).isNotZero();
        Commands.remove(inTheWay.getParent());
        Run resumed = sweep("run", "--resume");

        assertThat(resumed.outcome().status()).as(resumed.outcome().err()).isZero();
        assertThat(resumed.outcome().out()).contains("18 cells, ");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("162 synchronous recalls")
                .doesNotContain("of what there was");
    }

    @Test
    void aFinishedRunIsReplacedOnlyWhenToldTo() throws Exception {
        Path out = sweep("run").folder();
        byte[] table = Files.readAllBytes(out.resolve("capacity.csv"));
        Files.writeString(out.resolve("notes.txt"), "the user's own");

        assertThat(sweep("run").outcome())
                .isEqualTo(new Commands.Outcome(
                        2,
                        "",
                        "error: " + out + " already holds a finished run; choose another --out, or --overwrite it\n"));
        assertThat(sweep("run", "--overwrite", "--seed", "2").outcome().status())
                .isZero();
        assertThat(Files.readAllBytes(out.resolve("capacity.csv"))).isNotEqualTo(table);
        assertThat(out.resolve("notes.txt")).hasContent("the user's own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed 2           | --seed was 1, is 2",
                "--patterns 3       | --patterns was 3,6, is 3",
                "--noise flip=0.3   | --noise was flip=0,0.2; gaussian=1, is flip=0.3",
                "--images digits:61 | --images was digits:60, is digits:61; data images was 60, is 61; data source was Built-in digits, is Built-in digits",
                "--limit 50         | --limit was not given, is 50; data images was 60, is 50"
            })
    void anotherRunIsNotResumed(String option, String difference) throws Exception {
        Path out = sweep("run").folder();
        Files.delete(out.resolve("report.html"));

        Run resumed = sweep(
                "run",
                Stream.concat(Stream.of("--resume"), Stream.of(option.split(" ")))
                        .toArray(String[]::new));

        assertThat(resumed.outcome().status()).isEqualTo(2);
        assertThat(resumed.outcome().err())
                .startsWith(
                        "error: file:" + out + " holds another run: " + difference.replaceAll("; data source.*", ""))
                .endsWith("; resume with what it was begun with, or choose another --out\n")
                .hasLineCount(1);
        assertThat(out.resolve(".lease")).doesNotExist();
    }

    @Test
    void otherDataOrCodeIsNotResumed() throws Exception {
        Path out = sweep("run").folder();
        Files.delete(out.resolve("report.html"));
        Path begun = out.resolve(".begun.json");
        String text = Files.readString(begun);
        Files.delete(out.resolve("..begun.json.crc"));

        Files.writeString(begun, text.replaceFirst("\\{", "{\"SHA-256 of t10k\": \"ab\","));
        assertThat(sweep("run", "--resume").outcome().err())
                .contains(" holds another run: SHA-256 of t10k was ab, is not given; resume with");
        Files.writeString(begun, text.replaceFirst("(\"code version\" : \")[^\"]*", "$10.0.1 (abc)"));
        assertThat(sweep("run", "--resume").outcome().err())
                .contains(" holds another run: code version was 0.0.1 (abc), is " + new BuildInfo().version());
        Files.writeString(begun, text.substring(0, text.length() / 2));
        assertThat(sweep("run", "--resume").outcome().err())
                .contains(".begun.json cannot be read (")
                .hasLineCount(1);
    }

    @Test
    void aDamagedRecordIsNamed() throws Exception {
        Path out = sweep("run").folder();
        Files.delete(out.resolve("report.html"));
        Path record = out.resolve("metrics/rule=hebbian/patterns=3/_cells.json");
        Files.delete(record.resolveSibling("._cells.json.crc"));
        Files.writeString(record, "{\"cells\": []");

        assertThat(sweep("run", "--resume").outcome().err())
                .startsWith("error: file:" + record + " is no record of finished cells (")
                .endsWith("; remove it, and --resume recalls them again\n")
                .hasLineCount(1);
    }

    @Test
    void resumingWhereNothingIsBegins() throws IOException {
        assertThat(sweep("new", "--resume").outcome().status()).isZero();
        assertThat(folder.resolve("new/report.html")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--resume --overwrite --out X | --resume keeps what --overwrite removes; give one of them",
                "--resume                     | --resume needs the run's folder; give --out DIR",
                "--overwrite                  | --overwrite needs the run's folder; give --out DIR"
            })
    void contradictionsAreOneLine(String options, String message) {
        String[] args = ("sweep --images digits:60 " + options).split(" ");

        assertThat(Commands.run(args)).isEqualTo(new Commands.Outcome(2, "", "error: " + message + "\n"));
    }

    private record Run(Commands.Outcome outcome, Path folder) {}

    private Run sweep(String name, String... more) {
        Path out = folder.resolve(name);
        Stream<String> args = Stream.of(
                "sweep",
                "--images=digits:60",
                "--rule=hebbian,centred,dense:3",
                "--patterns=3,6",
                "--networks=2",
                "--noise=flip=0,0.2; gaussian=1",
                "--out=" + out);
        List<String> options = List.of(more);
        Stream<String> given = args.filter(arg -> options.stream().noneMatch(o -> arg.startsWith(o + "=")));
        return new Run(Commands.run(Stream.concat(given, options.stream()).toArray(String[]::new)), out);
    }

    /** Puts the rows of another memory in the place of a memory's own. */
    private static void replaceRows(Path memory, Path other) throws IOException {
        Files.delete(rowsOf(memory));
        Files.copy(rowsOf(other), memory.resolve("part-00000.parquet"));
    }

    private static Path rowsOf(Path memory) throws IOException {
        try (Stream<Path> files = Files.list(memory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static TreeMap<String, Long> times(Path root) throws IOException {
        TreeMap<String, Long> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                times.put(
                        root.relativize(file).toString(),
                        Files.getLastModifiedTime(file).toMillis());
            }
        }
        return times;
    }

    private static List<String> rows(Path run) {
        return Commands.rows(run.resolve("metrics").toString());
    }
}
