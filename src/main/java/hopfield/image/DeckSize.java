package hopfield.image;

import hopfield.pattern.Shape;

/**
 * How many images there are, and how large: what is known of a source without reading its pixels.
 *
 * @param name what the images are called
 * @param images how many, at least 1
 * @param width pixels across
 * @param height pixels down
 */
public record DeckSize(String name, int images, int width, int height) {
    /** The size of a source that is open. */
    static DeckSize of(ImageSource source) {
        return new DeckSize(source.name(), source.count(), source.width(), source.height());
    }

    /** The size of a deck whose pictures are scaled, or are not. */
    DeckSize prepared(Preparation preparation) {
        Shape shape = preparation.shape(new Shape(width, height));
        return new DeckSize(name, images, shape.width(), shape.height());
    }

    /** N = width x height. */
    public int neurons() {
        return width * height;
    }
}
