package hopfield.cli;

import hopfield.BadInput;
import hopfield.spark.MetricsTable;
import hopfield.spark.Retention;
import hopfield.spark.RunFolder;
import hopfield.theory.CriticalLoad;
import hopfield.theory.FiniteSize;
import hopfield.theory.Jackknife;
import hopfield.theory.MeanField;
import hopfield.theory.RetentionPoint;
import hopfield.theory.SigmoidFit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Extrapolates the critical load from sweeps over random patterns of several sizes. */
@Command(
        name = "finite-size",
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] finite-size N=DIR...",
        description =
                "Estimates the critical load of the Hebbian rule from sweeps over random patterns that started from"
                        + " clean cues, each of another number of neurons: bench/finite-size makes them.%n")
final class FiniteSizeCommand implements Runnable {
    /** Enough to tell an error by, few enough for several networks in each. */
    private static final int BLOCKS = 10;

    @Parameters(arity = "2..*", paramLabel = "N=DIR", description = "Neurons, and the folder of the run.")
    private Map<Integer, String> runs;

    @Override
    public void run() {
        if (runs.size() < 2) {
            throw new BadInput("finite-size extrapolates from at least two sizes, was given " + runs.keySet()
                    + " alone; pass runs of several N");
        }
        Map<Integer, SigmoidFit> fits = new TreeMap<>();
        try (SparkSession session = Sessions.open()) {
            new TreeMap<>(runs).forEach((neurons, run) -> fits.put(neurons, fit(session, neurons, run)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf("%8s  %-22s %s%n", "N", "half-point", "width");
        fits.forEach((neurons, fit) -> System.out.printf(
                Locale.ROOT,
                "%8d  %.5f +- %.5f    %.5f%n",
                neurons,
                fit.halfPoint(),
                fit.halfPointError(),
                fit.width()));
        System.out.printf("%8s  %-22s   %s%n", "shift", "alpha_c [95 % interval]", "reduced chi-squared");
        print("1/N", fits, FiniteSize.REGULAR);
        print("N^-2/3", fits, FiniteSize.SADDLE_NODE);
        System.out.printf(Locale.ROOT, "%8s  %.4f%n", "theory", MeanField.criticalLoad());
    }

    private static void print(String shift, Map<Integer, SigmoidFit> fits, double exponent) {
        FiniteSize law = FiniteSize.extrapolate(fits, exponent).orElseThrow();
        CriticalLoad critical = law.criticalLoad();
        System.out.printf(
                Locale.ROOT,
                "%8s  %.4f [%.4f, %.4f]  %.2f%n",
                shift,
                critical.value(),
                critical.low(),
                critical.high(),
                law.reducedChiSquared());
    }

    private static SigmoidFit fit(SparkSession session, int neurons, String run) {
        RunFolder folder = RunFolder.ofRun(run, session.sparkContext().hadoopConfiguration());
        if (!folder.has("metrics")) {
            throw new BadInput(run + " holds no metrics; pass the --out of a finished sweep");
        }
        int known = new RunReader(session, folder).options().neurons().orElse(Math.max(1, neurons));
        if (known != neurons) {
            throw new BadInput(
                    run + " is given for N = " + neurons + ", expected " + known + "; pass " + known + "=" + run);
        }
        List<List<RetentionPoint>> blocks =
                Retention.blocks(new MetricsTable(session, folder.path("metrics")), neurons, BLOCKS);
        if (blocks.size() < 2) {
            throw new BadInput(
                    run + " holds " + blocks.size()
                            + " Hebbian networks recalled from clean cues at its largest load, expected at least 2; sweep more images");
        }
        return Jackknife.fit(blocks)
                .orElseThrow(() -> new BadInput("the loads of " + run
                        + " do not show where half of the patterns are retained; sweep loads about .14 to .2 of "
                        + neurons));
    }
}
