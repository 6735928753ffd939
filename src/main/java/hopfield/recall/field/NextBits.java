package hopfield.recall.field;

/** Walks the set bits of packed words, lowest first. */
final class NextBits {
    private final long[] words;
    private int word;
    private long rest;

    NextBits(long[] words) {
        this.words = words;
        this.rest = words[0];
        skipEmpty();
    }

    boolean hasNext() {
        return rest != 0;
    }

    int next() {
        int bit = (word << 6) + Long.numberOfTrailingZeros(rest);
        rest &= rest - 1;
        skipEmpty();
        return bit;
    }

    private void skipEmpty() {
        while (rest == 0 && ++word < words.length) {
            rest = words[word];
        }
    }
}
