package hopfield.image;

import hopfield.BadInput;
import hopfield.pattern.Binarisation;
import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;

/** How a grey picture becomes a pattern: it is scaled, if a size is given, and then binarised. */
public final class Preparation implements Serializable {
    private static final long serialVersionUID = 1;

    /** As they are, half of white up. */
    public static final Preparation NONE = new Preparation(Optional.empty(), Threshold.HALF);

    private static final java.util.regex.Pattern SIZE = java.util.regex.Pattern.compile("(\\d{1,9})x(\\d{1,9})");

    /** Or null: an Optional is not serialisable. */
    private final Shape size;

    private final Threshold threshold;

    /**
     * @param size what every picture is scaled to, or empty for its own size
     * @param threshold from which grey on a pixel is up
     */
    public Preparation(Optional<Shape> size, Threshold threshold) {
        this.size = size.orElse(null);
        this.threshold = threshold;
    }

    /**
     * A size as {@code WIDTHxHEIGHT}.
     *
     * @throws BadInput if it is none, or absurd
     */
    public static Shape size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new BadInput("--size '" + text + "' is not a size; expected WIDTHxHEIGHT, as in 100x100");
        }
        long width = Long.parseLong(matcher.group(1));
        long height = Long.parseLong(matcher.group(2));
        if (width * height < 1 || width * height > PictureDecoder.MOST_PIXELS) {
            throw new BadInput("--size " + text + " has " + width * height + " pixels, expected 1 to "
                    + PictureDecoder.MOST_PIXELS);
        }
        return new Shape((int) width, (int) height);
    }

    /** Whether every picture is scaled to one size. */
    boolean scales() {
        return size != null;
    }

    /** The size of a pattern made of a picture of some size. */
    Shape shape(Shape given) {
        return size == null ? given : size;
    }

    /** The pattern of a picture. */
    Pattern pattern(GreyPicture picture) {
        return Binarisation.pattern(
                Lanczos.scale(picture, shape(picture.shape())).pixels(), threshold);
    }

    /** From which grey on a pixel is up. */
    public Threshold threshold() {
        return threshold;
    }
}
