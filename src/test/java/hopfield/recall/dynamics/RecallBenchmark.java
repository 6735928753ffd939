package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Recall alone, warm, on two threads: every image at six flip levels under one memory, what bench/numpy_recall.py times in NumPy.
 * Run by bench/kernels; IMAGES names the images, by default all of MNIST from MNIST_DIR.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx6g"})
public class RecallBenchmark {
    private static final int THREADS = 2;

    /** Loads: the first P images. */
    @Param({"5", "20", "50", "100", "200", "400", "784", "70000"})
    public int patterns;

    /** Kernels by name. */
    @Param({"AUTO"})
    public KernelPolicy kernels;

    /** Whether each distinct state is stepped once, as the job does, or every step of every cue is computed. */
    @Param({"true", "false"})
    public boolean distinctOnce;

    private final List<List<Cue>> cues = new ArrayList<>();
    private Memory memory;

    /** Reads the images, makes all cues, learns the memory. */
    @Setup(Level.Trial)
    public void prepare() {
        MnistCues mnist = new MnistCues();
        memory = mnist.memory(patterns);
        cues.addAll(mnist.batches(0, .05, .1, .2, .3, .4));
    }

    /** Recalls every cue to its end. */
    @Benchmark
    public long recallAll() throws InterruptedException {
        long[] steps = new long[THREADS];
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            threads.add(new Thread(() -> steps[thread] = recallEvery(thread)));
            threads.get(t).start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return steps[0] + steps[1];
    }

    private long recallEvery(int thread) {
        return distinctOnce ? recallDistinct(thread) : stepEvery(thread);
    }

    private long recallDistinct(int thread) {
        long steps = 0;
        try (Dynamics dynamics = new SynchronousDynamics(memory, kernels, 100)) {
            for (int batch = thread; batch < cues.size(); batch += THREADS) {
                for (RecallResult recalled : dynamics.recall(cues.get(batch))) {
                    steps += recalled.steps();
                }
            }
        }
        return steps;
    }

    private long stepEvery(int thread) {
        long steps = 0;
        try (Kernel kernel = kernels.of(memory)) {
            for (int batch = thread; batch < cues.size(); batch += THREADS) {
                steps += EveryStep.count(kernel, cues.get(batch), 100);
            }
        }
        return steps;
    }
}
