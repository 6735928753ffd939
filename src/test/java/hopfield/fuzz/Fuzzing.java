package hopfield.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

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
        for (Map.Entry<String, byte[]> seed : seeds().entrySet()) {
            Files.write(corpus.resolve(seed.getKey()), seed.getValue());
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

    /** Inputs from which every reader gets somewhere. */
    private static Map<String, byte[]> seeds() throws IOException {
        byte[] idx = ByteBuffer.allocate(16 + 2 * 3 * 2)
                .putInt(0x0803)
                .putInt(2)
                .putInt(3)
                .putInt(2)
                .put(new byte[] {0, -1, -1, 0, 7, -1})
                .array();
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(idx);
        }
        return Map.of(
                "idx", idx,
                "idx.gz", gzipped.toByteArray(),
                "config", Files.readAllBytes(Path.of("conf/rules-70k.properties")),
                "noise",
                        "noise = flip=0,0.1; gaussian-analog=1;square=.5\nclamp=true\nseed=9"
                                .getBytes(StandardCharsets.UTF_8),
                "model", MODEL.getBytes(StandardCharsets.UTF_8),
                "cells", RECORD.getBytes(StandardCharsets.UTF_8),
                "begun", "{\"--seed\": \"1\", \"code version\": \"0.1.0\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static final String MODEL =
            """
            {"format":"spark-hopfield model","version":1,"rule":"hebbian","patterns":3,"neurons":64,"width":8,"height":8,
            "threshold":"otsu","form":"weights","wide":false,"scale":1.0,"blockSize":64,"provenance":{"seed":1},"tables":[
            {"path":"weights/part-0.parquet","bytes":9,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}
            """;

    private static final String RECORD =
            """
            {"cells":[{"rule":"hebbian","patterns":3,"neurons":64,"noise":"flip","level":0.1,"images":3,"means":
            {"inputSimilarity":0.9,"similarity":0.8,"blankSimilarity":0.7,"overlap":0.6,"iou":0.5,"ssim":"NaN",
            "psnr":"Infinity","steps":2.5,"converged":1.0},"rates":{"exact":{"successes":1,"trials":3},
            "restored":{"successes":1,"trials":3},"identified":{"successes":2,"trials":3},"improved":{"successes":0,"trials":2}},
            "became":{"counts":[1,0,0,1,1]},"confusion":{"entries":[{"label":1,"nearestLabel":2,"count":3}]},
            "unstored":{"probes":0,"inputSimilarity":"NaN","similarity":"NaN","improved":{"successes":0,"trials":0},
            "sameClass":{"successes":0,"trials":0}}}],"samples":[{"rule":"hebbian","patterns":3,"noise":"flip","level":0.1,
            "image":7,"label":1,"original":{"neurons":64,"words":[5]},"cue":{"neurons":64,"words":[7]},
            "restored":{"neurons":64,"words":[-1]},"outcome":"cycle","steps":2}]}
            """;

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
