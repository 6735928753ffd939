package hopfield.report;

import java.util.List;

/**
 * The facts about an experiment that a report needs beside its cells.
 *
 * @param width pixels across an image
 * @param height pixels down an image
 * @param trials cues made of each image at each level
 * @param update which neurons are updated at once, sync or async; empty where unknown
 * @param images what the images are
 * @param classes the classes' names, by label; may be empty: labels are then all there is to say
 */
public record Setting(int width, int height, int trials, String update, Images images, List<String> classes) {
    public Setting {
        classes = List.copyOf(classes);
    }

    /** Images whose classes have no names. */
    public Setting(int width, int height, int trials, String update, Images images) {
        this(width, height, trials, update, images, List.of());
    }

    /** The kind of images, as theory sees them. */
    public enum Images {
        /** Pictures, or random pixels of which some are clamped or in a heat bath: no theory here speaks of them. */
        PICTURES,
        /** Independent, unbiased random pixels, all free and at T = 0, of which it does. */
        RANDOM
    }

    /** N. */
    int neurons() {
        return width * height;
    }
}
