package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads what {@link GalleryJson} wrote; a file may have been damaged since. */
public final class GalleryReader {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private GalleryReader() {}

    /**
     * The samples.
     *
     * @param neurons N
     * @throws IllegalArgumentException if it is no such text, or of another N
     */
    public static List<Sample> read(String text, int neurons) {
        JsonNode all = tree(text);
        if (!all.isArray()) {
            throw new IllegalArgumentException("it is no list of samples");
        }
        List<Sample> samples = new ArrayList<>();
        for (JsonNode json : all) {
            try {
                samples.add(sample(json, neurons));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("sample " + (samples.size() + 1) + " " + e.getMessage(), e);
            }
        }
        return samples;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        }
    }

    private static Sample sample(JsonNode json, int neurons) {
        List<String> roles = new ArrayList<>();
        list(json, "roles").forEach(role -> roles.add(role.asText()));
        List<Sample.State> states = new ArrayList<>();
        list(json, "states").forEach(state -> states.add(state(state, neurons)));
        if (states.isEmpty()) {
            throw new IllegalArgumentException("has no states");
        }
        return new Sample(
                text(json, "rule"),
                whole(json, "patterns"),
                text(json, "noise"),
                number(json, "level"),
                whole(json, "network"),
                whole(json, "image"),
                whole(json, "trial"),
                whole(json, "label"),
                roles,
                whole(json, "among"),
                pattern(field(json, "original"), neurons),
                states,
                text(json, "outcome"),
                whole(json, "steps"));
    }

    private static Sample.State state(JsonNode json, int neurons) {
        if (json.size() != 3 || !json.path(0).canConvertToInt() || !isReal(json.path(1))) {
            throw new IllegalArgumentException("has a state other than step, energy and pixels");
        }
        return new Sample.State(json.get(0).asInt(), json.get(1).asDouble(), pattern(json.get(2), neurons));
    }

    private static Pattern pattern(JsonNode bits, int neurons) {
        byte[] bytes = bytes(bits.asText());
        if (bytes.length != (neurons + 7) / 8) {
            throw new IllegalArgumentException(
                    "has a picture of " + 8L * bytes.length + " bits, expected those of " + neurons + " pixels");
        }
        long[] words = new long[Pattern.wordsFor(neurons)];
        for (int k = 0; k < bytes.length; k++) {
            words[k >> 3] |= (bytes[k] & 0xFFL) << 8 * (k & 7);
        }
        if ((words[words.length - 1] & ~Pattern.lastWordMask(neurons)) != 0) {
            throw new IllegalArgumentException("has a picture of more than " + neurons + " pixels");
        }
        return new Pattern(neurons, words);
    }

    private static byte[] bytes(String bits) {
        try {
            return Base64.getDecoder().decode(bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a picture that is not in base 64", e);
        }
    }

    private static JsonNode field(JsonNode json, String name) {
        if (!json.hasNonNull(name)) {
            throw new IllegalArgumentException("has no '" + name + "'");
        }
        return json.get(name);
    }

    private static JsonNode list(JsonNode json, String name) {
        if (!field(json, name).isArray()) {
            throw unexpected(json, name, "a list");
        }
        return json.get(name);
    }

    private static String text(JsonNode json, String name) {
        if (!field(json, name).isTextual()) {
            throw unexpected(json, name, "a text");
        }
        return json.get(name).asText();
    }

    private static int whole(JsonNode json, String name) {
        if (!field(json, name).isIntegralNumber() || !json.get(name).canConvertToInt()) {
            throw unexpected(json, name, "a whole number");
        }
        return json.get(name).asInt();
    }

    private static double number(JsonNode json, String name) {
        if (!isReal(field(json, name))) {
            throw unexpected(json, name, "a number");
        }
        return json.get(name).asDouble();
    }

    private static boolean isReal(JsonNode json) {
        return json.isNumber() && Double.isFinite(json.asDouble());
    }

    private static IllegalArgumentException unexpected(JsonNode json, String name, String expected) {
        return new IllegalArgumentException("has " + json.get(name) + " for " + name + ", expected " + expected);
    }
}
