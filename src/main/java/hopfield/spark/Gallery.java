package hopfield.spark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.image.Image;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A few restorations of each cell to look at, with their states from step to step: recalled anew, on the driver. */
final class Gallery {
    /** Cells beyond which there is room for no classes, and for nothing at all. */
    private static final int MOST_CELLS_WITH_CLASSES = 500;

    private static final int MOST_CELLS = 2000;
    private static final int MOST_CLASSES = 20;

    private final Probe.Settings settings;
    private final long cells;

    /** @param cells of the whole sweep */
    Gallery(Probe.Settings settings, long cells) {
        this.settings = settings;
        this.cells = cells;
    }

    private record Chosen(Noise noise, Candidate candidate, List<String> roles, int among) {}

    /**
     * Restorations of the cells of one rule and load.
     *
     * @param candidates what was looked at, by cell
     * @param networks the networks of that load, by number; asked for those alone whose restorations are chosen
     */
    List<Sample> samples(Map<Noise, List<Candidate>> candidates, IntFunction<ShownNetwork> networks) {
        List<Chosen> chosen = new ArrayList<>();
        if (cells > MOST_CELLS) {
            return List.of();
        }
        int classes = cells > MOST_CELLS_WITH_CLASSES ? 0 : MOST_CLASSES;
        candidates.forEach((noise, ofCell) -> Candidate.chosen(ofCell, classes)
                .forEach((one, roles) -> chosen.add(new Chosen(noise, one, roles, ofCell.size()))));
        return chosen.stream()
                .collect(groupingBy(one -> one.candidate().network(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .flatMap(group -> samples(networks.apply(group.getKey()), group.getValue()).stream())
                .toList();
    }

    private List<Sample> samples(ShownNetwork shown, List<Chosen> chosen) {
        Network network = shown.network();
        List<Probe.Task> tasks = chosen.stream()
                .map(one -> new Probe.Task(
                        image(network.stored(), one.candidate()),
                        0,
                        one.noise(),
                        one.candidate().trial(),
                        true))
                .toList();
        List<ShownNetwork.Walk> walks =
                shown.walks(tasks.stream().map(settings::cue).toList(), settings.maxSteps());
        return IntStream.range(0, chosen.size())
                .mapToObj(k -> sample(network, chosen.get(k), tasks.get(k), walks.get(k)))
                .toList();
    }

    private static Image image(PatternSet stored, Candidate candidate) {
        int p = IntStream.range(0, stored.size())
                .filter(k -> stored.image(k) == candidate.image())
                .findFirst()
                .orElseThrow();
        return new Image(stored.image(p), stored.label(p), stored.pattern(p));
    }

    private static Sample sample(Network network, Chosen chosen, Probe.Task task, ShownNetwork.Walk walk) {
        Pattern original = task.image().pattern();
        return new Sample(
                network.memory().rule().label(),
                network.memory().patterns(),
                chosen.noise().kind(),
                chosen.noise().level(),
                network.number(),
                task.image().number(),
                task.trial(),
                task.image().label(),
                chosen.roles(),
                chosen.among(),
                original,
                walk.states(),
                walk.end().outcome().label(),
                walk.end().steps());
    }
}
