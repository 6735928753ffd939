package hopfield.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of where a report comes from: the top level's own values, or one nested map.
 *
 * @param name of the nested map; run for the top level
 * @param entries values by dotted path
 */
record Provenance(String name, List<Entry> entries) {
    /** One value and its path. */
    record Entry(String path, String value) {}

    /** The parts of a provenance that have anything to say, the top level's own values first. */
    static List<Provenance> of(Map<String, Object> provenance) {
        Provenance top = new Provenance(ProvenanceNames.TOP, new ArrayList<>());
        List<Provenance> parts = new ArrayList<>(List.of(top));
        provenance.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                Provenance part = new Provenance(ProvenanceNames.part(key), new ArrayList<>());
                nested.forEach((path, inner) ->
                        part.add(String.valueOf(path), ProvenanceNames.value(key, String.valueOf(path), inner)));
                parts.add(part);
            } else {
                top.add(ProvenanceNames.entry(key), ProvenanceNames.value(key, key, value));
            }
        });
        return parts.stream().filter(part -> !part.entries.isEmpty()).toList();
    }

    private void add(String path, Object value) {
        if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
            nested.forEach((key, inner) -> add(path + "." + key, inner));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                add(path + "." + (i + 1), list.get(i));
            }
        } else {
            entries.add(new Entry(path, text(value)));
        }
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? Numbers.DASH
                    : list.stream().map(Provenance::text).collect(joining(", "));
        }
        return value == null || value.equals("") || value.equals(Map.of()) ? Numbers.DASH : value.toString();
    }

    /** This tree as maps, lists, numbers, truth values and strings, which any writer of JSON can write. */
    static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Provenance::plain).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
