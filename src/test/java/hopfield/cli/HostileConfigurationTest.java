package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configuration that cannot be, and places that cannot be written, with the one line that each gets; FILE and DIR stand for the path
 * of the file and of its folder.
 */
class HostileConfigurationTest extends Refusals {
    static Stream<Arguments> configuration() {
        return Stream.of(
                arguments("paterns = 5", "FILE sets 'paterns', which is not an option of sweep; expected among "),
                arguments("config = other", "FILE sets 'config', which is not an option of sweep; expected among "),
                arguments("seed = 1\nseed = 2", "FILE sets 'seed' twice; set it once"),
                arguments(
                        "noise = flip=\\u00",
                        "--config FILE cannot be read: Malformed \\uxxxx encoding.; pass a properties file"),
                arguments("\u0000\u0001\u0002", "FILE sets ' ', which is not an option of sweep; expected among "),
                arguments("noise = flip=NaN", "noise level flip must be within 0..1, was NaN"),
                arguments("noise = flip=-0.1", "noise level flip must be within 0..1, was -0.1"),
                arguments("noise = flip=1.01", "noise level flip must be within 0..1, was 1.01"),
                arguments(
                        "noise = gaussian=Infinity",
                        "noise level gaussian must be at least 0 and finite, was Infinity"),
                arguments("noise = gaussian=-1", "noise level gaussian must be at least 0 and finite, was -1.0"),
                arguments("noise = square=2", "noise level square must be within 0..1, was 2.0"),
                arguments("noise = flip=0.1,0.10", "noise 'flip=0.1,0.10' has level 0.10 twice; give each level once"),
                arguments("noise = flip=ten", "noise level 'ten' of flip is not a number"),
                arguments("noise = flip", "noise 'flip' has no levels; expected kind=level,level,... with a kind of "),
                arguments("noise = blur=1", "noise 'blur' is not known; expected one of "),
                arguments("patterns = 3,3", "load 3 is given twice; give each once"),
                arguments("patterns = 0", "a load must be at least 1, was 0"),
                arguments("patterns = -3", "a load must be at least 1, was -3"),
                arguments(
                        "patterns = 3.5",
                        "Invalid value for option '--patterns' (P): '3.5' is not an int; see 'sweep --help'"),
                arguments("patterns = 61", "load 61 is larger than the deck of 60 images; store at most 60"),
                arguments(
                        "patterns = 99999999999",
                        "Invalid value for option '--patterns' (P): '99999999999' is not an int; see 'sweep --help'"),
                arguments(
                        "seed = 9223372036854775808",
                        "Invalid value for option '--seed': '9223372036854775808' is not a long; see 'sweep --help'"),
                arguments(
                        "seed = -9223372036854775809",
                        "Invalid value for option '--seed': '-9223372036854775809' is not a long; see 'sweep --help'"),
                arguments("seed = 1e3", "Invalid value for option '--seed': '1e3' is not a long; see 'sweep --help'"),
                arguments("temperature = NaN\nupdate = async", "--temperature must be a number of at least 0, was NaN"),
                arguments("temperature = -1\nupdate = async", "--temperature must be a number of at least 0, was -1.0"),
                arguments("trials = 0", "--trials must be at least 1, was 0"),
                arguments("max-steps = -1", "--max-steps must be at least 1, was -1"),
                arguments("block-size = 0", "--block-size must be at least 1, was 0"),
                arguments("limit = 0", "--limit must be at least 1, was 0"),
                arguments("networks = many", "--networks must be a number or 'all', was 'many'"),
                arguments("networks = 0", "--networks must be at least 1, was 0"),
                arguments(
                        "rule = dense:NaN",
                        "rule 'dense:NaN' has argument 'NaN'; expected a degree, a whole number from 2 to 100, as in dense:30"),
                arguments(
                        "rule = modern:-1",
                        "rule 'modern:-1' has argument '-1'; expected an inverse temperature within 1e-9..1e9, as in modern:784"),
                arguments("rule = hebbian,hebbian", "rule hebbian is given twice; give each once"),
                arguments(
                        "images = random:3x99999999",
                        "--images random:3x99999999 asks for 99999999 pixels, expected at most 16777216"),
                arguments(
                        "images = digits:99999999999",
                        "--images digits:99999999999: '99999999999' is not a number from 1 to 2147483647"),
                arguments("images = tape:7", "--images tape:7 is not known; expected "),
                arguments("images = idx:DIR", "file:DIR does not exist, or is a folder; pass an IDX file"),
                arguments("out = /dev/null", "/dev/null is a file, expected a folder; choose another --out"),
                arguments("out = /dev/null/run", "output folder file:/dev/null/run cannot be written: "),
                arguments(
                        "out = full:///nowhere",
                        "output folder full:/nowhere cannot be written: No space left on device; choose another --out, or make that one writable"),
                arguments(
                        "out = full:///read-only",
                        "output folder full:/read-only cannot be written: Read-only file system; choose another --out, or make that one writable"),
                arguments(
                        "out = ftps://host/run",
                        "--out 'ftps://host/run' is not a usable path: No FileSystem for scheme \"ftps\""),
                arguments("event-log = /dev/null", "--event-log /dev/null is no folder to write into: "));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void configuration(String text, String message) throws IOException {
        Path file = folder.resolve("sweep.properties");
        Files.writeString(file, text.replace("DIR", folder.toString()));

        refused(
                List.of("--config", file.toString()),
                message.replace("FILE", file.toString()).replace("DIR", folder.toString()));
    }

    @Test
    void aDiskThatFillsUpEndsTheRunInOneLineAndLeavesNoRow() throws IOException {
        Commands.Outcome outcome = Commands.run(
                "sweep", "--images=digits:60", "--patterns=3", "--noise=flip=0.1", "--out=full://" + folder + "/later");

        assertThat(outcome)
                .isEqualTo(new Commands.Outcome(
                        2,
                        "",
                        "error: the run ended because a file system failed: No space left on device; mend it (--out,"
                                + " spark.local.dir), and the same command with --resume does the rest\n"));
        assertThat(names()).noneMatch(name -> name.contains("part-") || name.contains("_unfinished"));
    }
}
