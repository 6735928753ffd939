package hopfield.cli;

import hopfield.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The entry point that spark-submit runs. Exit status: 0 done, 2 a mistake of the user's (one line says which), 1 a bug (with
 * its stack trace).
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
        subcommands = {SweepCommand.class, ReportCommand.class, FiniteSizeCommand.class})
public final class Main implements Runnable {
    private static final int USER_MISTAKE = 2;
    private static final int BUG = 1;

    private Main() {}

    /** Runs a command; leaves the JVM only to report a failure, so that every cluster manager sees success as such. */
    public static void main(String[] args) {
        int status = run(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String... args) {
        CommandLine line = new CommandLine(new Main());
        line.setUsageHelpWidth(100);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
        line.setParameterExceptionHandler((mistake, given) -> report(mistake));
        try {
            ConfigFile.applyTo(line, args);
        } catch (BadInput | ParameterException mistake) {
            return report(mistake);
        }
        return line.execute(args);
    }

    @Override
    public void run() {
        Quickstart.run();
    }

    private static int report(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadInput mistake) {
                System.err.println("error: " + mistake.getMessage());
                return USER_MISTAKE;
            }
            if (cause instanceof ParameterException mistake) {
                System.err.println(
                        "error: " + mistake.getMessage().lines().findFirst().orElse("unusable arguments") + "; see '"
                                + mistake.getCommandLine().getCommandName() + " --help'");
                return USER_MISTAKE;
            }
        }
        failure.printStackTrace();
        return BUG;
    }
}
