package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** gallery.json: restorations to look at, with their pictures in bits, from which reports are made again. */
public final class GalleryJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(9);

    private GalleryJson() {}

    /** A JSON array, a line for each sample. */
    public static String of(List<Sample> samples) {
        List<String> lines = new ArrayList<>();
        try {
            for (Sample sample : samples) {
                lines.add(JSON.writeValueAsString(tree(sample, sample.states())));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return "[" + String.join(",\n", lines) + "]\n";
    }

    /** A sample with some of its states. */
    static Map<String, Object> tree(Sample sample, List<Sample.State> states) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", sample.rule());
        json.put("patterns", sample.patterns());
        json.put("noise", sample.noise());
        json.put("level", sample.level());
        json.put("network", sample.network());
        json.put("image", sample.image());
        json.put("trial", sample.trial());
        json.put("label", sample.label());
        json.put("roles", sample.roles());
        json.put("among", sample.among());
        json.put("original", bits(sample.original()));
        json.put("states", states.stream().map(GalleryJson::state).toList());
        json.put("outcome", sample.outcome());
        json.put("steps", sample.steps());
        return json;
    }

    private static List<Object> state(Sample.State state) {
        return List.of(state.step(), new BigDecimal(state.energy()).round(DIGITS), bits(state.pattern()));
    }

    /** Neuron i is bit i mod 8 of byte i / 8, in base 64. */
    static String bits(Pattern pattern) {
        byte[] bytes = new byte[(pattern.neurons() + 7) / 8];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) (pattern.words()[k >> 3] >>> 8 * (k & 7));
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * What {@link #of} wrote.
     *
     * @param neurons N
     * @throws IllegalArgumentException if it is no such text, or of another N
     */
    public static List<Sample> read(String text, int neurons) {
        List<Sample> samples = new ArrayList<>();
        try {
            for (JsonNode json : JSON.readTree(text)) {
                samples.add(sample(json, neurons));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("gallery.json is no JSON: " + e.getOriginalMessage(), e);
        }
        return samples;
    }

    private static Sample sample(JsonNode json, int neurons) {
        List<String> roles = new ArrayList<>();
        json.get("roles").forEach(role -> roles.add(role.asText()));
        List<Sample.State> states = new ArrayList<>();
        json.get("states")
                .forEach(state -> states.add(new Sample.State(
                        state.get(0).asInt(), state.get(1).asDouble(), pattern(state.get(2), neurons))));
        return new Sample(
                json.get("rule").asText(),
                json.get("patterns").asInt(),
                json.get("noise").asText(),
                json.get("level").asDouble(),
                json.get("network").asInt(),
                json.get("image").asInt(),
                json.get("trial").asInt(),
                json.get("label").asInt(),
                roles,
                json.get("among").asInt(),
                pattern(json.get("original"), neurons),
                states,
                json.get("outcome").asText(),
                json.get("steps").asInt());
    }

    private static Pattern pattern(JsonNode bits, int neurons) {
        byte[] bytes = Base64.getDecoder().decode(bits.asText());
        if (bytes.length != (neurons + 7) / 8) {
            throw new IllegalArgumentException("gallery.json has pictures of " + 8 * bytes.length
                    + " bits, expected those of " + neurons + " pixels");
        }
        long[] words = new long[Pattern.wordsFor(neurons)];
        for (int k = 0; k < bytes.length; k++) {
            words[k >> 3] |= (bytes[k] & 0xFFL) << 8 * (k & 7);
        }
        return new Pattern(neurons, words);
    }
}
