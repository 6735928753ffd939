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

    private static final Map<String, String> ENTRIES = Map.of(
            "seconds", "time from the start of Spark to the end of recall and metrics, without this report",
            "broadcastLimit", "largest weight matrix that is broadcast");

    private static final Set<String> TIMES = Set.of("seconds", "stages", "tasks");

    private static final Map<String, String> UNITS = Map.of("width", "px", "height", "px", "broadcastLimit", "bytes");

    private static final Set<String> COUNTS = Set.of("restorations", "images");

    private ProvenanceNames() {}

    /** Of a nested map, by its key. */
    static String part(String key) {
        return PARTS.getOrDefault(key, key);
    }

    /** Of a value of the top level, by its key. */
    static String entry(String key) {
        return ENTRIES.getOrDefault(key, key);
    }

    /**
     * A value with its unit, and counts with thousands apart.
     *
     * @param part the nested map's key; the value's own where it stands at the top level
     * @param key the value's
     */
    static Object value(String part, String key, Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        String unit = TIMES.contains(part) ? "s" : UNITS.get(key);
        String digits = COUNTS.contains(key) || "bytes".equals(unit) ? Numbers.count(number.longValue()) : "" + number;
        return unit == null ? digits : digits + "\u00a0" + unit;
    }
}
