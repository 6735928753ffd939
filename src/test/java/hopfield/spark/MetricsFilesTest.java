package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFilesTest {
    @TempDir
    private Path table;

    private Path staged(MetricsFiles writer) throws IOException {
        Path part = Files.createDirectories(Path.of(writer.staged("hebbian", 5, "0")));
        return Files.writeString(part.resolve("part-00000.parquet"), "rows");
    }

    private MetricsFiles writer() {
        return new MetricsFiles(table.toString(), new Configuration());
    }

    /** As a driver does that stood still, was taken for dead, and wakes: it gives up, and its successor's rows are none of its own. */
    @Test
    void aWriterThatGivesUpLeavesWhatAnotherHasStaged() throws IOException {
        MetricsFiles frozen = writer();
        MetricsFiles successor = writer();
        staged(frozen);
        Path rows = staged(successor);

        frozen.clearOwn();

        assertThat(rows).exists();
        successor.commit("hebbian", 5, new byte[] {1});
        successor.clearOwn();
        assertThat(table.resolve("rule=hebbian/patterns=5/part-00000.parquet")).hasContent("rows");
        assertThat(table.resolve("_unfinished")).doesNotExist();
    }

    @Test
    void aWriterThatBeginsRemovesWhatAnyoneHasStaged() throws IOException {
        Path rows = staged(writer());

        writer().clear();

        assertThat(rows).doesNotExist();
    }
}
