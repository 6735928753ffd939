package hopfield.report;

import hopfield.metric.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The gallery as the page reads it, within a budget: the best, median and worst of all cells come first, then their states from
 * step to step, then the classes, then theirs.
 *
 * @param trees the samples that are shown
 * @param all how many there are
 * @param whole how many are shown with all their states
 */
record GalleryData(List<Map<String, Object>> trees, int all, int whole) {
    /** Characters of a sample beside its pictures. */
    private static final int FRAME = 220;

    private record Shown(int run, Sample sample) {
        boolean ranked() {
            return sample.roles().stream().anyMatch(role -> !role.equals("class"));
        }

        /** The size of its shown states: none, the cue and the restoration, or all. */
        int cost(int detail) {
            int picture = sample.original().neurons() / 6 + 24;
            return detail == 0 ? 0 : FRAME + picture * (1 + states(detail).size());
        }

        List<Sample.State> states(int detail) {
            List<Sample.State> all = sample.states();
            return detail == 2 || all.size() <= 2 ? all : List.of(all.get(0), all.get(all.size() - 1));
        }
    }

    /** @param budget characters of the page that pictures may take */
    static GalleryData of(List<Report> runs, int budget) {
        List<Shown> shown = IntStream.range(0, runs.size())
                .boxed()
                .flatMap(run -> runs.get(run).gallery().stream().map(sample -> new Shown(run, sample)))
                .toList();
        Map<Shown, Integer> details = new HashMap<>();
        int left = budget;
        for (boolean ranked : new boolean[] {true, false}) {
            for (int detail = 1; detail <= 2; detail++) {
                for (Shown one : shown) {
                    int more = one.cost(detail) - one.cost(details.getOrDefault(one, 0));
                    if (one.ranked() == ranked && more <= left) {
                        details.put(one, detail);
                        left -= more;
                    }
                }
            }
        }
        List<Map<String, Object>> json = new ArrayList<>();
        for (Shown one : shown) {
            if (details.containsKey(one)) {
                Map<String, Object> tree = GalleryJson.tree(one.sample(), one.states(details.get(one)));
                tree.put("run", one.run());
                json.add(tree);
            }
        }
        int whole = (int) details.entrySet().stream()
                .filter(one -> one.getKey().states(one.getValue()).size()
                        == one.getKey().sample().states().size())
                .count();
        return new GalleryData(json, shown.size(), whole);
    }
}
