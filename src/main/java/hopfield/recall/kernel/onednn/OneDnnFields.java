package hopfield.recall.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import hopfield.memory.Memory;
import hopfield.recall.Cue;
import hopfield.recall.field.FirstFields;
import hopfield.recall.field.SummedFields;
import hopfield.recall.kernel.BitBytes;
import hopfield.recall.kernel.Int8Planes;
import hopfield.recall.kernel.TwinReduction;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * First fields of a batch by 8-bit matrix products on oneDNN: W_k u in 32-bit integers, exactly, for each
 * {@linkplain Int8Planes plane} of the weights, and U = W u = g sum_k 256^k W_k u from them. U itself fits an int, so it does
 * not matter that what is added up to it wraps.
 */
public final class OneDnnFields implements FirstFields {
    /** States of one product. */
    public static final int BATCH = 256;

    private final SummedFields fields;
    private final int stride;
    private final int unit;
    private final PointerScope natives;
    private final stream stream;
    private final BytePointer states;
    private final matmul[] products;
    private final IntMemoryMap[] arguments;
    private final IntPointer[] results;
    private final byte[] bytes;
    private final int[] part;
    private final int[] sums;

    private OneDnnFields(Int8Planes planes, SummedFields fields) {
        int neurons = planes.reduction().entries();
        int count = planes.weights().length;
        this.fields = fields;
        this.stride = OneDnnStates.stride(neurons);
        this.unit = planes.unit();
        this.products = new matmul[count];
        this.arguments = new IntMemoryMap[count];
        this.results = new IntPointer[count];
        this.bytes = new byte[stride + Long.BYTES];
        this.part = new int[neurons];
        this.sums = new int[neurons];
        try (PointerScope scope = new PointerScope()) {
            stream = new stream(OneDnn.cpu());
            memory source = OneDnnStates.rows(BATCH, neurons, memory.data_type.u8, Byte.BYTES);
            states = new BytePointer(source.get_data_handle());
            for (int k = 0; k < count; k++) {
                memory target = OneDnnStates.rows(BATCH, neurons, memory.data_type.s32, Integer.BYTES);
                results[k] = new IntPointer(target.get_data_handle());
                arguments[k] = new IntMemoryMap();
                products[k] = product(planes.weights()[k], source, target, arguments[k]);
            }
            natives = scope.extend();
        }
    }

    /** Of a memory that {@linkplain Int8Planes#fit fits}, where the library is available; to be closed. */
    public static OneDnnFields of(Memory memory, SummedFields fields) {
        return new OneDnnFields(Int8Planes.of(memory, TwinReduction.none(memory)), fields);
    }

    private matmul product(byte[] weights, memory source, memory target, IntMemoryMap arguments) {
        int neurons = sums.length;
        memory.desc any = OneDnnPlane.shape(neurons, neurons, memory.data_type.s8, memory.format_tag.any);
        primitive_attr attributes = new primitive_attr();
        // Of its own: the library's is tied to the thread that made the product.
        attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
        matmul.primitive_desc product =
                new matmul.primitive_desc(OneDnn.cpu(), source.get_desc(), any, target.get_desc(), attributes, false);
        arguments.put(DNNL_ARG_SRC, source);
        arguments.put(DNNL_ARG_WEIGHTS, OneDnnPlane.packed(weights, neurons, product.weights_desc(), stream));
        arguments.put(DNNL_ARG_DST, target);
        arguments.put(DNNL_ARG_SCRATCHPAD, new memory(product.scratchpad_desc(), OneDnn.cpu()));
        return new matmul(product);
    }

    @Override
    public void enterEach(List<Cue> cues, Consumer<Cue> entered) {
        for (int from = 0; from < cues.size(); from += BATCH) {
            List<Cue> batch = cues.subList(from, Math.min(cues.size(), from + BATCH));
            multiply(batch);
            for (int c = 0; c < batch.size(); c++) {
                addUp((long) c * stride);
                fields.enter(batch.get(c).state(), sums);
                entered.accept(batch.get(c));
            }
        }
    }

    private void multiply(List<Cue> batch) {
        for (int c = 0; c < batch.size(); c++) {
            long[] words = batch.get(c).state().words();
            BitBytes.unpack(words, sums.length, bytes, 0);
            states.position((long) c * stride).put(bytes, 0, stride);
        }
        for (int k = 0; k < products.length; k++) {
            products[k].execute(stream, arguments[k]);
        }
        stream._wait();
    }

    /** The sums U of the state whose results begin there, from the highest plane down. */
    private void addUp(long at) {
        int highest = results.length - 1;
        results[highest].position(at).get(sums);
        for (int k = highest - 1; k >= 0; k--) {
            results[k].position(at).get(part);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = (sums[i] << Byte.SIZE) + part[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= unit;
        }
    }

    /** Gives the native memory back; the garbage collector does for one that is never closed. */
    @Override
    public void close() {
        natives.close();
    }
}
