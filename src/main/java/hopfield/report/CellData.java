package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Generalisation;
import hopfield.metric.PeakSignalToNoise;
import hopfield.metric.StandardError;
import hopfield.metric.StandardErrors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells as the charts read them: the names of their fields once, and then their values, cell by cell. */
final class CellData {
    /** Classes that a heat map has room for. */
    static final int MOST_CLASSES = 64;

    private final int stride;
    private int classed;

    private CellData(int stride) {
        this.stride = stride;
    }

    /**
     * All cells that are drawn. Where there is no room for the classes of all, every so many cells have theirs.
     *
     * @param most entries of confusion matrices and tables of classes together
     */
    static Map<String, Object> of(List<ShownCells> runs, int most) {
        CellData data = new CellData(stride(runs, most));
        List<Object> rows = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        for (int run = 0; run < runs.size(); run++) {
            for (Cell cell : runs.get(run).cells()) {
                Map<String, Object> tree = data.cell(run, cell);
                json.putIfAbsent("names", List.copyOf(tree.keySet()));
                rows.add(new ArrayList<>(tree.values()));
            }
        }
        json.putIfAbsent("names", List.of());
        json.put("rows", rows);
        return json;
    }

    private static int stride(List<ShownCells> runs, int most) {
        long entries = runs.stream()
                .flatMap(run -> run.cells().stream())
                .filter(CellData::hasConfusion)
                .mapToLong(cell ->
                        cell.confusion().entries().size() + 8L * cell.classes().size())
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (entries + most - 1) / Math.max(1, most)));
    }

    /** A note on the cells whose classes are left out; empty where none are. */
    static List<String> notes(List<ShownCells> runs, int most) {
        int stride = stride(runs, most);
        return stride == 1
                ? List.of()
                : List.of("There is room for the classes of every " + Numbers.count(stride)
                        + "th cell: those to choose from. The rows of all are in the run's metrics.");
    }

    /**
     * Why a run's cells have neither heat map nor table of classes, where they have too many.
     *
     * @param name the run's; empty where it is the only one
     */
    static List<String> tooManyClasses(List<Cell> cells, String name) {
        int most = cells.stream()
                .mapToInt(cell -> cell.confusion().classes().size())
                .max()
                .orElse(0);
        return most <= MOST_CLASSES
                ? List.of()
                : List.of((name.isEmpty() ? "Of" : name + ": of") + " cells of more than " + MOST_CLASSES
                        + " classes, here up to " + Numbers.count(most)
                        + ", neither the confusion of classes nor the table of each class is drawn; the classes of all rows are in"
                        + " the run's metrics.");
    }

    /** Whether a heat map of classes can be drawn of a cell. */
    static boolean hasConfusion(Cell cell) {
        int classes = cell.confusion().classes().size();
        return classes > 0 && classes <= MOST_CLASSES;
    }

    private Map<String, Object> cell(int run, Cell cell) {
        StandardErrors errors = cell.errors();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run);
        json.put("rule", cell.rule());
        json.put("patterns", cell.patterns());
        json.put("load", ChartData.number(cell.load()));
        json.put("noise", cell.noise());
        json.put("level", ChartData.number(cell.level()));
        json.put("images", cell.images());
        json.put("stored", cell.stored());
        json.put("suffices", Capacity.suffices(cell));
        json.put("inputSimilarity", ChartData.number(cell.inputSimilarity()));
        json.put("similarity", ChartData.number(cell.similarity()));
        json.put("blankSimilarity", ChartData.number(cell.blankSimilarity()));
        json.put("overlap", ChartData.number(cell.overlap()));
        json.put("ssim", ChartData.number(cell.means().ssim()));
        json.put("psnr", ChartData.number(cell.means().psnr()));
        json.put("inputPsnr", ChartData.number(PeakSignalToNoise.decibels(1 - cell.inputSimilarity())));
        json.put("blankPsnr", ChartData.number(PeakSignalToNoise.decibels(1 - cell.blankSimilarity())));
        json.put("steps", ChartData.number(cell.steps()));
        json.put("converged", ChartData.rate(cell.converged()));
        json.put("margins", margins(errors.similarity(), errors.gain(), errors.ssim(), errors.steps()));
        json.put("restored", ChartData.rate(cell.restored()));
        json.put("identified", ChartData.rate(cell.identified()));
        json.put("exact", ChartData.rate(cell.exact()));
        json.put("improved", ChartData.rate(cell.rates().improved()));
        json.put("became", OutcomeData.of(cell.became()));
        boolean drawn = hasConfusion(cell) && classed++ % stride == 0;
        json.put("confusion", drawn ? OutcomeData.of(cell.confusion()) : null);
        json.put("classes", drawn ? cell.classes().stream().map(OutcomeData::of).toList() : null);
        json.put("unstored", cell.unstored().probes() > 0 ? unstored(cell.unstored()) : null);
        return json;
    }

    private static List<BigDecimal> margins(StandardError... errors) {
        return Arrays.stream(errors)
                .map(error -> ChartData.number(error.margin()))
                .toList();
    }

    private static Map<String, Object> unstored(Generalisation unstored) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("probes", unstored.probes());
        json.put("inputSimilarity", ChartData.number(unstored.inputSimilarity()));
        json.put("similarity", ChartData.number(unstored.similarity()));
        json.put("improved", ChartData.rate(unstored.improved()));
        json.put("sameClass", ChartData.rate(unstored.sameClass()));
        return json;
    }
}
