package hopfield.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.BadInput;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.report.GalleryJson;
import hopfield.report.Report;
import hopfield.report.Setting;
import hopfield.spark.MetricsTable;
import hopfield.spark.Recount;
import hopfield.spark.RunFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Reads what a sweep left, whole or not, back into what a report says of it. */
final class RunReader {
    private final SparkSession session;
    private final RunFolder folder;
    private final List<String> warnings = new ArrayList<>();

    RunReader(SparkSession session, RunFolder folder) {
        this.session = session;
        this.folder = folder;
    }

    /**
     * The report of the run.
     *
     * @throws BadInput if the folder holds no metrics
     */
    Report read(String name) {
        if (!folder.has("metrics")) {
            throw new BadInput(name + " holds no metrics; pass the --out of a sweep");
        }
        RunOptions run = RunOptions.of(record());
        Recount recount = new Recount(session, new MetricsTable(session, folder.path("metrics")));
        int neurons = run.neurons().orElseGet(() -> recount.neurons().orElse(1));
        int width = run.width().orElse(square(neurons));
        List<Cell> cells = recount.cells(neurons, run.list("rule"), run.kinds());
        warnings.addAll(run.warnings(cells, neurons));
        Setting setting = new Setting(
                width,
                neurons / width,
                run.trials(),
                run.update(),
                run.random() ? Setting.Images.RANDOM : Setting.Images.PICTURES,
                run.classes());
        return new Report(name, warnings, setting, cells, gallery(neurons), run.provenance());
    }

    private static int square(int neurons) {
        int side = (int) Math.round(Math.sqrt(neurons));
        return side * side == neurons ? side : neurons;
    }

    private Map<String, Object> record() {
        Optional<String> json = folder.read("run.json");
        try {
            return json.isEmpty()
                    ? Map.of()
                    : new ObjectMapper().readValue(json.get(), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            warnings.add("run.json cannot be read and is left out: " + e.getOriginalMessage());
            return Map.of();
        }
    }

    private List<Sample> gallery(int neurons) {
        try {
            return folder.read("gallery.json")
                    .map(text -> GalleryJson.read(text, neurons))
                    .orElse(List.of());
        } catch (IllegalArgumentException e) {
            warnings.add("There are no pictures: " + e.getMessage());
            return List.of();
        }
    }
}
