package hopfield.cli;

import java.util.List;
import java.util.Map;

/** The page's metrics of a cell, by their definitions; null where there is none or it is infinite. */
final class CellMetrics {
    private static final double Z = 1.959963984540054;

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
    private static List<Double> decibels(double similarity, Double error) {
        if (error == null || similarity + Z * error > 1 - 1e-9) {
            return null;
        }
        return List.of(-10 * Math.log10(1 - similarity + Z * error), -10 * Math.log10(1 - similarity - Z * error));
    }

    /** [low, high]. */
    static List<Double> band(String metric, Map<String, Object> cell) {
        List<?> errors = (List<?>) cell.get("errors");
        Double error =
                switch (metric) {
                    case "overlap" -> errors.get(0) == null ? null : Double.valueOf(2 * (Double) errors.get(0));
                    case "similarity" -> (Double) errors.get(0);
                    case "improvement" -> (Double) errors.get(1);
                    case "ssim" -> (Double) errors.get(2);
                    case "steps" -> (Double) errors.get(3);
                    default -> null;
                };
        if (metric.equals("psnr")) {
            return decibels(number(cell, "similarity"), (Double) errors.get(0));
        }
        if (error != null) {
            return List.of(value(metric, cell) - Z * error, value(metric, cell) + Z * error);
        }
        List<Double> rate =
                List.of("overlap", "similarity", "improvement", "ssim", "steps").contains(metric)
                        ? null
                        : rate(metric, cell);
        return rate == null ? null : List.of(rate.get(1), rate.get(2));
    }
}
