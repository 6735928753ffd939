package hopfield.spark;

import hopfield.image.DeckSize;

/** Bytes that patterns and images take as bits, in words of 64. */
final class PackedBytes {
    /** An image and its record beside its bits. */
    static final int IMAGE_OVERHEAD = 96;

    private PackedBytes() {}

    static double words(double bits) {
        return Math.ceil(bits / Long.SIZE);
    }

    static double ofPattern(int neurons) {
        return Long.BYTES * words(neurons);
    }

    /** A deck that is cached. */
    static double ofImages(DeckSize deck) {
        return deck.images() * (ofPattern(deck.neurons()) + IMAGE_OVERHEAD);
    }
}
