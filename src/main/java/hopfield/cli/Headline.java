package hopfield.cli;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.spark.SweepOptions;
import hopfield.spark.SweepResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was run, in one sentence. */
final class Headline {
    private Headline() {}

    static String of(SweepOptions options, ImageSource source, SweepResult result, Map<String, Object> provenance) {
        List<String> rules = options.rules().stream().map(Rule::label).toList();
        return String.format(
                Locale.ROOT,
                "%,d restorations of %s (N = %,d) by %s networks storing %s patterns, under %s, %s updates; seed %d, %s.",
                result.restorations(),
                source.name(),
                source.neurons(),
                String.join(" and ", rules),
                options.loads().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                options.noises().stream()
                        .collect(Collectors.groupingBy(
                                Noise::kind, Collectors.mapping(Headline::level, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining(" and ")),
                options.update().label().equals("sync") ? "synchronous" : "asynchronous",
                options.seed(),
                provenance.get("started"));
    }

    private static String level(Noise noise) {
        return noise.level() == Math.rint(noise.level())
                ? String.valueOf((long) noise.level())
                : String.valueOf(noise.level());
    }
}
