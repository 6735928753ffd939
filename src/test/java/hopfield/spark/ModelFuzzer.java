package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Reads any bytes as a saved model's metadata: they are refused in one line that names the file, or written back as they were read. */
public final class ModelFuzzer {
    private static final Path FOLDER = temporary();

    private ModelFuzzer() {}

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            folder.resolve("model.json").toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            ModelInfo model = ModelJson.read(new String(bytes, StandardCharsets.UTF_8));
            String written = ModelJson.write(model);
            if (!ModelJson.write(ModelJson.read(written)).equals(written)) {
                throw new AssertionError("not what was read: " + written);
            }
            model.tables().forEach(ModelFuzzer::requireBelow);
        } catch (BadInput refused) {
            requireLine(refused);
        }
        Files.write(FOLDER.resolve("model.json"), bytes);
        try {
            ModelInfo model =
                    new ModelFolder("--model", FOLDER.toString(), new Configuration(false)).read(Workers.HERE);
            if (!model.tables().isEmpty()) {
                throw new AssertionError("files that are not there: " + model.tables());
            }
        } catch (BadInput refused) {
            requireLine(refused);
            if (!refused.getMessage().contains(FOLDER.toString())) {
                throw new AssertionError("does not name the folder: " + refused.getMessage());
            }
        }
    }

    private static void requireBelow(ModelInfo.TableFile file) {
        if (!FOLDER.resolve(file.path()).normalize().startsWith(FOLDER)) {
            throw new AssertionError(file.path() + " is outside of the model");
        }
    }

    private static void requireLine(BadInput refused) {
        if (refused.getMessage().isBlank()) {
            throw new AssertionError("refused without a word");
        }
    }
}
