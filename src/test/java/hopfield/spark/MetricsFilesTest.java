package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFilesTest {
    @TempDir
    private Path table;

    private Path staged(MetricsFiles writer) throws IOException {
        return staged(writer, "rows");
    }

    private Path staged(MetricsFiles writer, String rows) throws IOException {
        Path part = Files.createDirectories(Path.of(writer.staged("hebbian", 5, "0")));
        return Files.writeString(part.resolve("part-00000.parquet"), rows);
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
        successor.commit("hebbian", 5, new byte[] {1}, () -> {});
        successor.clearOwn();
        assertThat(table.resolve("rule=hebbian/patterns=5/part-00000.parquet")).hasContent("rows");
        assertThat(table.resolve("_unfinished")).doesNotExist();
    }

    /** As a driver does that stands still between its last look at the lease and the rename. */
    @Test
    void aWriterThatWakesInTheMidstOfItsCommitAddsNothingToWhatItsSuccessorHasCommitted() throws IOException {
        MetricsFiles frozen = writer();
        MetricsFiles successor = writer();
        staged(frozen, "its own");
        staged(successor, "the successor's");
        Runnable once = () -> successor.commit("hebbian", 5, new byte[] {2}, () -> {});

        assertThatThrownBy(() -> frozen.commit("hebbian", 5, new byte[] {1}, once))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith(
                        "/rule=hebbian/patterns=5 holds rows of another sweep already; leave the rest to it");

        Path memory = table.resolve("rule=hebbian/patterns=5");
        assertThat(memory.toFile().list((folder, name) -> !name.endsWith(".crc")))
                .containsExactlyInAnyOrder("part-00000.parquet", "_cells.json");
        assertThat(memory.resolve("part-00000.parquet")).hasContent("the successor's");
        assertThat(memory.resolve("_cells.json")).hasBinaryContent(new byte[] {2});
    }

    /** Rows without a record are those of a driver that died; a record without rows would pass for a memory that is finished. */
    @Test
    void aWriterThatWakesWhenItsRowsAreRemovedAddsNoRecord() throws IOException {
        MetricsFiles frozen = writer();
        staged(frozen);
        Iterator<Runnable> checks =
                List.<Runnable>of(() -> {}, () -> writer().record("hebbian", 5)).iterator();

        assertThatThrownBy(() -> frozen.commit(
                        "hebbian", 5, new byte[] {1}, () -> checks.next().run()))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(table.resolve("rule=hebbian/patterns=5")).doesNotExist();
    }

    @Test
    void aWriterThatBeginsRemovesWhatAnyoneHasStaged() throws IOException {
        Path rows = staged(writer());

        writer().clear();

        assertThat(rows).doesNotExist();
    }
}
