package hopfield.cli;

import hopfield.BadInput;
import hopfield.report.Report;
import hopfield.spark.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a report again from a run's metrics, or one of several runs side by side. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] report RUN... [--out DIR]",
        description =
                "Rebuilds report.html, report.md, capacity.csv and capacity.parquet from a run's metrics, finished or not;"
                        + " of several runs, compares them side by side.%n")
final class ReportCommand implements Runnable {
    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The --out of a sweep.")
    private List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the report goes. Default: the run's own folder; of several runs, out/report-DATE-TIME.")
    private String out;

    @Override
    public void run() {
        try (SparkSession session = Sessions.open()) {
            Configuration hadoop = session.sparkContext().hadoopConfiguration();
            List<RunFolder> folders =
                    runs.stream().map(run -> RunFolder.ofRun(run, hadoop)).toList();
            requireDistinct(folders);
            String where = out != null ? out : runs.size() == 1 ? runs.get(0) : SweepCommand.freshFolder("report");
            RunFolder folder = RunFolder.ofRun(where, hadoop);
            requireFree(where, folder, folders);
            folder.requireNoWriter(Sessions.beat(session));
            List<Report> reports = new ArrayList<>();
            List<String> names = names();
            for (int k = 0; k < runs.size(); k++) {
                reports.add(new RunReader(session, folders.get(k)).read(names.get(k)));
            }
            folder.make();
            Interruption interruption = new Interruption(
                    "some of the report in " + where + " may be older; the same command makes all of it again",
                    () -> {});
            try {
                ReportFiles.write(session, folder, reports);
            } finally {
                interruption.close();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s of %s: %s%n",
                    CapacityText.count(
                            reports.stream()
                                    .mapToInt(report -> report.cells().size())
                                    .sum(),
                            "cell"),
                    CapacityText.count(runs.size(), "run"),
                    ReportFiles.page(where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireDistinct(List<RunFolder> folders) {
        for (int k = 0; k < folders.size(); k++) {
            if (folders.subList(0, k).stream().anyMatch(folders.get(k)::isAt)) {
                throw new BadInput("run " + runs.get(k) + " is given twice; name each run once");
            }
        }
    }

    /** A report replaces that of no run but the one that it is of. */
    private static void requireFree(String where, RunFolder folder, List<RunFolder> reported) {
        boolean one = reported.size() == 1 && folder.isAt(reported.get(0));
        if (!one && folder.holdsRun()) {
            throw new BadInput(where + " holds a run with a report of its own, which this one would replace; choose"
                    + " another --out");
        }
    }

    /** The folders' own names where they tell the runs apart, else the paths as they were given. */
    private List<String> names() {
        List<String> last = runs.stream().map(RunRecord::name).toList();
        return new HashSet<>(last).size() == runs.size() ? last : runs;
    }
}
