package hopfield.recall.kernel.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** The oneDNN library of this process. Where it does not load, neither does this class. */
public final class OneDnn {
    private static final String THREADS = "OMP_NUM_THREADS";
    private static final Pointer[] ENVIRONMENT = new Pointer[2];
    private static final engine CPU = load();

    private OneDnn() {}

    /** Before VNNI, processors add pairs of 8-bit products in 16 bits, and oneDNN halves the weights to make room. */
    static boolean isExact() {
        int isa = dnnl.dnnl_get_effective_cpu_isa();
        return has(isa, dnnl.dnnl_cpu_isa_avx512_core_vnni) || has(isa, dnnl.dnnl_cpu_isa_avx2_vnni);
    }

    /** Whether the processor multiplies 8-bit tiles, several times as fast as vectors. */
    public static boolean hasTiles() {
        return has(dnnl.dnnl_get_effective_cpu_isa(), dnnl.dnnl_cpu_isa_avx512_core_amx);
    }

    private static boolean has(int isa, int wanted) {
        return (isa & wanted) == wanted;
    }

    /** The processor. Any number of threads may share it. */
    static engine cpu() {
        return CPU;
    }

    private static engine load() {
        if (System.getenv(THREADS) == null) {
            useOneThreadPerCaller();
        }
        return new engine(dnnl.dnnl_cpu, 0);
    }

    /**
     * Adds OMP_NUM_THREADS=1 to this process's environment. The library is built on OpenMP, which would start a thread per core
     * for every task; it has no call for that in these bindings, and reads the variable once, when it is loaded. The grown
     * environment replaces the old one in a single store, which POSIX allows, and is never freed.
     */
    private static void useOneThreadPerCaller() {
        Pointer environ = Loader.addressof("environ");
        LongPointer old = new PointerPointer<LongPointer>(environ).get(LongPointer.class, 0);
        int entries = 0;
        while (old.get(entries) != 0) {
            entries++;
        }
        BytePointer setting = new BytePointer(THREADS + "=1");
        LongPointer grown = new LongPointer(entries + 2L);
        for (int i = 0; i < entries; i++) {
            grown.put(i, old.get(i));
        }
        grown.put(entries, setting.address()).put(entries + 1L, 0);
        ENVIRONMENT[0] = setting;
        ENVIRONMENT[1] = grown;
        new LongPointer(environ).put(0, grown.address());
    }
}
