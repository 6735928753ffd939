package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** submit.sh onto a disk that is really full: a small file system in memory, mounted where this test's own processes alone see it. */
@Tag("ladder")
class FullDiskIT {
    private static final String SWEEP = "./submit.sh --master local[2] --conf spark.hopfield.heartbeat=1s sweep"
            + " --images digits:2000 --rule centred --patterns 10,20 --networks all --noise flip=0,0.1,0.2,0.3";

    private static final String TRAIN = "./submit.sh --master local[2] train --images digits:600 --rule storkey";

    @TempDir
    private Path folder;

    /** Full as rows are written, and as the report is. */
    @ParameterizedTest
    @ValueSource(strings = {"300k", "1m"})
    void isOneLineAndTheRestIsDoneWhenThereIsRoom(String size) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=" + size + " tmpfs " + disk;
        assumeTrue(alone(mount, "probe") == 0, "no file system can be mounted here");
        assertThat(run(List.of("bash", "-c", SWEEP + " --out " + folder + "/whole"), "whole"))
                .as(text("whole.err"))
                .isZero();

        int done = alone(
                String.join(
                        "\n",
                        "set -e",
                        mount,
                        "status=0; %s --out %s/run 2>%s/full.err || status=$?".formatted(SWEEP, disk, folder),
                        "echo $status >%s/status".formatted(folder),
                        "cp -r %s/run %s/full".formatted(disk, folder),
                        "mount -o remount,size=100m " + disk,
                        "%s --out %s/run --resume".formatted(SWEEP, disk),
                        "cp -r %s/run %s/resumed".formatted(disk, folder)),
                "resumed");

        assertThat(text("status")).isEqualTo("2\n");
        assertThat(text("full.err").lines().filter(line -> line.startsWith("error: ")))
                .containsExactly("error: the run ended because a file system failed: No space left on device; mend it"
                        + " (--out, spark.local.dir); what is finished is kept in " + disk
                        + "/run; the same command with --resume does the rest");
        assertThat(text("full.err")).as("no stack trace").doesNotContain("\tat ");
        assertThat(folder.resolve("full/.lease")).doesNotExist();
        assertThat(folder.resolve("full/report.html")).doesNotExist();
        assertThat(done).as(text("resumed.err")).isZero();
        assertThat(folder.resolve("resumed/capacity.csv")).hasSameBinaryContentAs(folder.resolve("whole/capacity.csv"));
        assertThat(Commands.rows(folder + "/resumed/metrics")).isEqualTo(Commands.rows(folder + "/whole/metrics"));
    }

    @Test
    void thatIsFullFromTheStartIsOneLineAndNothingIsLeftThere() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=64k tmpfs " + disk;
        assumeTrue(alone(mount, "probe") == 0, "no file system can be mounted here");

        alone(
                String.join(
                        "\n",
                        mount,
                        "head -c 100k /dev/zero >%s/fill".formatted(disk),
                        "%s --out %s/run 2>%s/full.err".formatted(SWEEP, disk, folder),
                        "echo $? >%s/status".formatted(folder),
                        "ls -A %s >%s/left".formatted(disk, folder)),
                "started");

        assertThat(text("status")).isEqualTo("2\n");
        assertThat(text("full.err").lines().filter(line -> line.startsWith("error: ")))
                .containsExactly(
                        "error: output folder file:" + disk + "/run cannot be written: No space left on device;"
                                + " choose another --out, or make that one writable");
        assertThat(text("full.err")).as("no stack trace").doesNotContain("\tat ");
        assertThat(text("left")).isEqualTo("fill\n");
    }

    /** Full as weights are written, which patterns are not. */
    @Test
    void aTrainingOntoItIsOneLineAndNothingIsLeftThere() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=300k tmpfs " + disk;
        assumeTrue(alone(mount, "probe") == 0, "no file system can be mounted here");

        alone(
                String.join(
                        "\n",
                        mount,
                        "%s --out %s/model 2>%s/full.err".formatted(TRAIN, disk, folder),
                        "echo $? >%s/status".formatted(folder),
                        "ls -A %s >%s/left".formatted(disk, folder)),
                "trained");

        assertThat(text("status")).isEqualTo("2\n");
        assertThat(text("full.err").lines().filter(line -> line.startsWith("error: ")))
                .containsExactly("error: the run ended because a file system failed: No space left on device; mend it"
                        + " (--out, spark.local.dir); nothing is kept in " + disk
                        + "/model; give the same command again");
        assertThat(text("full.err")).as("no stack trace").doesNotContain("\tat ");
        assertThat(text("left")).isEmpty();
    }

    /** Runs a script as the root of its own mounts. */
    private int alone(String script, String name) throws IOException, InterruptedException {
        return run(
                Stream.concat(
                                Stream.of("unshare", "--user", "--map-root-user", "--mount"),
                                Stream.of("bash", "-c", script))
                        .toList(),
                name);
    }

    private int run(List<String> command, String name) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().remove("SPARK_HOME");
        try {
            return builder.start().waitFor();
        } catch (IOException noSuchCommand) {
            return -1;
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
