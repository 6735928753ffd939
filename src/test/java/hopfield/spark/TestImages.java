package hopfield.spark;

import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Seed;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;

/** Images for tests: the real digits, where MNIST_DIR names their folder; tests of them are skipped elsewhere, saying so. */
final class TestImages {
    private TestImages() {}

    static ImageSource mnist() {
        String folder = System.getenv("MNIST_DIR");
        Assumptions.assumeTrue(folder != null && !folder.isBlank(), "skipped: MNIST_DIR names no folder with MNIST");
        return open("mnist:" + folder, 1);
    }

    static ImageSource open(String images, long seed) {
        return new Images(new HadoopFiles(new Configuration()), Map.of()).open(images, new Seed(seed));
    }
}
