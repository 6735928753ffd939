package hopfield.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A run of submit.sh: spark-submit and the packaged jar, as a user starts them. Closing kills it, if it still lives. */
final class Submitted implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(5);

    private final Process process;
    private final Path out;
    private final Path err;

    private Submitted(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How it ended, and what it printed. */
    record Outcome(int status, String out, String err) {}

    /** Starts submit.sh with its output in files of a folder. SIGINT ends it, even where the build itself ignores that. */
    static Submitted start(Path folder, String name, List<String> arguments) throws IOException {
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", "./submit.sh"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("SPARK_HOME");
        builder.environment().remove("MNIST_DIR");
        return new Submitted(builder.start(), out, err);
    }

    /** Waits for something to happen while it runs. */
    void await(String what, BooleanSupplier happened) throws IOException, InterruptedException {
        for (long end = System.currentTimeMillis() + PATIENCE; !happened.getAsBoolean(); Thread.sleep(10)) {
            if (!process.isAlive() || System.currentTimeMillis() > end) {
                throw new AssertionError(what + " did not happen:\n" + Files.readString(err));
            }
        }
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    Outcome end() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it does not end:\n" + Files.readString(err));
        }
        // Whichever run comes first also sees the note that goes with it.
        return new Outcome(
                process.exitValue(),
                Files.readString(out),
                Files.readString(err).replace("preparing faster starts (once)...\n", ""));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
