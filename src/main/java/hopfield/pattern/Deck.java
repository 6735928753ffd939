package hopfield.pattern;

import java.io.Serializable;

/**
 * A deck of images in an order, from which a network is dealt its patterns: a load of P stores the images at positions
 * 0..P-1. The shuffle is a keyed permutation evaluated one image at a time (a Feistel network with cycle walking, Black
 * &amp; Rogaway 2002), so no executor ever holds the order of the whole deck.
 *
 * @param images cards in the deck, at least 1
 * @param order the order they lie in
 * @param seed the seed of the shuffle
 */
public record Deck(int images, Order order, Seed seed) implements Serializable {
    private static final int ROUNDS = 8;

    /** How the deck is ordered before it is dealt. */
    public enum Order {
        /** As the images stand in their files. */
        FILE,
        /** In a seeded random order. */
        SHUFFLED
    }

    public Deck {
        if (images < 1) {
            throw new IllegalArgumentException("a deck needs at least one image, was " + images);
        }
    }

    /** Where an image lies in the deck, 0..images-1. */
    public int position(int image) {
        if (image < 0 || image >= images) {
            throw new IllegalArgumentException("image must be within 0.." + (images - 1) + ", was " + image);
        }
        return order == Order.FILE ? image : shuffled(image);
    }

    /** Permutes a power-of-four domain that holds the deck until the walk is back inside the deck. */
    private int shuffled(int image) {
        long at = image;
        do {
            at = feistel(at);
        } while (at >= images);
        return (int) at;
    }

    private long feistel(long at) {
        int half = Math.max(1, (33 - Integer.numberOfLeadingZeros(images - 1)) / 2);
        long mask = (1L << half) - 1;
        long left = at >>> half;
        long right = at & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ seed.at(round).at(right).value() & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }
}
