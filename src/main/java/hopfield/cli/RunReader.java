package hopfield.cli;

import hopfield.BadInput;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.report.GalleryReader;
import hopfield.report.Report;
import hopfield.report.Setting;
import hopfield.spark.MetricsTable;
import hopfield.spark.Recount;
import hopfield.spark.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
     * @throws BadInput if the folder holds no metrics of a sweep or no rows, or a part of it is damaged
     */
    Report read(String name) {
        if (!folder.has("metrics")) {
            throw new BadInput(folder.path("metrics")
                    + " does not exist: there is no run, or nothing of it is finished; pass the --out of a sweep");
        }
        RunOptions run = options();
        MetricsTable table = new MetricsTable(session, folder.path("metrics"));
        Recount recount = new Recount(session, table);
        int neurons = run.neurons().orElseGet(() -> rows(recount::neurons).orElse(1));
        int width = run.width().orElse(square(neurons));
        List<Cell> cells = rows(() -> recount.cells(neurons, run.list("rule"), run.kinds()));
        if (cells.isEmpty()) {
            throw new BadInput(folder.path("metrics")
                    + " holds no rows: nothing of the run is finished; finish it with sweep --resume, or pass the --out"
                    + " of another sweep");
        }
        warnings.addAll(run.warnings(cells, neurons));
        Setting setting = new Setting(
                width,
                neurons / width,
                run.trials(),
                run.update(),
                run.random() ? Setting.Images.RANDOM : Setting.Images.PICTURES,
                run.classes());
        return new Report(name, warnings, setting, cells, gallery(table, cells, run, neurons), run.provenance());
    }

    private static int square(int neurons) {
        int side = (int) Math.round(Math.sqrt(neurons));
        return side * side == neurons ? side : neurons;
    }

    /**
     * The run's record.
     *
     * @throws BadInput if that is damaged, or the run is a restoration
     */
    RunOptions options() {
        Optional<String> json = folder.read("run.json");
        try {
            RunOptions run = json.isEmpty() ? RunOptions.NONE : RunOptions.read(json.get());
            if (run.isRestore()) {
                throw new BadInput(folder.path("run.json")
                        + " is that of a restore, at one load and one level: it has all figures itself; pass the --out of"
                        + " a sweep");
            }
            return run;
        } catch (IllegalArgumentException e) {
            throw damaged("run.json", e);
        }
    }

    private BadInput damaged(String part, IllegalArgumentException e) {
        return new BadInput(
                folder.path(part) + " is damaged: " + e.getMessage()
                        + "; copy it again, or remove it, and the report does without",
                e);
    }

    private <T> T rows(Supplier<T> reading) {
        try {
            return Sessions.tasksUnheard(reading);
        } catch (Exception failure) { // Spark's are checked ones that no method declares
            Sessions.hush(session);
            Optional<BadInput> unreadable = UnreadableRows.of(session, folder.path("metrics"), failure);
            if (unreadable.isPresent()) {
                throw unreadable.get();
            }
            throw failure;
        }
    }

    /** The gallery that the sweep wrote at its end; of one that never ended, samples on record of its finished memories. */
    private List<Sample> gallery(MetricsTable table, List<Cell> cells, RunOptions run, int neurons) {
        try {
            Optional<String> written = folder.read("gallery.json");
            return written.isPresent() ? GalleryReader.read(written.get(), neurons) : onRecord(table, cells, neurons);
        } catch (IllegalArgumentException e) {
            if (run.neurons().isPresent()) {
                throw damaged("gallery.json", e);
            }
            warnings.add("There are no pictures: " + e.getMessage()); // N is a guess
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
