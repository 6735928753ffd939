package hopfield.fuzz;

import hopfield.cli.ConfigFuzzer;
import hopfield.image.IdxFuzzer;
import hopfield.spark.ModelFuzzer;
import hopfield.spark.RecordFuzzer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coverage-guided fuzzing (Jazzer) of everything that reads files, each target in a process of its own; bench/fuzz runs it for long. */
final class Fuzzing {
    static final List<String> TARGETS = List.of(
            "hopfield.image.IdxFuzzer",
            "hopfield.cli.ConfigFuzzer",
            "hopfield.spark.RecordFuzzer",
            "hopfield.spark.ModelFuzzer");

    /** All of them at once. */
    static final String ALL = ReadersFuzzer.class.getName();

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    private Fuzzing() {}

    /** How a target fared: inputs tried, and the fuzzer's own words. */
    record Outcome(String target, int status, long executions, String log) {}

    /**
     * Fuzzes one target.
     *
     * @param jvm more options of the process
     * @param limit how long, as Jazzer's -runs=N or -max_total_time=SECONDS
     * @param folder where inputs that were found are kept
     */
    static Outcome run(String target, List<String> jvm, String limit, Path folder)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve(target));
        for (Seed seed : seeds()) {
            Files.write(corpus.resolve(seed.name()), seed.bytes());
        }
        File log = folder.resolve(target + ".log").toFile();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx1g"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=hopfield.**",
                "--custom_hook_includes=hopfield.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-seed=1",
                "-rss_limit_mb=4096",
                limit,
                corpus.toString()));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        String text = Files.readString(log.toPath(), StandardCharsets.ISO_8859_1);
        Matcher done = DONE.matcher(text);
        return new Outcome(target, status, done.find() ? Long.parseLong(done.group(1)) : 0, text);
    }

    /** Inputs that are accepted, of every reader. */
    static List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>(IdxFuzzer.seeds());
        seeds.addAll(ConfigFuzzer.seeds());
        seeds.addAll(RecordFuzzer.seeds());
        seeds.addAll(ModelFuzzer.seeds());
        return seeds;
    }

    /** Fuzzes all targets for so many seconds each: SECONDS FOLDER. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[1]));
        boolean clean = true;
        for (String target : TARGETS) {
            Outcome outcome = run(target, List.of(), "-max_total_time=" + args[0], folder);
            clean &= outcome.status() == 0;
            System.out.printf(
                    "%s: %d executions, %s%n",
                    target,
                    outcome.executions(),
                    outcome.status() == 0 ? "nothing found" : "FOUND, see " + folder + "/" + target + ".log");
        }
        System.exit(clean ? 0 : 1);
    }
}
