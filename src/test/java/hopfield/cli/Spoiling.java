package hopfield.cli;

import hopfield.image.TestPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What spoils a folder of pictures, or a model. */
@FunctionalInterface
interface Spoiling {
    void spoil(Path folder) throws IOException;

    /** A case of a test: what is wrong, what made it so, and what is said of it. */
    static Arguments bad(String what, Spoiling spoiling, String message) {
        return Arguments.of(what, spoiling, message);
    }

    /** Two pictures in a folder, to be spoiled. */
    static Path pictures(Path folder, int width, int height) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("a.png"), png(width, height));
        Files.write(folder.resolve("z.png"), png(width, height));
        return folder;
    }

    static byte[] png(int width, int height) {
        try {
            return TestPictures.file(TestPictures.colourful(width, height), "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is in a folder. */
    static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    /** What a mistake leaves on the terminal. */
    static Commands.Outcome mistake(String message) {
        return new Commands.Outcome(2, "", "error: " + message + "\n");
    }

    static Commands.Outcome run(String command) {
        return Commands.run(command.split(" "));
    }
}
