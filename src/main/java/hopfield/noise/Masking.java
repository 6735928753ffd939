package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;

/** Noise that hides some pixels and leaves the others: hidden pixels become background (-1), the others are known. */
public sealed interface Masking extends Noise permits Square, Rows, Pixels, Frame {
    /** The pixels of an image of this shape that are hidden, as set bits. */
    Pattern masked(Shape shape, Seed stream);

    @Override
    default Corruption corrupt(Pattern original, Shape shape, Seed stream) {
        return Corruption.masking(original, masked(shape, stream));
    }
}
