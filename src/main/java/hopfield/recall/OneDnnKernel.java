package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Steps by 8-bit matrix products on oneDNN, one for each {@linkplain Int8Planes plane} of the weights. States are given as
 * u = (s + 1) / 2, bytes of 0 and 1, which processors multiply with signed weights as they are; W s = 2 W u - R with the row sums
 * R, so that half of every field is W u + b, where b holds what is constant.
 *
 * <p>The products sum in 32-bit integers, exactly. What joins the planes is 32-bit floating point, from the highest plane
 * down: A = 256 (W_1 u + b_1 + 256 (W_2 u + b_2 + ...)), then H = W_0 u + b_0 + A. Everything up to A is half a whole number of at
 * most 23 bits times a power of 256, as fields and thresholds together stay below 2^31: exact. W_0 u + b_0 is a quarter of a
 * whole number, below 2^22 with N up to 2^15: exact. Only the last sum can round, and a correctly rounded sum of two numbers has
 * the sign of the exact one and is zero only where that is. H is zero or at least 1/4 in absolute value, so 4 H + u, clipped
 * to 0..1, is 1 or 0 as H is above or below zero, or the state u where it is zero.
 */
final class OneDnnKernel implements Kernel {
    /** What fits a core's cache, and smaller ones, so that a ragged rest is not stepped at the price of a whole batch. */
    private static final int[] BATCHES = {256, 64, 16};

    private final String name;
    private final int words;
    private final long lastWord;
    private final PointerScope natives;
    private final stream stream;
    private final OneDnnBatch[] batches;
    private final LongPointer now;
    private final LongPointer next;
    private final long[] bytes;

    private OneDnnKernel(Int8Planes planes) {
        int neurons = planes.neurons();
        name = "oneDNN int8 x" + planes.weights().length;
        words = Pattern.wordsFor(neurons);
        lastWord = Pattern.lastWordMask(neurons);
        bytes = new long[BATCHES[0] * words * Long.BYTES];
        batches = new OneDnnBatch[BATCHES.length];
        try (PointerScope scope = new PointerScope()) {
            stream = new stream(OneDnn.cpu());
            OneDnnStates states = OneDnnStates.of(BATCHES[0], neurons);
            now = new LongPointer(states.now().get_data_handle());
            next = new LongPointer(states.next().get_data_handle());
            OneDnnPlane[] parts = OneDnnPlane.of(planes.weights(), planes.bias(), states, stream);
            for (int b = 0; b < BATCHES.length; b++) {
                batches[b] = OneDnnBatch.ofSigns(states.first(BATCHES[b], neurons), parts);
            }
            natives = scope.extend();
        }
    }

    /** Whether the library loads here, on a processor on which its 8-bit products are exact. */
    static boolean isAvailable() {
        try {
            return OneDnn.isExact();
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Whether every sign is exact: weights in 32 bits, N at most 32,768, the largest field and threshold below 2^31 together. */
    static boolean fits(Memory memory) {
        return Int8Planes.fit(memory);
    }

    /** The kernel of a memory that fits, where the library is available; to be closed. */
    static OneDnnKernel of(Memory memory) {
        if (!isAvailable() || !fits(memory)) {
            throw new IllegalArgumentException(
                    "oneDNN cannot step this memory exactly here; ask isAvailable() and fits() first");
        }
        return new OneDnnKernel(Int8Planes.of(memory));
    }

    @Override
    public void step(long[] states, int count, long[] successors) {
        int from = 0;
        for (OneDnnBatch batch : batches) {
            boolean smallest = batch == batches[batches.length - 1];
            while (from < count && (smallest || count - from > batch.size() / 2)) {
                int to = Math.min(count, from + batch.size());
                run(batch, states, from * words, to * words, successors);
                from = to;
            }
        }
        for (int last = words - 1; last < count * words; last += words) {
            successors[last] &= lastWord;
        }
    }

    private void run(OneDnnBatch batch, long[] states, int from, int to, long[] successors) {
        int longs = (to - from) * Long.BYTES;
        BitBytes.unpack(states, from, to, bytes);
        now.put(bytes, 0, longs);
        batch.run(stream);
        next.get(bytes, 0, longs);
        BitBytes.pack(bytes, successors, from, to);
    }

    @Override
    public String name() {
        return name;
    }

    /** Gives the native memory back; the garbage collector does for a kernel that is never closed. */
    @Override
    public void close() {
        natives.close();
    }
}
