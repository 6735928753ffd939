package hopfield.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * The samples of one rule, load and noise kind.
 *
 * @param rule the learning rule
 * @param patterns P
 * @param noise the noise kind
 * @param levels samples at each noise level, ascending
 */
record SampleGroup(String rule, String patterns, String noise, List<Level> levels) {
    /** The samples at one noise level. */
    record Level(String level, List<Restoration> restorations) {}

    /**
     * An original, its cue and its restoration side by side.
     *
     * @param name of the original: its number, and its class if known
     * @param end how recall ended, e.g. fixed point after 3 steps
     */
    record Restoration(String name, String end, Picture original, Picture cue, Picture restored) {}

    /**
     * One picture.
     *
     * @param png its data: address
     * @param overlap with the original
     */
    record Picture(String png, String overlap) {}

    /** One group per rule, load and noise kind, in the order of the samples. */
    static List<SampleGroup> of(Report report) {
        record Key(String rule, int patterns, String noise) {}
        return report.gallery().stream()
                .collect(groupingBy(
                        sample -> new Key(sample.rule(), sample.patterns(), sample.noise()),
                        LinkedHashMap::new,
                        toList()))
                .entrySet()
                .stream()
                .map(group -> new SampleGroup(
                        group.getKey().rule(),
                        Numbers.count(group.getKey().patterns()),
                        group.getKey().noise(),
                        levels(group.getValue(), report.setting())))
                .toList();
    }

    private static List<Level> levels(List<Sample> samples, Setting setting) {
        return samples.stream().collect(groupingBy(Sample::level, TreeMap::new, toList())).entrySet().stream()
                .map(level -> new Level(
                        Numbers.level(level.getKey()),
                        level.getValue().stream()
                                .sorted(Comparator.comparingInt(Sample::image))
                                .map(sample -> restoration(sample, setting))
                                .toList()))
                .toList();
    }

    private static Restoration restoration(Sample sample, Setting setting) {
        Pattern original = sample.original();
        return new Restoration(
                "image " + sample.image() + (sample.label() < 0 ? "" : ", class " + setting.className(sample.label())),
                sample.outcome().replace('_', ' ') + " after " + Numbers.count(sample.steps())
                        + (sample.steps() == 1 ? " step" : " steps"),
                picture(original, original, setting),
                picture(sample.cue(), original, setting),
                picture(sample.restored(), original, setting));
    }

    private static Picture picture(Pattern shown, Pattern original, Setting setting) {
        return new Picture(
                PatternImage.dataUri(shown, setting.width(), setting.height()), Numbers.fixed(shown.overlap(original)));
    }
}
