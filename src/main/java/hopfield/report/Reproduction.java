package hopfield.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command that does a run again. */
final class Reproduction {
    /** Options that say where a run goes and what happens to one that is there, not what it computes. */
    private static final Set<String> OF_THE_PLACE = Set.of("out", "resume", "overwrite", "event-log");

    private Reproduction() {}

    /** The command, without where its output goes; empty where the options are not known. */
    static String command(Report run) {
        if (!(run.provenance("options") instanceof Map<?, ?> options) || options.isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>(List.of("./submit.sh sweep"));
        options.forEach((name, value) -> {
            if (!OF_THE_PLACE.contains(name)) {
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
