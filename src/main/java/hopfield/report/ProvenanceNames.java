package hopfield.report;

import java.util.Map;
import java.util.Set;

/** What of a run's record has a name in words, or a unit; all else stands as it is recorded, options as they are typed. */
final class ProvenanceNames {
    /** The part of the top level's own values. */
    static final String TOP = "run";

    private static final Map<String, String> PARTS = Map.of(
            "stages", "time by stage",
            "tasks", "time of all tasks together",
            "recall", "how recall was computed, by rule and load",
            "recallReason", "why it was computed so, by rule and load");

    private static final Map<String, String> ENTRIES =
            Map.of("seconds", "time from the start of Spark to the end of recall and metrics, without this report");

    private static final Set<String> TIMES = Set.of("seconds", "stages", "tasks");

    private ProvenanceNames() {}

    /** Of a nested map, by its key. */
    static String part(String key) {
        return PARTS.getOrDefault(key, key);
    }

    /** Of a value of the top level, by its key. */
    static String entry(String key) {
        return ENTRIES.getOrDefault(key, key);
    }

    /** A value of the top level, or one of the nested map, of this key: times with their unit, restorations with thousands apart. */
    static Object value(String key, Object value) {
        if (value instanceof Number && TIMES.contains(key)) {
            return value + "\u00a0s";
        }
        return value instanceof Number number && key.equals("restorations") ? Numbers.count(number.longValue()) : value;
    }
}
