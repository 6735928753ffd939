package hopfield.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The options of a run, as far as its run.json has them.
 *
 * @param provenance its content; empty where there is none
 */
record RunOptions(Map<String, Object> provenance) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("images", "rule", "patterns", "noise", "update");

    /** Of a run that left no run.json. */
    static final RunOptions NONE = new RunOptions(Map.of());

    RunOptions {
        requireMap(provenance, "options");
        requireMap(provenance, "data");
        TEXTS.forEach(name -> require(
                !(at(provenance, "options", name) instanceof Map || at(provenance, "options", name) instanceof List),
                "options." + name,
                at(provenance, "options", name),
                "a text"));
        requireCount(provenance, "options", "trials");
        requireCount(provenance, "data", "width");
        requireCount(provenance, "data", "height");
        if (at(provenance, "data", "width") instanceof Integer width
                && at(provenance, "data", "height") instanceof Integer height) {
            long pixels = (long) width * height;
            require(pixels <= Integer.MAX_VALUE, "pixels", pixels, "at most " + Integer.MAX_VALUE);
        }
    }

    /**
     * What run.json says.
     *
     * @throws IllegalArgumentException if that is not what a sweep writes
     */
    static RunOptions read(String json) {
        try {
            JsonNode content = JSON.readTree(json);
            if (!content.isObject()) {
                throw new IllegalArgumentException("it holds "
                        + (content.isMissingNode()
                                ? "nothing"
                                : content.getNodeType().name().toLowerCase(Locale.ROOT))
                        + ", expected an object");
            }
            return new RunOptions(JSON.convertValue(content, new TypeReference<LinkedHashMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    private static void require(boolean right, String name, Object value, String expected) {
        if (!right) {
            throw new IllegalArgumentException("it has " + value + " for " + name + ", expected " + expected);
        }
    }

    private static void requireMap(Map<String, Object> provenance, String part) {
        Object value = provenance.get(part);
        require(value == null || value instanceof Map, part, value, "an object");
    }

    private static void requireCount(Map<String, Object> provenance, String part, String name) {
        Object value = at(provenance, part, name);
        require(
                value == null || value instanceof Integer count && count > 0,
                part + "." + name,
                value,
                "a whole number above 0");
    }

    private static Object at(Map<String, Object> provenance, String part, String name) {
        return provenance.get(part) instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** Whether it is a restore's, of pictures by a saved model. */
    boolean isRestore() {
        return provenance.containsKey("model") && provenance.containsKey("result");
    }

    private Object at(String part, String name) {
        return at(provenance, part, name);
    }

    private String option(String name) {
        Object value = at("options", name);
        return value == null ? "" : String.valueOf(value);
    }

    /** Pixels across; empty where the shape is not known. */
    OptionalInt width() {
        return at("data", "width") instanceof Number width && at("data", "height") != null
                ? OptionalInt.of(width.intValue())
                : OptionalInt.empty();
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
        return noises().stream()
                .map(noise -> noise.replaceFirst("=.*", "").strip())
                .toList();
    }

    private long expectedCells() {
        long levels =
                noises().stream().mapToLong(noise -> noise.split(",").length).sum();
        return list("rule").size() * list("patterns").size() * levels;
    }

    /** Notes on the run that come first: its own warnings, and its missing parts. */
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
