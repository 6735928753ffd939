package hopfield.report;

import hopfield.metric.Sample;
import java.util.ArrayList;
import java.util.List;

/** Notes on the pictures that a page does not have, and how to come by them. */
final class GalleryNotes {
    private GalleryNotes() {}

    /** Of all runs of a page. */
    static List<String> of(List<Report> runs, GalleryData gallery) {
        List<String> notes = new ArrayList<>();
        for (Report run : runs) {
            if (!run.cells().isEmpty()) {
                String of = runs.size() > 1 ? run.name() + ": " : "";
                ofRun(run).forEach(note -> notes.add(of + note));
            }
        }
        if (gallery.trees().size() < gallery.all()) {
            notes.add("The page has room for " + Numbers.count(gallery.trees().size()) + " of "
                    + Numbers.count(gallery.all()) + " restorations; all of them are in gallery.json.");
        }
        if (gallery.whole() < gallery.trees().size()) {
            notes.add("Of " + Numbers.count(gallery.trees().size() - gallery.whole(), "restoration")
                    + " it has the cue and the end alone; the states between are in gallery.json.");
        }
        return notes;
    }

    private static List<String> ofRun(Report run) {
        int cells = run.cells().size();
        if (!run.gallery().isEmpty()) {
            boolean classless =
                    run.gallery().stream().noneMatch(sample -> sample.roles().contains("class"));
            boolean labelled = run.gallery().stream().anyMatch(sample -> sample.label() >= 0);
            if (classless && labelled) {
                return List.of("Of a sweep of more than " + Numbers.count(Sample.MOST_CELLS_WITH_CLASSES)
                        + " cells no restoration is chosen by its class; sweep fewer cells to see some.");
            }
            int classes = run.cells().stream()
                    .mapToInt(cell -> cell.classes().size())
                    .max()
                    .orElse(0);
            return classes > Sample.MOST_CLASSES
                    ? List.of("Of each cell, restorations are chosen from its first " + Sample.MOST_CLASSES + " of "
                            + Numbers.count(classes) + " classes.")
                    : List.of();
        }
        if (cells > Sample.MOST_CELLS) {
            return List.of("Of a sweep of more than " + Numbers.count(Sample.MOST_CELLS)
                    + " cells no restoration is kept to look at; sweep fewer cells to see some.");
        }
        String command = Reproduction.command(run);
        return List.of("No restoration was kept with these metrics. "
                + (command.isEmpty() ? "The sweep's own command, with another --out," : command + " --out DIR")
                + " makes them.");
    }
}
