package hopfield.image;

import hopfield.pattern.Shape;

/**
 * A picture in shades of grey.
 *
 * @param shape its size
 * @param pixels unsigned bytes, 0 black and 255 white, row by row. Not copied: treat as read-only.
 */
record GreyPicture(Shape shape, byte[] pixels) {
    GreyPicture {
        if (pixels.length != shape.neurons()) {
            throw new IllegalArgumentException("a picture of " + shape + " has no " + pixels.length + " pixels");
        }
    }
}
