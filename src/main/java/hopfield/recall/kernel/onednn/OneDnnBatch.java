package hopfield.recall.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_mul;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_clip;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;

/**
 * The matrix products that step a fixed number of states, one for each of one or two planes, the higher one first. It leaves
 * 256 (W_1 u + b_1); the last makes the sign.
 */
final class OneDnnBatch {
    private final OneDnnStates states;
    private final matmul[] products;
    private final IntMemoryMap[] arguments;

    /**
     * The product that makes the successors of states.
     *
     * @param states where the states and the successors lie
     */
    static OneDnnBatch ofSigns(OneDnnStates states, OneDnnPlane plane) {
        return new OneDnnBatch(states, null, plane);
    }

    /**
     * Products that make signs of -1 and 1, and 0 where the field times the sharpness is less than 1/2.
     *
     * @param states where the states, their sums and the {@linkplain OneDnnStates#signed signs} lie
     * @param sharpness a number for each neuron
     * @param planes one or two, lowest first
     */
    static OneDnnBatch ofScreened(OneDnnStates states, memory sharpness, OneDnnPlane... planes) {
        return new OneDnnBatch(states, sharpness, planes);
    }

    private OneDnnBatch(OneDnnStates states, memory sharpness, OneDnnPlane... planes) {
        this.states = states;
        this.products = new matmul[planes.length];
        this.arguments = new IntMemoryMap[planes.length];
        int highest = planes.length - 1;
        for (int k = highest; k >= 0; k--) {
            arguments[k] = new IntMemoryMap();
            post_ops after = k > 0 ? carry() : sharpness == null ? sign() : screen(highest > 0, sharpness);
            products[k] = product(planes[k], k == 0 ? states.next() : states.sums(), after, arguments[k]);
        }
    }

    /** States stepped by one run. */
    int size() {
        return states.size();
    }

    void run(stream stream) {
        for (int k = products.length - 1; k >= 0; k--) {
            products[k].execute(stream, arguments[k]);
        }
        stream._wait();
    }

    private static post_ops carry() {
        post_ops after = new post_ops();
        after.append_eltwise(dnnl_eltwise_linear, 256, 0);
        return after;
    }

    private post_ops sign() {
        post_ops after = new post_ops();
        after.append_eltwise(dnnl_eltwise_linear, 4, 0);
        add(states.now(), after);
        after.append_eltwise(dnnl_eltwise_clip, 0, 1);
        return after;
    }

    private post_ops screen(boolean fromHigher, memory sharpness) {
        post_ops after = new post_ops();
        if (fromHigher) {
            add(states.sums(), after);
        }
        append(dnnl_binary_mul, sharpness, after);
        after.append_eltwise(dnnl_eltwise_clip, -1, 1);
        return after;
    }

    private void add(memory term, post_ops after) {
        append(dnnl_binary_add, term, after);
    }

    private void append(int operation, memory term, post_ops after) {
        arguments[0].put(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (after.len() + 1) | DNNL_ARG_SRC_1, term);
        after.append_binary(operation, term.get_desc());
    }

    private matmul product(OneDnnPlane plane, memory target, post_ops after, IntMemoryMap arguments) {
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        // Of its own: the library's is tied to the thread that made the product.
        attributes.set_scratchpad_mode(dnnl_scratchpad_mode_user);
        matmul.primitive_desc product = plane.product(states.now().get_desc(), target.get_desc(), attributes);
        arguments.put(DNNL_ARG_SRC, states.now());
        arguments.put(DNNL_ARG_WEIGHTS, plane.weights());
        arguments.put(DNNL_ARG_BIAS, plane.bias());
        arguments.put(DNNL_ARG_DST, target);
        arguments.put(DNNL_ARG_SCRATCHPAD, new memory(product.scratchpad_desc(), OneDnn.cpu()));
        return new matmul(product);
    }
}
