package hopfield.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hopfield.BadInput;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A saved memory's metadata as JSON, of a numbered format. */
final class ModelJson {
    /** The format that is written, and the newest that is read. */
    static final int VERSION = 1;

    private static final String FORMAT = "spark-hopfield model";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ModelJson() {}

    static String write(ModelInfo model) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("rule", model.rule().label());
        json.put("patterns", model.patterns());
        json.put("neurons", model.neurons());
        json.put("width", model.shape().width());
        json.put("height", model.shape().height());
        json.put("threshold", model.threshold().label());
        json.put("form", model.form().name().toLowerCase(Locale.ROOT));
        json.put("wide", model.wide());
        json.put("scale", model.scale());
        json.put("blockSize", model.blockSide());
        json.set("provenance", JSON.valueToTree(model.provenance()));
        ArrayNode tables = json.putArray("tables");
        for (ModelInfo.TableFile file : model.tables()) {
            tables.addObject()
                    .put("path", file.path())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
        try {
            return JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BadInput saying what is wrong with it, in words to stand behind the file's name
     */
    static ModelInfo read(String text) {
        JsonNode json = tree(text);
        if (!FORMAT.equals(json.path("format").asText())) {
            throw new BadInput("is no model of spark-hopfield: it has "
                    + (json.has("format") ? "format '" + json.get("format").asText() + "'" : "no 'format'")
                    + ", expected '" + FORMAT + "'; pass the folder that train wrote");
        }
        int version = whole(json, "version");
        if (version > VERSION) {
            throw new BadInput("has format version " + version + ", newer than " + VERSION
                    + ", the newest read here; restore with the spark-hopfield that trained it, or train it anew");
        }
        if (version < 1) {
            throw new BadInput("has format version " + version + ", expected " + VERSION);
        }
        List<ModelInfo.TableFile> tables = new ArrayList<>();
        if (!field(json, "tables").isArray() || field(json, "tables").isEmpty()) {
            throw new BadInput("is damaged: it lists no tables");
        }
        for (JsonNode file : field(json, "tables")) {
            tables.add(new ModelInfo.TableFile(
                    text(file, "path"), field(file, "bytes").asLong(-1), text(file, "sha256")));
        }
        ModelInfo model = new ModelInfo(
                rule(text(json, "rule")),
                whole(json, "patterns"),
                shape(whole(json, "width"), whole(json, "height")),
                threshold(text(json, "threshold")),
                form(text(json, "form")),
                field(json, "wide").asBoolean(),
                field(json, "scale").asDouble(),
                whole(json, "blockSize"),
                provenance(field(json, "provenance")),
                tables);
        if (model.neurons() != whole(json, "neurons")) {
            throw new BadInput("has " + whole(json, "neurons") + " neurons for pictures of " + model.shape());
        }
        return model;
    }

    private static JsonNode tree(String text) {
        if (text.isBlank()) {
            throw new BadInput("is empty");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " beyond line " + e.getLocation().getLineNr();
            throw new BadInput("is damaged: it is no JSON" + where, e);
        }
    }

    private static Map<String, Object> provenance(JsonNode json) {
        if (!json.isObject()) {
            throw new BadInput("has a provenance that is no object");
        }
        return JSON.convertValue(json, new TypeReference<Map<String, Object>>() {});
    }

    private static Shape shape(int width, int height) {
        try {
            return new Shape(width, height);
        } catch (IllegalArgumentException e) {
            throw new BadInput("is of pictures that cannot be: " + e.getMessage(), e);
        }
    }

    private static Rule rule(String label) {
        try {
            return Rule.of(label);
        } catch (BadInput e) {
            throw new BadInput("has " + e.getMessage().replace("' is", "', which is"), e);
        }
    }

    private static Threshold threshold(String label) {
        try {
            return Threshold.of(label);
        } catch (BadInput e) {
            throw new BadInput(
                    "has threshold '" + label + "', expected a share of white above 0, at most 1, or otsu, or mean", e);
        }
    }

    private static Form form(String name) {
        for (Form form : Form.values()) {
            if (form.name().equalsIgnoreCase(name)) {
                return form;
            }
        }
        throw new BadInput("has form '" + name + "', expected patterns or weights");
    }

    private static String text(JsonNode json, String name) {
        return field(json, name).asText();
    }

    private static int whole(JsonNode json, String name) {
        JsonNode field = field(json, name);
        if (!field.isIntegralNumber() || !field.canConvertToInt()) {
            throw new BadInput("has '" + field.asText() + "' for " + name + ", expected a whole number");
        }
        return field.asInt();
    }

    private static JsonNode field(JsonNode json, String name) {
        if (!json.hasNonNull(name)) {
            throw new BadInput("is damaged: it has no '" + name + "'");
        }
        return json.get(name);
    }
}
