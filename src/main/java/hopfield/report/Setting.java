package hopfield.report;

import java.util.List;

/**
 * What a report must know of an experiment beside its cells.
 *
 * @param width pixels across an image
 * @param height pixels down an image
 * @param trials cues made of each image at each level
 * @param images what the images are
 * @param classes the classes' names, by label; may be empty: labels are then all there is to say
 */
public record Setting(int width, int height, int trials, Images images, List<String> classes) {
    /** Images whose classes have no names. */
    public Setting(int width, int height, int trials, Images images) {
        this(width, height, trials, images, List.of());
    }

    /** What images are to theory. */
    public enum Images {
        /** Pictures, of which no theory speaks. */
        PICTURES,
        /** Independent, unbiased random pixels, of which it does. */
        RANDOM
    }

    /** What a class is called. */
    String className(int label) {
        return label < classes.size() ? classes.get(label) : String.valueOf(label);
    }

    /** N. */
    int neurons() {
        return width * height;
    }
}
