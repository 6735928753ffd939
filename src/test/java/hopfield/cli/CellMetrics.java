package hopfield.cli;

import java.util.List;
import java.util.Map;

/** The page's metrics of a cell, by their definitions; null where there is none or it is infinite. */
final class CellMetrics {
    private CellMetrics() {}

    static double number(Map<String, Object> cell, String name) {
        return ((Number) cell.get(name)).doubleValue();
    }

    static Double value(String metric, Map<String, Object> cell) {
        return switch (metric) {
            case "improvement" -> number(cell, "similarity") - number(cell, "inputSimilarity");
            case "overlap", "similarity", "ssim", "psnr", "steps" -> (Double) cell.get(metric);
            default -> rate(metric, cell) == null ? null : rate(metric, cell).get(0);
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Double> rate(String metric, Map<String, Object> cell) {
        Map<String, Object> of = metric.startsWith("unstored") ? (Map<String, Object>) cell.get("unstored") : cell;
        String name = metric.equals("unstoredImproved")
                ? "improved"
                : metric.equals("unstoredSameClass") ? "sameClass" : metric;
        return of == null ? null : (List<Double>) of.get(name);
    }

    /** Those of the similarity's interval; null where one is infinite. */
    private static List<Double> decibels(double similarity, Double margin) {
        if (margin == null || similarity + margin > 1 - 1e-9) {
            return null;
        }
        return List.of(
                -10 * Math.log10(Math.min(1, 1 - similarity + margin)), -10 * Math.log10(1 - similarity - margin));
    }

    /** [low, high]. */
    static List<Double> band(String metric, Map<String, Object> cell) {
        List<?> margins = (List<?>) cell.get("margins");
        Double margin =
                switch (metric) {
                    case "overlap" -> margins.get(0) == null ? null : Double.valueOf(2 * (Double) margins.get(0));
                    case "similarity" -> (Double) margins.get(0);
                    case "improvement" -> (Double) margins.get(1);
                    case "ssim" -> (Double) margins.get(2);
                    case "steps" -> (Double) margins.get(3);
                    default -> null;
                };
        if (metric.equals("psnr")) {
            return decibels(number(cell, "similarity"), (Double) margins.get(0));
        }
        if (margin != null) {
            return Shown.interval(value(metric, cell), margin, Shown.ends(metric));
        }
        List<Double> rate =
                List.of("overlap", "similarity", "improvement", "ssim", "steps").contains(metric)
                        ? null
                        : rate(metric, cell);
        return rate == null ? null : List.of(rate.get(1), rate.get(2));
    }
}
