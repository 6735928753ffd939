package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as spark-submit would call them, in this JVM. */
@ExtendWith(AsSubmitted.class)
class MainTest {
    @TempDir
    private Path folder;

    @Test
    void aSweepLeavesMetricsTableReportAndProvenance() throws Exception {
        Path out = folder.resolve("run");

        Commands.Outcome outcome = run(
                "sweep",
                "--images",
                "digits:120",
                "--rule",
                "centred",
                "--patterns",
                "3,6",
                "--noise",
                "flip=0,0.2",
                "--noise",
                "gaussian=1",
                "--trials",
                "2",
                "--out",
                out + "/");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).endsWith("s: " + out + "/report.html\n").contains("6 cells, 54 restorations in ");
        assertThat(out.resolve("metrics/rule=centred/patterns=3")).isDirectoryContaining("glob:**/part-*.parquet");
        assertThat(Commands.rows(out + "/metrics"))
                .filteredOn(row -> row.endsWith(",flip,0.2,centred,3]"))
                .isNotEmpty();
        assertThat(Files.readAllLines(out.resolve("capacity.csv"))).hasSize(1 + 6);
        assertThat(out.resolve("report.html")).content().contains("centred networks of 3 to 6 patterns");
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/options/noise").asText()).isEqualTo("flip=0,0.2; gaussian=1");
        assertThat(run.at("/options/seed").asLong()).isEqualTo(1);
        assertThat(run.at("/versions/spark").asText()).startsWith("4.");
        assertThat(run.at("/restorations").asLong()).isEqualTo(54);
    }

    @Test
    void aConfigFileGivesOptionsThatTheCommandLineOverrides() throws Exception {
        Path out = folder.resolve("run");
        Path config = Files.writeString(
                folder.resolve("sweep.properties"),
                "images = digits:60\nrule = hebbian\npatterns = 3,4\nnoise = flip=0.1; gaussian=1\nseed = 9\n");

        Commands.Outcome outcome =
                run("sweep", "--config", config.toString(), "--patterns", "5", "--out", out.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode options =
                new ObjectMapper().readTree(out.resolve("run.json").toFile()).get("options");
        assertThat(options.get("patterns").asText()).isEqualTo("5");
        assertThat(options.get("rule").asText()).isEqualTo("hebbian");
        assertThat(options.get("noise").asText()).isEqualTo("flip=0.1; gaussian=1");
        assertThat(options.get("seed").asLong()).isEqualTo(9);
    }

    @Test
    void aConfigFileGivesTheOptionsOfTrainAndRestoreToo() throws Exception {
        Path model = folder.resolve("model");
        Path out = folder.resolve("run");
        Path train = Files.writeString(
                folder.resolve("train.properties"),
                "images = digits:60\nlimit = 9\nrule = projection\nout = " + model + "\n");
        Path restore = Files.writeString(
                folder.resolve("restore.properties"),
                "images = digits:60\nlimit = 5\nmodel = " + model + "\nnoise = flip=0.3\n");

        Commands.Outcome trained = run("train", "--config", train.toString(), "--limit", "7");
        Commands.Outcome restored =
                run("restore", "--config", restore.toString(), "--noise", "flip=0.1", "--out", out.toString());

        assertThat(trained.status()).as(trained.err()).isZero();
        assertThat(trained.out()).startsWith("7 patterns of 28x28 stored by projection ");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).startsWith("5 pictures from flip=0.1: ");
        assertThat(run("restore", "--config", train.toString()).err())
                .startsWith("error: " + train + " sets 'rule', which is not an option of restore; expected among ");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "--clamp, true", "--clamp=false, false", "--clamp=true, true"})
    void clampingIsRecordedAndTheCommandLineOverridesTheFile(String option, boolean clamped) throws Exception {
        Path out = folder.resolve("run");
        Path config =
                Files.writeString(folder.resolve("sweep.properties"), "clamp = true\nnoise = rows=0.5; pixels=0.5\n");
        List<String> args = new ArrayList<>(List.of("sweep", "--config", config.toString(), "--images", "digits:60"));
        args.addAll(List.of("--rule", "centred", "--patterns", "3", "--out", out.toString()));
        if (!option.isEmpty()) {
            args.add(option);
        }

        Commands.Outcome outcome = run(args.toArray(String[]::new));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/options/clamp").asText()).isEqualTo(Boolean.toString(clamped));
        String report = Files.readString(out.resolve("report.html"));
        assertThat(report.contains("from rows noise of 0.5 and pixels noise of 0.5, known pixels held: 6 synchronous"))
                .isEqualTo(clamped);
    }

    @Test
    void aTemperatureIsRecordedAndSaidAndNothingComesToRest() throws Exception {
        Path out = folder.resolve("run");

        Commands.Outcome outcome = run(
                ("sweep --images digits:60 --rule hebbian --patterns 3 --noise flip=.1 --update async --temperature .5"
                                + " --max-steps 7 --out " + out)
                        .split(" "));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/options/temperature").asDouble()).isEqualTo(.5);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("from flip noise of 0.1: 3 asynchronous recalls at temperature 0.5, seed 1, on ")
                .contains("\"outcome\":\"step_limit\",\"steps\":7");
    }

    @Test
    void aFolderThatHoldsARunIsLeftAlone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("run"));
        Path csv = Files.writeString(out.resolve("capacity.csv"), "precious");

        Commands.Outcome outcome = run("sweep", "--images", "digits:60", "--patterns", "3", "--out", out.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("error: " + out
                        + " already holds a run that is not finished (capacity.csv); --resume to finish it,"
                        + " --overwrite to begin anew, or choose another --out\n");
        assertThat(csv).hasContent("precious");
        assertThat(out).isDirectoryContaining("glob:**capacity.csv").isDirectoryNotContaining("glob:**metrics");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help").out()).contains("sweep").contains("--dry-run").doesNotContain("${");
        assertThat(run("sweep", "--help").out()).contains("Default: 100").doesNotContain("${");
        assertThat(run("sweep", "--help").out())
                .contains(
                        "--images",
                        "--limit",
                        "--rule",
                        "--patterns",
                        "--order",
                        "--networks",
                        "--probe",
                        "--noise",
                        "--clamp",
                        "--update",
                        "--temperature",
                        "--max-steps",
                        "--trials",
                        "--seed",
                        "--block-size",
                        "--out",
                        "--resume",
                        "--overwrite",
                        "--event-log",
                        "--config");
    }

    private static Commands.Outcome run(String... args) {
        return Commands.run(args);
    }
}
