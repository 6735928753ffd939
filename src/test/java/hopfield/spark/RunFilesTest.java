package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    @TempDir
    private Path folder;

    private RunFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new RunFiles(
                FileSystem.getLocal(new Configuration()).getRawFileSystem(),
                new org.apache.hadoop.fs.Path(folder.toString()));
    }

    /** As a driver does that stands still in the midst of a file, is taken for dead, and wakes when its successor has written it. */
    @Test
    void aWriterThatWakesChangesNothingOfWhatItsSuccessorHasWritten() {
        assertThatThrownBy(() -> files.write("report.html", this::wakeInTheMidst, () -> {
                    throw new BadInput("lost");
                }))
                .hasMessage("lost");

        assertThat(folder.resolve("report.html")).hasContent("the successor's");
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    private void wakeInTheMidst(org.apache.hadoop.fs.Path file) throws IOException {
        try (OutputStream out = files.files().create(file, false)) {
            out.write(new byte[100]);
            out.flush();
            files.write("report.html", "the successor's".getBytes(StandardCharsets.UTF_8));
            out.write(new byte[100]);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() {
        files.write("run.json", new byte[] {'1'});

        assertThatThrownBy(() -> files.write("run.json", this::failInTheMidst, () -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("run.json: No space left on device");

        assertThat(folder.resolve("run.json")).hasContent("1");
        assertThat(folder.toFile().list()).containsExactly("run.json");
    }

    private void failInTheMidst(org.apache.hadoop.fs.Path file) throws IOException {
        try (OutputStream out = files.files().create(file, false)) {
            out.write('2');
            throw new IOException("No space left on device");
        }
    }
}
