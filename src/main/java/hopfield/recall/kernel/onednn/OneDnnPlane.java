package hopfield.recall.kernel.onednn;

import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/** One plane of weights in native memory, in the layout that suits a batch, and its biases. */
final class OneDnnPlane {
    private final memory weights;
    private final memory bias;

    /** All planes of some weights, for states stepped in batches up to these. */
    static OneDnnPlane[] of(byte[][] weights, float[][] bias, OneDnnStates largest, stream stream) {
        OneDnnPlane[] all = new OneDnnPlane[weights.length];
        for (int k = 0; k < all.length; k++) {
            memory target = k == 0 ? largest.next() : largest.sums();
            all[k] = new OneDnnPlane(weights[k], bias[k], largest.now(), target, stream);
        }
        return all;
    }

    /**
     * @param rows a row of weights for each neuron that is stepped, row by row. Not modified.
     * @param biases one for each of them. Not modified.
     * @param source a batch of states, one a row
     * @param target what becomes of it
     */
    private OneDnnPlane(byte[] rows, float[] biases, memory source, memory target, stream stream) {
        int stepped = biases.length;
        bias = row(biases);
        memory.desc any = shape(rows.length / stepped, stepped, memory.data_type.s8, memory.format_tag.any);
        memory.desc layout = new matmul.primitive_desc(
                        OneDnn.cpu(), source.get_desc(), any, bias.get_desc(), target.get_desc())
                .weights_desc();
        weights = packed(rows, stepped, layout, stream);
    }

    /** The transpose of so many rows of weights, in a layout that suits a product. */
    static memory packed(byte[] rows, int count, memory.desc layout, stream stream) {
        memory weights = new memory(layout, OneDnn.cpu());
        memory.desc transposed = shape(rows.length / count, count, memory.data_type.s8, memory.format_tag.ba);
        try (memory plain = new memory(transposed, OneDnn.cpu())) {
            new BytePointer(plain.get_data_handle()).put(rows);
            new reorder(plain, weights).execute(stream, plain, weights);
            stream._wait();
        }
        return weights;
    }

    /** N numbers, one for each neuron, in native memory. */
    static memory row(float... numbers) {
        memory row = new memory(shape(1, numbers.length, memory.data_type.f32, memory.format_tag.ab), OneDnn.cpu());
        new FloatPointer(row.get_data_handle()).put(numbers);
        return row;
    }

    memory weights() {
        return weights;
    }

    memory bias() {
        return bias;
    }

    /** The product of a batch with the transpose of this plane. */
    matmul.primitive_desc product(memory.desc source, memory.desc target, primitive_attr attributes) {
        return new matmul.primitive_desc(
                OneDnn.cpu(), source, weights.get_desc(), bias.get_desc(), target, attributes, false);
    }

    static memory.desc shape(int rows, int columns, memory.data_type type, memory.format_tag layout) {
        return new memory.desc(new long[] {rows, columns}, type, layout);
    }
}
