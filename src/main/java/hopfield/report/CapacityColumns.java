package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.FinalState;
import hopfield.metric.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns of capacity.csv and capacity.parquet. */
public final class CapacityColumns {
    /** All of them, in their order. */
    public static final List<Column> ALL = columns();

    /** The type of a column's values. */
    public enum Type {
        TEXT,
        WHOLE,
        REAL
    }

    /**
     * One column.
     *
     * @param value of a cell: a String, a Long, a Double, or null for what there is none of, such as the rate of no probes
     */
    public record Column(String name, Type type, Function<Cell, Object> value) {}

    private CapacityColumns() {}

    private static List<Column> columns() {
        List<Column> all = new ArrayList<>();
        all.add(new Column("rule", Type.TEXT, Cell::rule));
        whole(all, "patterns", cell -> (long) cell.patterns());
        real(all, "load", Cell::load);
        all.add(new Column("noise", Type.TEXT, Cell::noise));
        real(all, "level", Cell::level);
        whole(all, "images", Cell::images);
        whole(all, "stored", Cell::stored);
        real(all, "input_similarity", Cell::inputSimilarity);
        real(all, "similarity", Cell::similarity);
        real(all, "blank_similarity", Cell::blankSimilarity);
        real(all, "overlap", Cell::overlap);
        real(all, "iou", Cell::iou);
        rate(all, "exact", Cell::exact);
        rate(all, "restored", Cell::restored);
        rate(all, "identified", Cell::identified);
        real(all, "steps", Cell::steps);
        rate(all, "converged", Cell::converged);
        real(all, "psnr", cell -> cell.means().psnr());
        real(all, "ssim", cell -> cell.means().ssim());
        rate(all, "improved", cell -> cell.rates().improved());
        for (FinalState state : FinalState.values()) {
            whole(all, "became_" + state.label(), cell -> cell.became().count(state));
        }
        whole(all, "unstored", cell -> cell.unstored().probes());
        real(all, "unstored_input_similarity", cell -> cell.unstored().inputSimilarity());
        real(all, "unstored_similarity", cell -> cell.unstored().similarity());
        rate(all, "unstored_improved", cell -> cell.unstored().improved());
        rate(all, "unstored_same_class", cell -> cell.unstored().sameClass());
        real(all, "similarity_error", cell -> cell.errors().similarity().value());
        real(all, "gain_error", cell -> cell.errors().gain().value());
        real(all, "ssim_error", cell -> cell.errors().ssim().value());
        real(all, "steps_error", cell -> cell.errors().steps().value());
        real(all, "input_similarity_error", cell -> cell.errors()
                .inputSimilarity()
                .value());
        real(all, "blank_similarity_error", cell -> cell.errors()
                .blankSimilarity()
                .value());
        real(all, "iou_error", cell -> cell.errors().iou().value());
        real(all, "unstored_input_similarity_error", cell -> cell.unstored()
                .inputSimilarityError()
                .value());
        real(all, "unstored_similarity_error", cell -> cell.unstored()
                .similarityError()
                .value());
        whole(all, "clusters", cell -> cell.errors().similarity().clusters());
        whole(all, "ssim_clusters", cell -> cell.errors().ssim().clusters());
        whole(all, "unstored_clusters", cell -> cell.unstored()
                .similarityError()
                .clusters());
        for (FinalState state : FinalState.values()) {
            rate(all, "became_" + state.label() + "_share", cell -> cell.became()
                    .share(state));
        }
        return List.copyOf(all);
    }

    private static void whole(List<Column> all, String name, Function<Cell, Long> value) {
        all.add(new Column(name, Type.WHOLE, value::apply));
    }

    private static void real(List<Column> all, String name, Function<Cell, Double> value) {
        all.add(new Column(name, Type.REAL, cell -> {
            double real = value.apply(cell);
            return Double.isNaN(real) ? null : real;
        }));
    }

    /** A rate and its Wilson 95 % interval. */
    private static void rate(List<Column> all, String name, Function<Cell, Rate> rate) {
        real(all, name, cell -> rate.apply(cell).value());
        real(all, name + "_low", cell -> rate.apply(cell).low());
        real(all, name + "_high", cell -> rate.apply(cell).high());
    }
}
