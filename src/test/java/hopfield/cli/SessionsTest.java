package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.spark.LocalFiles;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.util.NativeCodeLoader;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final String LOCAL_FILES = "spark.hadoop.fs.file.impl";

    @BeforeEach
    void beSparkSubmit() {
        Commands.beSparkSubmit();
    }

    @AfterEach
    void beNobody() {
        Commands.beNobody();
        System.clearProperty(LOCAL_FILES);
    }

    @Test
    void localFilesNeedNoProcessUnlessTheUserHasChosenAClass() throws IOException {
        assertThat(localFiles()).isEqualTo(NativeCodeLoader.isNativeCodeLoaded() ? "" : LocalFiles.class.getName());

        System.setProperty(LOCAL_FILES, LocalFileSystem.class.getName());

        assertThat(localFiles()).isEqualTo(LocalFileSystem.class.getName());
    }

    @Test
    void aPlaceToSpillIntoThatCannotBeWrittenIsOneLine() {
        System.setProperty("spark.local.dir", "/dev/null/scratch");
        try {
            assertThat(Commands.run("train", "--images=digits:60", "--out=/dev/null/model"))
                    .isEqualTo(new Commands.Outcome(
                            2,
                            "",
                            "error: nothing can be written into spark.local.dir, /dev/null/scratch (FileSystemException:"
                                    + " /dev/null/scratch: Not a directory); choose another with --conf spark.local.dir=DIR,"
                                    + " or make room there\n"));
        } finally {
            System.clearProperty("spark.local.dir");
        }
    }

    @Test
    void whatIsReadBeforeASessionIsReadAsItWouldBe() {
        System.setProperty("spark.hadoop.fs.mine.impl", "mine");
        try {
            assertThat(Sessions.hadoop().get("fs.mine.impl")).isEqualTo("mine");
            assertThat(Sessions.hadoop().get("fs.file.impl", ""))
                    .isEqualTo(NativeCodeLoader.isNativeCodeLoaded() ? "" : LocalFiles.class.getName());
        } finally {
            System.clearProperty("spark.hadoop.fs.mine.impl");
        }
    }

    private static String localFiles() throws IOException {
        try (SparkSession session = Sessions.open(Optional.empty())) {
            return session.sparkContext().hadoopConfiguration().get("fs.file.impl");
        }
    }
}
