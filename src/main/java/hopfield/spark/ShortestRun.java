package hopfield.spark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Times a piece of work by the shortest of some runs, the first of which warm up. */
final class ShortestRun {
    /** Nanoseconds after which no shorter run is expected. */
    private static final long PATIENCE = 40_000_000;

    /** Nanoseconds of all runs after which none begins. */
    private static final long LONGEST = 300_000_000;

    private ShortestRun() {}

    /** Seconds of this thread's own processor time, as cores are shared. */
    static double seconds(Runnable work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        long shortest = Long.MAX_VALUE;
        long found = began;
        for (long now = began; now - found < PATIENCE && now - began < LONGEST; ) {
            long from = now;
            work.run();
            now = clock.getCurrentThreadCpuTime();
            if (now - from < shortest) {
                shortest = now - from;
                found = now;
            }
        }
        return shortest * 1e-9;
    }
}
