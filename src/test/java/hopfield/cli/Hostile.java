package hopfield.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a sweep is given that is wrong; DIR stands for the path of the folder that it lies in.
 *
 * @param what is wrong
 * @param files by name
 * @param options that name them
 * @param message the one line that it gets, or its beginning, if that ends in a space
 */
record Hostile(String what, Map<String, byte[]> files, List<String> options, String message) {
    /** Puts the files into a folder; the options and the message that are then meant. */
    Hostile in(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] content = file.getKey().endsWith(".properties")
                    ? at(folder, new String(file.getValue(), StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8)
                    : file.getValue();
            Files.write(folder.resolve(file.getKey()), content);
        }
        return new Hostile(
                what, files, options.stream().map(option -> at(folder, option)).toList(), at(folder, message));
    }

    private static String at(Path folder, String text) {
        return text.replace("DIR", folder.toString());
    }

    /** Whether the options or the files set an option. */
    boolean sets(String option) {
        return options.contains("--" + option)
                || files.values().stream()
                        .anyMatch(file -> new String(file, StandardCharsets.UTF_8).startsWith(option + " "));
    }

    @Override
    public String toString() {
        return "'" + what.replaceAll("\\p{Cntrl}", " ") + "'";
    }
}
