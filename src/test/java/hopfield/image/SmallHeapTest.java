package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.BadInput;
import hopfield.pattern.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that a heap has no room for, in a JVM of its own: the JDK's PNG reader says that it could not be read. */
class SmallHeapTest {
    private static final int SIDE = 3000;

    @TempDir
    private Path folder;

    @Test
    void aPictureThatThereIsNoRoomForIsNotTakenForADamagedOne() throws Exception {
        byte[] rows = new byte[SIDE * (1 + 8 * SIDE)];
        Files.write(folder.resolve("deep.png"), TestPictures.png(SIDE, SIDE, 16, 6, new byte[0], rows));

        assertThat(opened())
                .isEqualTo(
                        "there is no memory to decode deep.png of file:" + folder
                                + "; raise --executor-memory (with a local master --driver-memory), or run fewer tasks at once\n");
    }

    private String opened() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx60m",
                        "-Dlog4j2.level=OFF",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Opens a folder and says what came of it. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] folder) {
            try {
                ImageSource images = new Images(new HadoopFiles(new Configuration()), Map.of())
                        .open("folder:" + folder[0], new Seed(1), Preparation.NONE, false);
                System.out.println(images.count() + " " + images.warnings());
            } catch (BadInput e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
