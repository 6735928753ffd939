package hopfield.pattern;

import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * The root of a stream of random numbers, narrowed step by step: {@code new Seed(1).at("flip").at(image).at(trial)} names
 * one stream whoever draws from it, wherever and in whichever order. Steps are mixed by the finaliser of SplitMix64
 * (Steele, Lea &amp; Flood 2014; Stafford's variant 13).
 */
public record Seed(long value) implements Serializable {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The seed of one part: an image, a trial, a level's bits. */
    public Seed at(long part) {
        return new Seed(mix(value + GOLDEN + mix(part + GOLDEN)));
    }

    /** The seed of one named purpose. */
    public Seed at(String purpose) {
        return at(purpose.hashCode());
    }

    /** A fresh generator at the start of this stream; the same numbers on every JVM. */
    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
