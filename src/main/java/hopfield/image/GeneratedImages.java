package hopfield.image;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Images made on the spot, each a pure function of the seed and its number: nothing is read, nothing is kept. */
final class GeneratedImages implements ImageSource {
    private static final long serialVersionUID = 1;
    private static final int DIGIT_SIDE = 28;

    private final String name;
    private final int count;
    private final int width;
    private final int height;
    private final boolean random;
    private final Maker maker;

    private interface Maker extends Serializable {
        Image make(int number);
    }

    private GeneratedImages(String name, int count, int width, int height, boolean random, Maker maker) {
        this.name = name;
        this.count = count;
        this.width = width;
        this.height = height;
        this.random = random;
        this.maker = maker;
    }

    /** Digits drawn from strokes, 28x28 before they are scaled; the label of image k is k mod 10. */
    static GeneratedImages digits(int count, Seed seed, Preparation preparation) {
        Seed digits = seed.at("digits");
        Shape drawn = new Shape(DIGIT_SIDE, DIGIT_SIDE);
        Shape shape = preparation.shape(drawn);
        return new GeneratedImages("built-in digits", count, shape.width(), shape.height(), false, number -> {
            int digit = number % 10;
            byte[] grey = StrokeDigits.draw(digit, digits.at(number).random());
            return new Image(number, digit, preparation.pattern(new GreyPicture(drawn, grey)));
        });
    }

    /** Independent, unbiased random patterns of N neurons, drawn as the most nearly square picture of N pixels. */
    static GeneratedImages random(int count, int neurons, Seed seed) {
        Seed random = seed.at("random");
        int height = (int) Math.sqrt(neurons);
        while (neurons % height != 0) {
            height--;
        }
        return new GeneratedImages(
                "random patterns",
                count,
                neurons / height,
                height,
                true,
                number -> new Image(
                        number,
                        Image.UNLABELLED,
                        randomPattern(neurons, random.at(number).random())));
    }

    private static Pattern randomPattern(int neurons, SplittableRandom random) {
        long[] words = new long[Pattern.wordsFor(neurons)];
        for (int w = 0; w < words.length; w++) {
            words[w] = random.nextLong();
        }
        words[words.length - 1] &= Pattern.lastWordMask(neurons);
        return new Pattern(neurons, words);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public boolean random() {
        return random;
    }

    @Override
    public Map<String, String> checksums() {
        return Map.of();
    }

    @Override
    public Iterator<Image> read(int from, int until) {
        return IntStream.range(from, until).mapToObj(maker::make).iterator();
    }
}
