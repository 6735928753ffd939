package hopfield.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Commands as spark-submit would call them, in the test's own JVM. */
final class Commands {
    private static final Map<String, String> SUBMITTED =
            Map.of("spark.master", "local[2]", "spark.ui.enabled", "false", "spark.sql.shuffle.partitions", "2");

    private Commands() {}

    /** What a command left on the terminal. */
    record Outcome(int status, String out, String err) {}

    /** Sets what spark-submit would. */
    static void beSparkSubmit() {
        SUBMITTED.forEach(System::setProperty);
    }

    /** Undoes that. */
    static void beNobody() {
        SUBMITTED.keySet().forEach(System::clearProperty);
    }

    static Outcome run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            return new Outcome(
                    Main.run(args),
                    printed.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
