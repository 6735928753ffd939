package hopfield.cli;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.recall.Update;
import hopfield.spark.SweepOptions;
import hopfield.spark.SweepResult;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was run, in one sentence. */
final class Headline {
    private Headline() {}

    static String of(SweepOptions options, ImageSource source, SweepResult result) {
        return String.format(
                Locale.ROOT,
                "%3$s recalled by %1$s networks of %2$s patterns (N = %4$,d) from %5$s: %6$,d %7$s.",
                options.rules().stream().map(Rule::label).collect(Collectors.joining(" and ")),
                range(options.loads().stream().map(Integer::doubleValue).toList()),
                source.name(),
                source.neurons(),
                noises(options.noises()) + (options.clamp() ? ", known pixels held" : ""),
                result.restorations(),
                update(options));
    }

    private static String update(SweepOptions options) {
        if (options.update() == Update.SYNC) {
            return "synchronous recalls";
        }
        return options.temperature() > 0
                ? "asynchronous recalls at temperature " + options.temperature()
                : "asynchronous recalls";
    }

    private static String noises(List<Noise> noises) {
        Map<String, List<Double>> levels = new LinkedHashMap<>();
        noises.forEach(noise ->
                levels.computeIfAbsent(noise.kind(), kind -> new ArrayList<>()).add(noise.level()));
        return levels.entrySet().stream()
                .map(kind -> kind.getKey() + " noise of " + range(kind.getValue()))
                .collect(Collectors.joining(" and "));
    }

    /** The least and the greatest of some values. */
    private static String range(List<Double> values) {
        double least = Collections.min(values);
        double greatest = Collections.max(values);
        return least == greatest ? number(least) : number(least) + " to " + number(greatest);
    }

    private static String number(double value) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
