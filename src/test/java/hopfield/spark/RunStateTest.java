package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStateTest {
    @TempDir
    private Path folder;

    /** Keeps the names of what is deleted, in order. */
    private static final class Watched extends LocalFileSystem {
        private final List<String> deleted = new ArrayList<>();

        Watched() {
            super(new RawLocalFileSystem());
        }

        @Override
        public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
            deleted.add(path.getName());
            return super.delete(path, recursive);
        }
    }

    /** Were it killed in between, rows that are half gone would else pass for finished ones. */
    @Test
    void whatARunWasBegunWithGoesBeforeItsRows() throws IOException {
        Watched files = new Watched();
        files.initialize(folder.toUri(), new Configuration());

        new RunState(new RunFiles(files, new org.apache.hadoop.fs.Path(folder.toString()))).remove();

        assertThat(files.deleted).startsWith(".begun.json").contains("metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run[1]", "run{1}", "run*", "run?"})
    void aFolderWhoseNameIsAPatternIsRefused(String name) {
        assertThatThrownBy(() -> RunFolder.of(folder.resolve(name).toString(), RunFolder.How.NEW, new Configuration()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("make a pattern; choose a path without");
    }
}
