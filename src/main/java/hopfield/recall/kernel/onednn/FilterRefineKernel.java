package hopfield.recall.kernel.onednn;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.kernel.ExactFields;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.QuantizedWeights;
import hopfield.recall.kernel.ReducedBytes;
import hopfield.recall.kernel.TwinReduction;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Steps weights of any width by one 8-bit matrix product, or two: the product of {@linkplain QuantizedWeights rounded weights} decides
 * every neuron whose field is farther from zero than rounding can reach, and says which those are; the few others are summed up
 * exactly. A screen of one plane that leaves too many is exchanged for one of two. The successors are the same.
 */
public final class FilterRefineKernel implements Kernel {
    private static final int[] BATCHES = {256, 64, 16};

    /** Of a hundred neurons, as many as an exact sum for each takes as long as a second plane for all. */
    private static final double MOST_UNCERTAIN = .01;

    private final Memory memory;
    private final int words;
    private final ExactFields exact;
    private final TwinReduction reduction;
    private final ReducedBytes reduced;
    private final int stride;
    private final byte[] bytes;
    private Screening screening;
    private int planes;
    private long stepped;
    private long uncertain;

    /** A screen in native memory, with the batches that it is applied to. */
    private record Screening(
            PointerScope natives, stream stream, OneDnnBatch[] batches, BytePointer now, BytePointer next) {
        public static Screening of(Memory memory, TwinReduction reduction, int planes) {
            int entries = reduction.entries();
            QuantizedWeights quantized = QuantizedWeights.of(memory, reduction, planes);
            try (PointerScope scope = new PointerScope()) {
                stream stream = new stream(OneDnn.cpu());
                OneDnnStates states = OneDnnStates.of(BATCHES[0], entries).signed(entries);
                OneDnnPlane[] parts = OneDnnPlane.of(quantized.weights(), quantized.bias(), states, stream);
                memory sharpness = OneDnnPlane.row(quantized.sharpness());
                OneDnnBatch[] batches = new OneDnnBatch[BATCHES.length];
                for (int b = 0; b < BATCHES.length; b++) {
                    OneDnnStates first = states.first(BATCHES[b], entries).signed(entries);
                    batches[b] = OneDnnBatch.ofScreened(first, sharpness, parts);
                }
                return new Screening(
                        scope.extend(),
                        stream,
                        batches,
                        new BytePointer(states.now().get_data_handle()),
                        new BytePointer(states.next().get_data_handle()));
            }
        }
    }

    private FilterRefineKernel(Memory memory) {
        this.memory = memory;
        this.words = Pattern.wordsFor(memory.neurons());
        this.exact = new ExactFields(memory);
        this.reduction = TwinReduction.of(memory);
        this.reduced = new ReducedBytes(reduction);
        this.stride = OneDnnStates.stride(reduction.entries());
        this.bytes = new byte[BATCHES[0] * stride + Long.BYTES];
        refine();
    }

    /** The kernel of a memory that {@linkplain QuantizedWeights#fits fits}, where the library is available; to be closed. */
    public static FilterRefineKernel of(Memory memory) {
        if (!OneDnnKernel.isAvailable() || !QuantizedWeights.fits(memory)) {
            throw new IllegalArgumentException("oneDNN cannot screen this memory here");
        }
        return new FilterRefineKernel(memory);
    }

    private void refine() {
        close();
        planes++;
        screening = Screening.of(memory, reduction, planes);
        stepped = 0;
        uncertain = 0;
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        int from = 0;
        for (int b = 0; b < BATCHES.length; b++) {
            boolean smallest = b == BATCHES.length - 1;
            while (from < count && (smallest || count - from > BATCHES[b] / 2)) {
                int to = Math.min(count, from + BATCHES[b]);
                run(screening.batches()[b], states, from, to, next);
                from = to;
            }
        }
        stepped += count;
        if (planes < QuantizedWeights.mostPlanes() && uncertain > MOST_UNCERTAIN * stepped * reduction.entries()) {
            refine();
        }
    }

    private void run(OneDnnBatch batch, long[] states, int from, int to, long[] next) {
        for (int s = from; s < to; s++) {
            reduced.unpack(states, s * words, bytes, (s - from) * stride);
        }
        screening.now().put(bytes, 0, (to - from) * stride);
        batch.run(screening.stream());
        screening.next().get(bytes, 0, (to - from) * stride);
        for (int s = from; s < to; s++) {
            uncertain += reduced.packSigns(bytes, (s - from) * stride, states, next, s * words, exact);
        }
    }

    @Override
    public String name() {
        return "oneDNN int8 screen x" + planes;
    }

    @Override
    public void close() {
        if (screening != null) {
            screening.natives().close();
        }
    }
}
