package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredPicturesTest {
    @TempDir
    private Path folder;

    /** An executor that dies before a picture has its name. */
    public static final class Dying extends RawLocalFileSystem {
        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            throw new IOException("killed");
        }
    }

    @AfterEach
    void stop() {
        TestSpark.stop();
    }

    @Test
    void whatAKilledAttemptHasWrittenIsNotAmongThePictures() {
        SparkSession session = TestSpark.session(1, 1);
        ImageSource source = TestImages.open("digits:10", 1);
        Broadcast<ImageSource> names = TestSpark.context(session).broadcast(source);
        Configuration dying = new Configuration();
        dying.setClass("fs.file.impl", Dying.class, FileSystem.class);
        dying.setBoolean("fs.file.impl.disable.cache", true);
        Path restored = folder.resolve("restored");
        Image image = source.read(0, 1).next();

        assertThatThrownBy(() -> in(restored, dying, names).write(0, image.pattern(), 7))
                .hasMessageEndingWith("killed");
        in(restored, new Configuration(), names).write(0, image.pattern(), 8);

        assertThat(restored.toFile().list((parent, name) -> !name.endsWith(".crc")))
                .containsExactly("00000000.png");
    }

    private static RestoredPictures in(Path restored, Configuration files, Broadcast<ImageSource> names) {
        return new RestoredPictures(new HadoopFiles(files), restored.toString(), names);
    }
}
