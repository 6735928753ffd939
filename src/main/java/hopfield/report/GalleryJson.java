package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
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

/** gallery.json: restorations to look at, with their pictures in bits, from which reports are made again; {@link GalleryReader} reads it. */
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
}
