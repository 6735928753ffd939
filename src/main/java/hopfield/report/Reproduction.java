package hopfield.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command that does a run again. */
final class Reproduction {
    private Reproduction() {}

    /** The command, without where its output goes; empty where the options are not known. */
    static String command(Report run) {
        if (!(run.provenance("options") instanceof Map<?, ?> options) || options.isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>(List.of("./submit.sh sweep"));
        options.forEach((name, value) -> {
            if (!name.equals("out")) {
                words.add("--" + name + " " + quoted(String.valueOf(value)));
            }
        });
        return String.join(" ", words);
    }

    /** As a shell reads it. */
    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:=,@%+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
