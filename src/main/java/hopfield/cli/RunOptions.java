package hopfield.cli;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What run.json says, as far as it says anything.
 *
 * @param provenance its content; empty where there is none
 */
record RunOptions(Map<String, Object> provenance) {
    static RunOptions of(Map<String, Object> provenance) {
        return new RunOptions(provenance);
    }

    private Object at(String part, String name) {
        return provenance.get(part) instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private String option(String name) {
        Object value = at("options", name);
        return value == null ? "" : String.valueOf(value);
    }

    OptionalInt width() {
        return at("data", "width") instanceof Number width ? OptionalInt.of(width.intValue()) : OptionalInt.empty();
    }

    /** N; empty where it is not known. */
    OptionalInt neurons() {
        return width().isPresent() && at("data", "height") instanceof Number height
                ? OptionalInt.of(width().getAsInt() * height.intValue())
                : OptionalInt.empty();
    }

    int trials() {
        return at("options", "trials") instanceof Number trials ? trials.intValue() : 1;
    }

    String update() {
        return option("update").toLowerCase(Locale.ROOT);
    }

    /** Whether images are random, and all of their pixels free and at T = 0. */
    boolean random() {
        return option("images").startsWith("random:")
                && !option("clamp").equals("true")
                && !(at("options", "temperature") instanceof Number temperature && temperature.doubleValue() > 0);
    }

    /** The classes' names, by label; none where they have none. */
    List<String> classes() {
        return at("data", "classes") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The values of an option that has several. */
    List<String> list(String name) {
        return Arrays.stream(option(name).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<String> noises() {
        return Arrays.stream(option("noise").split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Noise kinds, in the order in which they were given. */
    List<String> kinds() {
        return noises().stream().map(noise -> noise.split("=")[0].strip()).toList();
    }

    private long expectedCells() {
        long levels =
                noises().stream().mapToLong(noise -> noise.split(",").length).sum();
        return list("rule").size() * list("patterns").size() * levels;
    }

    /** What a reader must know of the run first: its own warnings, and what is missing of it. */
    List<String> warnings(List<Cell> cells, int neurons) {
        List<String> warnings = new ArrayList<>();
        if (provenance.get("warnings") instanceof List<?> own) {
            own.forEach(warning -> warnings.add(String.valueOf(warning)));
        }
        if (provenance.isEmpty()) {
            warnings.add("The run left no run.json, so its options are unknown. That images have " + neurons
                    + " pixels was found from the shares in its rows.");
        } else if (cells.size() < expectedCells()) {
            warnings.add("The run is not complete: " + cells.size() + " of " + expectedCells() + " cells are there.");
        } else if (provenance.get("seconds") == null) {
            warnings.add("The run was interrupted before its end, with all of its cells.");
        }
        return warnings;
    }
}
