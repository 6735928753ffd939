package hopfield.spark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.image.Image;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.Recalled;
import hopfield.recall.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A few restorations of each cell to look at, with their states from step to step: recalled anew, on the driver. */
final class Gallery {
    /** States of a long recall that are kept beside the last one. */
    private static final int MOST_STATES = 12;

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
    List<Sample> samples(Map<Noise, List<Candidate>> candidates, IntFunction<Network> networks) {
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

    private List<Sample> samples(Network network, List<Chosen> chosen) {
        List<Probe.Task> tasks = chosen.stream()
                .map(one -> new Probe.Task(
                        image(network.stored(), one.candidate()),
                        0,
                        one.noise(),
                        one.candidate().trial(),
                        true))
                .toList();
        List<Cue> cues = tasks.stream().map(settings::cue).toList();
        List<Recalled> ends = recall(network, settings.maxSteps(), cues);
        List<List<Sample.State>> states = states(network, cues, ends);
        return IntStream.range(0, chosen.size())
                .mapToObj(k -> sample(network, chosen.get(k), tasks.get(k), states.get(k), ends.get(k)))
                .toList();
    }

    private static Image image(PatternSet stored, Candidate candidate) {
        int p = IntStream.range(0, stored.size())
                .filter(k -> stored.image(k) == candidate.image())
                .findFirst()
                .orElseThrow();
        return new Image(stored.image(p), stored.label(p), stored.pattern(p));
    }

    /** A recall that gives up after k steps ends where the whole one is after k, as each is a function of its cue alone. */
    private List<List<Sample.State>> states(Network network, List<Cue> cues, List<Recalled> ends) {
        List<List<Sample.State>> states = new ArrayList<>();
        try (Dynamics still = Update.SYNC.dynamics(network.memory(), settings.kernels(), 0)) {
            List<Cue> binary =
                    cues.stream().map(cue -> new Cue(cue.state(), cue.order())).toList();
            still.recall(binary).forEach(at -> {
                List<Sample.State> ofCue = new ArrayList<>();
                ofCue.add(new Sample.State(0, at.energy(), at.state()));
                states.add(ofCue);
            });
        }
        int longest = ends.stream().mapToInt(Gallery::moves).max().orElse(0);
        for (int k = 1; k <= Math.min(longest - 1, MOST_STATES - 1); k++) {
            List<Recalled> after = recall(network, k, cues);
            for (int c = 0; c < cues.size(); c++) {
                if (k < moves(ends.get(c))) {
                    states.get(c).add(state(k, after.get(c)));
                }
            }
        }
        for (int c = 0; c < cues.size(); c++) {
            if (moves(ends.get(c)) > 0) {
                states.get(c).add(state(moves(ends.get(c)), ends.get(c)));
            }
        }
        return states;
    }

    /** Steps that changed the state: the last one before a fixed point only confirms it. */
    private static int moves(Recalled end) {
        return end.outcome() == Outcome.FIXED_POINT ? end.steps() - 1 : end.steps();
    }

    private static Sample.State state(int step, Recalled at) {
        return new Sample.State(step, at.energy(), at.state());
    }

    private List<Recalled> recall(Network network, int maxSteps, List<Cue> cues) {
        try (Dynamics dynamics =
                settings.update().dynamics(network.memory(), settings.kernels(), maxSteps, settings.temperature())) {
            return dynamics.recall(cues);
        }
    }

    private static Sample sample(
            Network network, Chosen chosen, Probe.Task task, List<Sample.State> states, Recalled end) {
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
                states,
                end.outcome().label(),
                end.steps());
    }
}
