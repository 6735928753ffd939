package hopfield.recall.dynamics;

import java.util.Arrays;

/** Distinct states, packed one after the other and numbered as they come: a hash table with linear probing. */
final class PackedStates {
    private static final int FREE = -1;

    private final int stride;
    private long[] packed;
    private int[] slots;
    private int size;

    /** @param stride words of a state */
    PackedStates(int stride) {
        this.stride = stride;
        allocate(64);
    }

    /** States that are held. */
    int size() {
        return size;
    }

    /** Words of a state. */
    int stride() {
        return stride;
    }

    /** Forgets every state. */
    void clear() {
        Arrays.fill(slots, FREE);
        size = 0;
    }

    /** The number of a state; {@link #size} before the call, if it is new. */
    int number(long[] from, int offset) {
        int mask = slots.length - 1;
        int slot = hash(from, offset) & mask;
        while (slots[slot] != FREE) {
            if (isAt(slots[slot], from, offset)) {
                return slots[slot];
            }
            slot = slot + 1 & mask;
        }
        if ((size + 1) * stride > packed.length) {
            grow();
            return number(from, offset);
        }
        slots[slot] = size;
        System.arraycopy(from, offset, packed, size * stride, stride);
        return size++;
    }

    /** A word of a state. */
    long word(int state, int word) {
        return packed[state * stride + word];
    }

    /** Copies the first words of a state out. */
    void copy(int state, long[] to, int offset, int words) {
        System.arraycopy(packed, state * stride, to, offset, words);
    }

    private boolean isAt(int state, long[] from, int offset) {
        return Arrays.equals(packed, state * stride, (state + 1) * stride, from, offset, offset + stride);
    }

    /** In three strands of words, as each multiplication waits for the one before it. */
    private int hash(long[] from, int offset) {
        long first = 0;
        long second = 0;
        long third = 0;
        int w = 0;
        for (; w + 2 < stride; w += 3) {
            first = mixed(first ^ from[offset + w]);
            second = mixed(second ^ from[offset + w + 1]);
            third = mixed(third ^ from[offset + w + 2]);
        }
        for (; w < stride; w++) {
            first = mixed(first ^ from[offset + w]);
        }
        return (int) mixed(first ^ Long.rotateLeft(second, 21) ^ Long.rotateLeft(third, 42));
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    private void grow() {
        long[] states = packed;
        int count = size;
        allocate(2 * count);
        size = 0;
        for (int state = 0; state < count; state++) {
            number(states, state * stride);
        }
    }

    private void allocate(int capacity) {
        packed = new long[capacity * stride];
        slots = new int[2 * capacity];
        Arrays.fill(slots, FREE);
    }
}
