package hopfield.spark;

import hopfield.BadInput;
import hopfield.fuzz.Seed;
import hopfield.image.Workers;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** The metadata of a memory of three patterns. */
    public static List<Seed> seeds() {
        ModelInfo model = new ModelInfo(
                Rule.of("hebbian"),
                3,
                new Shape(8, 8),
                Threshold.of("otsu"),
                Form.WEIGHTS,
                false,
                1,
                64,
                Map.of("seed", 1),
                List.of(new ModelInfo.TableFile("weights/part-0.parquet", 9, "0".repeat(64))));
        return List.of(
                new Seed("model", ModelJson.write(model).getBytes(StandardCharsets.UTF_8), ModelFuzzer::metadata));
    }

    private static void metadata(byte[] bytes) {
        ModelInfo model = ModelJson.read(new String(bytes, StandardCharsets.UTF_8));
        String written = ModelJson.write(model);
        if (!ModelJson.write(ModelJson.read(written)).equals(written)) {
            throw new AssertionError("not what was read: " + written);
        }
        model.tables().forEach(ModelFuzzer::requireBelow);
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            metadata(bytes);
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
