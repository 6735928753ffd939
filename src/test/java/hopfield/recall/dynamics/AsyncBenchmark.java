package hopfield.recall.dynamics;

import hopfield.image.Image;
import hopfield.memory.Memory;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Asynchronous recall alone, warm, on two threads: every image at one flip level under one memory, what bench/numpy_async.py
 * times in NumPy. Run by bench/async.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g"})
public class AsyncBenchmark {
    private static final int THREADS = 2;

    /** Loads: the first P images. */
    @Param({"100"})
    public int patterns;

    /** The flip level. */
    @Param({"0.1"})
    public double flip;

    /** Kernels by name. */
    @Param({"AUTO", "JAVA"})
    public KernelPolicy kernels;

    private List<Image> images;
    private List<List<Cue>> cues;
    private Memory memory;
    private long agreeing;

    /** Reads the images, makes all cues, learns the memory. */
    @Setup(Level.Trial)
    public void prepare() {
        MnistCues mnist = new MnistCues();
        images = mnist.images();
        memory = mnist.memory(patterns);
        cues = mnist.batches(flip);
    }

    /** Recalls every cue to its end. */
    @Benchmark
    public long recallAll() throws InterruptedException {
        long[] agreeingOf = new long[THREADS];
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            threads.add(new Thread(() -> agreeingOf[thread] = recallEvery(thread)));
            threads.get(t).start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        agreeing = agreeingOf[0] + agreeingOf[1];
        return agreeing;
    }

    private long recallEvery(int thread) {
        long sum = 0;
        try (Dynamics dynamics = Update.ASYNC.dynamics(memory, kernels, 100)) {
            for (int batch = thread; batch < cues.size(); batch += THREADS) {
                int image = batch * cues.get(0).size();
                for (RecallResult recalled : dynamics.recall(cues.get(batch))) {
                    sum += recalled.state().agreeing(images.get(image++).pattern());
                }
            }
        }
        return sum;
    }

    /** Says what the restorations are worth, as NumPy's do. */
    @TearDown(Level.Trial)
    public void sayHowSimilar() {
        double similarity = (double) agreeing / images.size() / memory.neurons();
        System.out.printf(Locale.ROOT, "%nsimilarity %.5f%n", similarity);
    }
}
