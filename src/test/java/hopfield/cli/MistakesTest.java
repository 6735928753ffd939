package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes on the command line, and the one line that each gets. */
@ExtendWith(AsSubmitted.class)
class MistakesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rule hebb              | rule 'hebb' is not known; expected one of hebbian, centred, storkey, projection, nearest, dense:DEGREE, modern:BETA",
                "--rule dense             | rule 'dense' has no argument; expected a degree, a whole number from 2 to 100, as in dense:30",
                "--rule hebbian,hebbian   | rule hebbian is given twice; give each once",
                "--patterns 61            | load 61 is larger than the deck of 60 images; store at most 60",
                "--patterns 0             | a load must be at least 1, was 0",
                "--patterns 5,5           | load 5 is given twice; give each once",
                "--patterns many          | Invalid value for option '--patterns' (P): 'many' is not an int; see 'sweep --help'",
                "--networks few           | --networks must be a number or 'all', was 'few'",
                "--networks 30            | --networks 30 at load 3 needs 90 images, the deck has 60; deal at most 20",
                "--networks 2 --probe all | --probe all with --networks 2 would recall every image in every network; use --probe stored, or --networks 1",
                "--noise fog=1            | noise 'fog' is not known; expected one of flip, flip-exact, salt-pepper, gaussian, gaussian-analog, square, rows, pixels, frame",
                "--noise flip=2           | noise level flip must be within 0..1, was 2.0",
                "--noise flip=.1 --noise flip=.1 | noise flip=0.1 is given twice; give each once",
                "--clamp                  | --clamp holds the pixels that a mask leaves, and no noise given masks any; add one of square, rows, pixels, frame, or leave --clamp out",
                "--noise gaussian-analog=1 --update async | gaussian-analog needs --update sync: its real values are fed to one step of all neurons",
                "--temperature -1 --update async | --temperature must be a number of at least 0, was -1.0",
                "--temperature NaN --update async | --temperature must be a number of at least 0, was NaN",
                "--temperature Infinity --update async | --temperature must be a number of at least 0, was Infinity",
                "--temperature 0.5        | --temperature needs --update async",
                "--rule modern:20,nearest --temperature 1 --update async | --temperature needs networks, and nearest is a baseline; leave it out",
                "--rule modern:1e300      | rule 'modern:1e300' has argument '1e300'; expected an inverse temperature within 1e-9..1e9, as in modern:784",
                "--rule storkey --images random:2000x4 --patterns 2000 | storkey weights of 2000 patterns of 4 neurons may outgrow the numbers that are finite; store at most 1736",
                "--rule projection --images random:30000x50000 --patterns 26000 | projection of 26000 patterns inverts a matrix of 50000 rows, expected at most 46340; store at most 25000 patterns, which are projected by their Gram matrix",
                "--rule centred --images random:130000000x784 --patterns 120000000 | centred sums of 120000000 patterns of 784 neurons may exceed 64 bits; store at most 108464303",
                "--noise rows=-1          | noise level rows must be within 0..1, was -1.0",
                "--limit 0                | --limit must be at least 1, was 0",
                "--trials 0               | --trials must be at least 1, was 0",
                "--max-steps -1           | --max-steps must be at least 1, was -1",
                "--images mnist:/nowhere  | file:/nowhere has no train-images-idx3-ubyte[.gz]; pass the folder that holds MNIST's four IDX files as --images mnist:DIR",
                "--images idx:a:b         | --images 'a:b' is not a usable path: what is before its colon counts as a file system, of which an absolute path is expected (./a:b is a file or folder of that name); pass a path such as /data/NAME, or an address such as hdfs://HOST/NAME",
                "--config a:b             | --config 'a:b' is not a usable path: what is before its colon counts as a file system, of which an absolute path is expected (./a:b is a file or folder of that name); pass a path such as /data/NAME, or an address such as hdfs://HOST/NAME",
                "--out a:b                | --out 'a:b' is not a usable path: what is before its colon counts as a file system, of which an absolute path is expected (./a:b is a file or folder of that name); pass a path such as /data/NAME, or an address such as hdfs://HOST/NAME",
                "--config http://[       | --config 'http://[' is not a usable path: Expected closing bracket for IPv6 address; pass a path such as /data/NAME, or an address such as hdfs://HOST/NAME",
                "--out /proc/nowhere      | output folder file:/proc/nowhere cannot be written: its folder cannot be made; choose another --out, or make that one writable",
                "--config nowhere.properties | --config nowhere.properties does not exist, or is a folder; pass a properties file",
                "--frobnicate             | Unknown option: '--frobnicate'; see 'sweep --help'"
            })
    void aMistakeIsOneLineStatusTwoAndNothingWritten(String options, String message) {
        Path out = folder.resolve("run");
        List<String> args = new ArrayList<>(List.of("sweep"));
        if (!options.contains("--out")) {
            args.addAll(List.of("--out", out.toString()));
        }
        if (!options.contains("--images")) {
            args.addAll(List.of("--images", "digits:60"));
        }
        args.addAll(List.of(options.split(" ")));
        if (!options.contains("--patterns")) {
            args.addAll(List.of("--patterns", "3"));
        }

        Commands.Outcome outcome = Commands.run(args.toArray(String[]::new));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("error: " + message + "\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionWithoutItsValueIsOneLine() {
        assertThat(Commands.run("sweep", "--config"))
                .isEqualTo(new Commands.Outcome(
                        2, "", "error: Missing required parameter for option '--config' (FILE); see 'sweep --help'\n"));
        assertThat(Commands.run("train", "--config").err()).endsWith("see 'train --help'\n");
    }

    @Test
    void anUnknownCommandIsOneLine() {
        Commands.Outcome outcome = Commands.run("swep");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: Unmatched argument at index 0: 'swep'")
                .hasLineCount(1);
    }
}
