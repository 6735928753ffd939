package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Spark's interface, or its history server later, shows of a run. */
@ExtendWith(AsSubmitted.class)
class EventLogTest {
    private static final List<String> PLAIN = List.of("spark.eventLog.compress", "spark.eventLog.rolling.enabled");

    @TempDir
    private Path folder;

    @BeforeAll
    static void logPlainly() {
        PLAIN.forEach(name -> System.setProperty(name, "false"));
    }

    @AfterAll
    static void logAsEver() {
        PLAIN.forEach(System::clearProperty);
    }

    @Test
    void jobsTellTheirMemoryAndCellsAndStagesCountImagesRecalled() throws IOException {
        Commands.Outcome outcome = Commands.run(
                "sweep",
                "--images=digits:60",
                "--rule=hebbian",
                "--patterns=5",
                "--networks=12",
                "--noise=flip=0,0.2; gaussian=1",
                "--event-log=" + folder.resolve("the log"),
                "--out=" + folder.resolve("run"));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        List<JsonNode> events = events();
        assertThat(texts(events, "SparkListenerJobStart", "/Properties/spark.job.description"))
                .contains("hebbian P=5: 12 networks, trained and recalled in tasks, 3 cells: flip=0, 0.2; gaussian=1");
        assertThat(events.stream()
                        .filter(event -> event.at("/Event").asText().equals("SparkListenerStageCompleted"))
                        .flatMap(event -> StreamSupport.stream(
                                event.at("/Stage Info/Accumulables").spliterator(), false))
                        .filter(value -> value.at("/Name").asText().equals("restorations"))
                        .mapToLong(value -> value.at("/Value").asLong()))
                .as("12 networks of 5, at 3 levels")
                .containsExactly(180L);
    }

    private List<JsonNode> events() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("the log"))) {
            Path log = files.filter(file -> !file.getFileName().toString().endsWith(".crc"))
                    .findFirst()
                    .orElseThrow();
            for (String line : Files.readAllLines(log)) {
                events.add(json.readTree(line));
            }
        }
        return events;
    }

    private static List<String> texts(List<JsonNode> events, String event, String pointer) {
        return events.stream()
                .filter(one -> one.at("/Event").asText().equals(event))
                .map(one -> one.at(pointer).asText())
                .toList();
    }
}
