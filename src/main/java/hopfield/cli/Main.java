package hopfield.cli;

import hopfield.BadInput;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The entry point that spark-submit runs. Exit status: 0 done, 2 a mistake of the user's (one line says which), 1 a bug (with
 * its stack trace), 52 too little memory, 128 and the signal's number when it was told to end (130 for SIGINT; one line says what is kept).
 */
@Command(
        name = "hopfield",
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] COMMAND [options]",
        description =
                "Which rule, at which load, under which noise, restores my images? Without a command: the quickstart.",
        commandListHeading = "%nCommands:%n",
        footer =
                "%n'COMMAND --help' describes a command's options; './submit.sh --dry-run ...' prints the spark-submit command.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        subcommands = {
            SweepCommand.class,
            ReportCommand.class,
            PlanCommand.class,
            TrainCommand.class,
            RestoreCommand.class,
            FiniteSizeCommand.class
        })
public final class Main implements Runnable {
    private static final int USER_MISTAKE = 2;
    private static final int BUG = 1;
    private static final int INTERRUPTED = 130;

    private Main() {}

    /** Runs a command; leaves the JVM only to report a failure, so that every cluster manager sees success as such. */
    public static void main(String[] args) {
        OutOfMemory.listen();
        int status = run(args);
        if (status != 0) {
            Sessions.hush(); // why it ends has been said
            System.exit(status);
        }
    }

    static int run(String... args) {
        Interruption interruption = Interruption.beforeAll();
        try {
            return execute(args);
        } finally {
            interruption.close();
        }
    }

    private static int execute(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setUsageHelpWidth(100);
        line.setInterpolateVariables(false);
        line.setHelpFactory((command, colors) -> {
            command.commandLine().setInterpolateVariables(true); // its own, as of defaults
            return new CommandLine.Help(command, colors);
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Optional<String> config;
        try {
            config = ConfigFile.applyTo(line, args);
        } catch (BadInput | ParameterException mistake) {
            return report(mistake, Optional.empty());
        }
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, config));
        line.setParameterExceptionHandler((mistake, given) -> report(mistake, config));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError failure) {
            OutOfMemory.tell(true, Interruption.next());
            return OutOfMemory.STATUS;
        } catch (FSError failure) { // Hadoop's, of a local disk
            return report(new IOException(failure.getCause()), config);
        }
    }

    @Override
    public void run() {
        Quickstart.run();
    }

    /** @param config file of options */
    private static int report(Exception failure, Optional<String> config) {
        if (Interruption.happened()) {
            return INTERRUPTED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadInput mistake) {
                System.err.println("error: " + oneLine(named(mistake.getMessage(), config)));
                return USER_MISTAKE;
            }
            if (cause instanceof ParameterException mistake) {
                String command = mistake.getCommandLine()
                        .getCommandSpec()
                        .qualifiedName()
                        .replaceFirst("^hopfield ", "");
                String first = mistake.getMessage().lines().findFirst().orElse("unusable arguments");
                System.err.println("error: " + oneLine(named(first + "; see '" + command + " --help'", config)));
                return USER_MISTAKE;
            }
        }
        Optional<String> storage = StorageFailure.of(failure);
        if (storage.isPresent()) {
            System.err.println("error: the run ended because a file system failed: " + oneLine(storage.get())
                    + "; mend it (--out, spark.local.dir); " + Interruption.next());
            return USER_MISTAKE;
        }
        if (OutOfMemory.isCauseOf(failure)) {
            OutOfMemory.tell(OutOfMemory.isHere(failure), Interruption.next());
            return OutOfMemory.STATUS;
        }
        failure.printStackTrace();
        return BUG;
    }

    /** A message that also names the file which options came from, as one of them may be what is wrong. */
    private static String named(String message, Optional<String> config) {
        return config.filter(file -> !message.contains(file))
                .map(file -> message.contains("; ")
                        ? message + " (with --config " + file + ")"
                        : message + "; change it in " + file + " or on the command line")
                .orElse(message);
    }

    /** File names and foreign messages may break lines. */
    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
