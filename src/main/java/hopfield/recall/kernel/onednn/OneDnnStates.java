package hopfield.recall.kernel.onednn;

import hopfield.pattern.Pattern;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/**
 * A batch in native memory, a state a row, 64 neurons for each word that packs them. Not all neurons need be stepped.
 *
 * @param size rows
 * @param now the states, in bytes of 0 and 1
 * @param sums what the higher planes add to the fields, in 32-bit floating point
 * @param next the successors, in bytes of 0 and 1
 */
record OneDnnStates(int size, memory now, memory sums, memory next) {
    /** A batch of its own. */
    static OneDnnStates of(int size, int neurons) {
        long sums = (long) size * stride(neurons);
        return over(size, neurons, space((long) size * stride(neurons)), space(sums * Float.BYTES), space(sums));
    }

    /** The first rows of this batch. */
    OneDnnStates first(int rows, int neurons) {
        return over(rows, neurons, now.get_data_handle(), sums.get_data_handle(), next.get_data_handle());
    }

    /** This memory, as successors of -1, 0 and 1. */
    OneDnnStates signed(int neurons) {
        return new OneDnnStates(size, now, sums, rows(size, neurons, memory.data_type.s8, next.get_data_handle()));
    }

    private static OneDnnStates over(int size, int neurons, Pointer now, Pointer sums, Pointer next) {
        return new OneDnnStates(
                size,
                rows(size, neurons, memory.data_type.u8, now),
                rows(size, neurons, memory.data_type.f32, sums),
                rows(size, neurons, memory.data_type.u8, next));
    }

    /** Rows of their own, as long as those of states. */
    static memory rows(int size, int neurons, memory.data_type type, int bytesEach) {
        return rows(size, neurons, type, space((long) size * stride(neurons) * bytesEach));
    }

    private static memory rows(int size, int neurons, memory.data_type type, Pointer at) {
        memory.desc shape = new memory.desc(new long[] {size, neurons}, type, new long[] {stride(neurons), 1});
        return new memory(shape, OneDnn.cpu(), at);
    }

    /** Entries from one row to the next. */
    static int stride(int neurons) {
        return Pattern.wordsFor(neurons) * Long.SIZE;
    }

    /** Memory that begins on a cache line. */
    private static Pointer space(long bytes) {
        memory.desc shape = new memory.desc(new long[] {bytes}, memory.data_type.s8, memory.format_tag.a);
        return new memory(shape, OneDnn.cpu()).get_data_handle();
    }
}
