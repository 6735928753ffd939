package hopfield.pattern;

import java.util.Arrays;

/** Finds a stored pattern by its bits, in constant time. Takes 8 to 16 bytes a pattern beside the patterns themselves. */
public final class PatternIndex {
    private static final int FREE = -1;

    private final PatternSet stored;
    private final int words;
    private final int[] slots;

    /** Of patterns that several images may share. */
    public PatternIndex(PatternSet stored) {
        this.stored = stored;
        this.words = Pattern.wordsFor(stored.neurons());
        this.slots = new int[4 * Integer.highestOneBit(Math.max(1, stored.size()))];
        Arrays.fill(slots, FREE);
        for (int p = 0; p < stored.size(); p++) {
            int slot = slot(stored.pattern(p).words());
            if (slots[slot] == FREE) {
                slots[slot] = p;
            }
        }
    }

    /** The first stored pattern that is the state; -1 if none is. */
    public int of(Pattern state) {
        return slots[slot(state.words())];
    }

    /** The slot of a pattern, or the free one where it would be: linear probing in a table at most half full. */
    private int slot(long[] state) {
        int hash = Arrays.hashCode(state);
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != FREE && !isPattern(slots[slot], state)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isPattern(int p, long[] state) {
        for (int w = 0; w < words; w++) {
            if (stored.word(p, w) != state[w]) {
                return false;
            }
        }
        return true;
    }
}
