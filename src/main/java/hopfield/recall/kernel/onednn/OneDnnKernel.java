package hopfield.recall.kernel.onednn;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.kernel.Int8Planes;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.ReducedBytes;
import hopfield.recall.kernel.TwinReduction;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Steps weights of 8 bits by a matrix product on oneDNN. States are given as u = (s + 1) / 2, bytes of 0 and 1, which processors
 * multiply with signed weights as they are, and {@linkplain TwinReduction reduced}; W s = 2 W u - R with the row sums R, so that half of every field is H = W u + b, where
 * b holds what is constant ({@link Int8Planes#bias}).
 *
 * <p>The product sums in 32-bit integers, exactly; H is a multiple of 1/4 below 2^22 with N up to 2^15, exact in 32-bit floating
 * point. It is zero or at least 1/4 in absolute value, so 4 H + u, clipped to 0..1, is 1 or 0 as H is above or below zero, or the
 * state u where it is zero. Wider weights are {@linkplain FilterRefineKernel screened}.
 */
public final class OneDnnKernel implements Kernel {
    /** Batches that fit a core's cache, and smaller ones: a ragged rest does not cost a whole batch. */
    private static final int[] BATCHES = {256, 64, 16};

    private final int words;
    private final PointerScope natives;
    private final stream stream;
    private final OneDnnBatch[] batches;
    private final BytePointer now;
    private final BytePointer next;
    private final ReducedBytes reduced;
    private final int stride;
    private final byte[] bytes;

    private OneDnnKernel(Memory memory) {
        TwinReduction reduction = TwinReduction.of(memory);
        Int8Planes planes = Int8Planes.of(memory, reduction);
        int entries = reduction.entries();
        words = Pattern.wordsFor(memory.neurons());
        reduced = new ReducedBytes(reduction);
        stride = OneDnnStates.stride(entries);
        bytes = new byte[BATCHES[0] * stride + Long.BYTES];
        batches = new OneDnnBatch[BATCHES.length];
        try (PointerScope scope = new PointerScope()) {
            stream = new stream(OneDnn.cpu());
            OneDnnStates states = OneDnnStates.of(BATCHES[0], entries);
            now = new BytePointer(states.now().get_data_handle());
            next = new BytePointer(states.next().get_data_handle());
            float[][] bias = {planes.bias()};
            OneDnnPlane[] plane = OneDnnPlane.of(planes.weights(), bias, states, stream);
            for (int b = 0; b < BATCHES.length; b++) {
                batches[b] = OneDnnBatch.ofSigns(states.first(BATCHES[b], entries), plane[0]);
            }
            natives = scope.extend();
        }
    }

    /** Whether the library loads here, on a processor on which its 8-bit products are exact. */
    public static boolean isAvailable() {
        try {
            return OneDnn.isExact();
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Whether the weights, divided by what divides them all, fit 8 bits. */
    public static boolean fits(Memory memory) {
        return Int8Planes.fit(memory) && Int8Planes.count(memory) == 1;
    }

    /** The kernel of a memory that fits, where the library is available; to be closed. */
    public static OneDnnKernel of(Memory memory) {
        if (!isAvailable() || !fits(memory)) {
            throw new IllegalArgumentException(
                    "oneDNN cannot step this memory exactly here; ask isAvailable() and fits() first");
        }
        return new OneDnnKernel(memory);
    }

    @Override
    public void step(long[] states, int count, long[] successors) {
        int from = 0;
        for (OneDnnBatch batch : batches) {
            boolean smallest = batch == batches[batches.length - 1];
            while (from < count && (smallest || count - from > batch.size() / 2)) {
                int to = Math.min(count, from + batch.size());
                run(batch, states, from, to, successors);
                from = to;
            }
        }
    }

    private void run(OneDnnBatch batch, long[] states, int from, int to, long[] successors) {
        int length = (to - from) * stride;
        for (int s = from; s < to; s++) {
            reduced.unpack(states, s * words, bytes, (s - from) * stride);
        }
        now.put(bytes, 0, length);
        batch.run(stream);
        next.get(bytes, 0, length);
        for (int s = from; s < to; s++) {
            reduced.pack(bytes, (s - from) * stride, states, successors, s * words);
        }
    }

    @Override
    public String name() {
        return "oneDNN int8";
    }

    /** Gives the native memory back; the garbage collector does for a kernel that is never closed. */
    @Override
    public void close() {
        natives.close();
    }
}
