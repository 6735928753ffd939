package hopfield.recall.field;

import hopfield.pattern.Pattern;

/**
 * Whole numbers of some neurons, two or four of them in a word. A word is the sum of its lanes, each times 2 to where it begins, so that
 * adding words adds lanes, whatever their signs. Of each 64 neurons, lane k of word m is neuron width k + m, so that
 * one shift brings the signs of a word's lanes to the neurons' bits.
 *
 * @param width bits of a lane, 16 or 32
 * @param neurons N
 */
record PackedLanes(int width, int neurons) {
    private static final int NARROW = Short.SIZE;

    /** The narrowest in which numbers up to this absolute value fit: below 2^31. */
    static PackedLanes of(long largest, int neurons) {
        return new PackedLanes(largest <= Short.MAX_VALUE ? Short.SIZE : Integer.SIZE, neurons);
    }

    /** Zero for each neuron. */
    long[] zeros() {
        return new long[Pattern.wordsFor(neurons) * width];
    }

    /** One in every lane. */
    long ones() {
        return width == NARROW ? 0x0001_0001_0001_0001L : 0x0000_0001_0000_0001L;
    }

    /** Half of what a lane holds, in every lane: added to numbers, it makes them at least zero, their highest bit set where they were before. */
    long halves() {
        return ones() << width - 1;
    }

    /** Adds to a neuron's number. */
    void add(long[] words, int neuron, long value) {
        words[word(neuron)] += value << shift(neuron);
    }

    /** A neuron's number, where {@linkplain #halves halves} have been added. */
    long get(long[] words, int neuron) {
        long half = 1L << width - 1;
        return (words[word(neuron)] >>> shift(neuron) & 2 * half - 1) - half;
    }

    /** Bits, a word for each 64 neurons, set where a number is below zero; halves have been added. */
    long[] negative(long[] words) {
        long[] bits = new long[Pattern.wordsFor(neurons)];
        for (int w = 0, from = 0; w < bits.length; w++, from += width) {
            long highest = 0;
            for (int part = 0; part < width; part += NARROW) {
                highest |= highest(words, from + part) >>> width - NARROW - part;
            }
            bits[w] = ~highest;
        }
        return bits;
    }

    /** The highest bits of the lanes of sixteen words, each word's one place above those of the word before. */
    private long highest(long[] words, int from) {
        long halves = halves();
        long bits = 0;
        for (int m = 0; m < NARROW; m++) {
            bits |= (words[from + m] & halves) >>> NARROW - 1 - m;
        }
        return bits;
    }

    /** Makes words of numbers, one for each neuron. */
    void put(int[] numbers, long[] words) {
        for (int at = 0; at < words.length; at++) {
            int first = at / width * Long.SIZE + at % width;
            long sum = 0;
            for (int shift = 0; shift < Long.SIZE && first + shift < numbers.length; shift += width) {
                sum += (long) numbers[first + shift] << shift;
            }
            words[at] = sum;
        }
    }

    private int word(int neuron) {
        return (neuron >> 6) * width + (neuron & width - 1);
    }

    private int shift(int neuron) {
        return neuron & Long.SIZE - width;
    }

    /** sum += a + b + c + d. */
    static void add(long[] sum, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    /** sum += a + b - c - d. */
    static void exchange(long[] sum, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] - c[i] - d[i];
        }
    }

    /** sum -= a + b + c + d. */
    static void subtract(long[] sum, long[] a, long[] b, long[] c, long[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= a[i] + b[i] + c[i] + d[i];
        }
    }
}
