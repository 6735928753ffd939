package hopfield.spark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import hopfield.image.Image;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A few restorations of each cell to look at, with their states from step to step: recalled anew, on the driver. */
final class Gallery {
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
     * @param rankings all restorations, by cell
     * @param networks the networks of that load, by number; asked for those alone whose restorations are chosen
     */
    List<Sample> samples(Map<Noise, Ranking> rankings, IntFunction<ShownNetwork> networks) {
        return chosen(rankings).stream()
                .collect(groupingBy(one -> one.candidate().network(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .flatMap(group -> samples(networks.apply(group.getKey()), group.getValue()).stream())
                .toList();
    }

    /** The networks whose restorations are chosen. */
    Set<Integer> networks(Map<Noise, Ranking> rankings) {
        return chosen(rankings).stream().map(one -> one.candidate().network()).collect(toCollection(TreeSet::new));
    }

    private List<Chosen> chosen(Map<Noise, Ranking> rankings) {
        List<Chosen> chosen = new ArrayList<>();
        if (cells > Sample.MOST_CELLS) {
            return chosen;
        }
        boolean withClasses = cells <= Sample.MOST_CELLS_WITH_CLASSES;
        rankings.forEach((noise, ranking) -> ranking.chosen(withClasses)
                .forEach((one, roles) ->
                        chosen.add(new Chosen(noise, one, roles, (int) Math.min(ranking.size(), Integer.MAX_VALUE)))));
        return chosen;
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
