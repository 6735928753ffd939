package hopfield.spark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that decides a run's rows: two runs of one identity leave the same table.
 *
 * @param facts options, checksums of data, and the code's version, by name
 */
public record RunIdentity(Map<String, String> facts) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public RunIdentity {
        facts = Map.copyOf(facts);
    }

    /** The differences from another, in the order of names: "--seed was 1, is 2". */
    List<String> differencesTo(RunIdentity now) {
        TreeSet<String> names = new TreeSet<>(facts.keySet());
        names.addAll(now.facts.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(facts.get(name), now.facts.get(name)))
                .map(name -> name + " was " + facts.getOrDefault(name, "not given") + ", is "
                        + now.facts.getOrDefault(name, "not given"))
                .toList();
    }

    String json() {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(facts)) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("facts cannot be written as JSON: " + facts, e);
        }
    }

    /** @throws IOException if it is not what {@link #json} writes */
    static RunIdentity read(InputStream in) throws IOException {
        Map<String, String> facts = MAPPER.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
        if (facts == null || facts.containsValue(null)) {
            throw new IOException("expected names with values");
        }
        return new RunIdentity(facts);
    }
}
