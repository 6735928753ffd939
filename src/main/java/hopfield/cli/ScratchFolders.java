package hopfield.cli;

import hopfield.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;

/** The folders of this machine into which Spark writes what tasks shuffle and spill. */
final class ScratchFolders {
    private ScratchFolders() {}

    /**
     * Makes sure of one into which something can be written, as Spark passes over others; of none, it would end the JVM.
     *
     * @throws BadInput if there is none
     */
    static void check(SparkConf conf) {
        List<String> unusable = new ArrayList<>();
        for (String folder : Utils.getConfiguredLocalDirs(conf)) {
            if (folder.isBlank()) {
                continue; // Spark takes the working folder for none
            }
            try {
                Path probe = Files.createTempFile(Files.createDirectories(Path.of(folder)), "hopfield", "");
                try {
                    Files.write(probe, new byte[1]);
                    return;
                } finally {
                    Files.delete(probe);
                }
            } catch (IOException e) {
                unusable.add(folder + " (" + e.toString().replaceFirst("^[\\w.]*\\.", "") + ")");
            }
        }
        throw new BadInput("nothing can be written into spark.local.dir, "
                + (unusable.isEmpty() ? "which is empty" : String.join(", ", unusable))
                + "; choose another with --conf spark.local.dir=DIR, or make room there");
    }
}
