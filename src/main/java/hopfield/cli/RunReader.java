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
        RunOptions run = options();
        MetricsTable table = new MetricsTable(session, folder.path("metrics"));
        Recount recount = new Recount(session, table);
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
        return new Report(name, warnings, setting, cells, gallery(table, cells, neurons), run.provenance());
    }

    /** What the run says of itself. */
    RunOptions options() {
        return RunOptions.of(record());
    }

    private static int square(int neurons) {
        int side = (int) Math.round(Math.sqrt(neurons));
        return side * side == neurons ? side : neurons;
    }

    private Map<String, Object> record() {
        Optional<String> json = folder.read("run.json");
        try {
            if (json.isEmpty()) {
                return Map.of();
            }
            Map<String, Object> record =
                    new ObjectMapper().readValue(json.get(), new TypeReference<LinkedHashMap<String, Object>>() {});
            return record == null ? Map.of() : record;
        } catch (JsonProcessingException e) {
            warnings.add("run.json cannot be read and is left out: " + e.getOriginalMessage());
            return Map.of();
        }
    }

    /** What the sweep wrote at its end; of one that never ended, what is on record of its finished cells. */
    private List<Sample> gallery(MetricsTable table, List<Cell> cells, int neurons) {
        try {
            Optional<String> written = folder.read("gallery.json");
            return written.isPresent() ? GalleryJson.read(written.get(), neurons) : onRecord(table, cells, neurons);
        } catch (IllegalArgumentException e) {
            warnings.add("There are no pictures: " + e.getMessage());
            return List.of();
        }
    }

    private static List<Sample> onRecord(MetricsTable table, List<Cell> cells, int neurons) {
        record Memory(String rule, int patterns) {}
        return cells.stream()
                .map(cell -> new Memory(cell.rule(), cell.patterns()))
                .distinct()
                .flatMap(memory -> table.samples(memory.rule(), memory.patterns()).stream())
                .filter(sample -> sample.original().neurons() == neurons)
                .toList();
    }
}
