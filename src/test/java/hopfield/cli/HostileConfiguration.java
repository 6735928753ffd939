package hopfield.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Configuration that cannot be, and places that cannot be written. */
final class HostileConfiguration {
    private static final String WITH = " (with --config FILE)";
    private static final String HERE = "; change it in FILE or on the command line";

    private HostileConfiguration() {}

    static Stream<Hostile> configuration() {
        return Stream.of(
                setting("paterns = 5", "FILE sets 'paterns', which is not an option of sweep; expected among "),
                setting("config = other", "FILE sets 'config', which is not an option of sweep; expected among "),
                setting("seed = 1\nseed = 2", "FILE sets 'seed' twice; set it once"),
                setting(
                        "noise = flip=\\u00",
                        "--config FILE cannot be read: Malformed \\uxxxx encoding.; pass a properties file"),
                setting("\u0000\u0001\u0002", "FILE sets ' ', which is not an option of sweep; expected among "),
                setting("noise = flip=NaN", "noise level flip must be within 0..1, was NaN" + HERE),
                setting("noise = flip=-0.1", "noise level flip must be within 0..1, was -0.1" + HERE),
                setting("noise = flip=1.01", "noise level flip must be within 0..1, was 1.01" + HERE),
                setting(
                        "noise = gaussian=Infinity",
                        "noise level gaussian must be at least 0 and finite, was Infinity" + HERE),
                setting("noise = gaussian=-1", "noise level gaussian must be at least 0 and finite, was -1.0" + HERE),
                setting("noise = square=2", "noise level square must be within 0..1, was 2.0" + HERE),
                setting(
                        "noise = flip=0.1,0.10",
                        "noise 'flip=0.1,0.10' has level 0.10 twice; give each level once" + WITH),
                setting("noise = flip=ten", "noise level 'ten' of flip is not a number" + HERE),
                setting("noise = flip", "noise 'flip' has no levels; expected kind=level,level,... with a kind of "),
                setting("noise = blur=1", "noise 'blur' is not known; expected one of "),
                setting("patterns = 3,3", "load 3 is given twice; give each once" + WITH),
                setting("patterns = 0", "a load must be at least 1, was 0" + HERE),
                setting("patterns = -3", "a load must be at least 1, was -3" + HERE),
                setting(
                        "patterns = 3.5",
                        "Invalid value for option '--patterns' (P): '3.5' is not an int; see 'sweep --help'" + WITH),
                setting("patterns = 61", "load 61 is larger than the deck of 60 images; store at most 60" + WITH),
                setting(
                        "patterns = 99999999999",
                        "Invalid value for option '--patterns' (P): '99999999999' is not an int; see 'sweep --help'"
                                + WITH),
                setting(
                        "seed = 9223372036854775808",
                        "Invalid value for option '--seed': '9223372036854775808' is not a long; see 'sweep --help'"
                                + WITH),
                setting(
                        "seed = -9223372036854775809",
                        "Invalid value for option '--seed': '-9223372036854775809' is not a long; see 'sweep --help'"
                                + WITH),
                setting(
                        "seed = 1e3",
                        "Invalid value for option '--seed': '1e3' is not a long; see 'sweep --help'" + WITH),
                setting(
                        "temperature = NaN\nupdate = async",
                        "--temperature must be a number of at least 0, was NaN" + HERE),
                setting(
                        "temperature = -1\nupdate = async",
                        "--temperature must be a number of at least 0, was -1.0" + HERE),
                setting("trials = 0", "--trials must be at least 1, was 0" + HERE),
                setting("max-steps = -1", "--max-steps must be at least 1, was -1" + HERE),
                setting("block-size = 0", "--block-size must be at least 1, was 0" + HERE),
                setting("limit = 0", "--limit must be at least 1, was 0" + HERE),
                setting("networks = many", "--networks must be a number or 'all', was 'many'" + HERE),
                setting("networks = 0", "--networks must be at least 1, was 0" + HERE),
                setting(
                        "rule = dense:NaN",
                        "rule 'dense:NaN' has argument 'NaN'; expected a degree, a whole number from 2 to 100, as in dense:30"
                                + WITH),
                setting(
                        "rule = modern:-1",
                        "rule 'modern:-1' has argument '-1'; expected an inverse temperature within 1e-9..1e9, as in modern:784"
                                + WITH),
                setting("rule = hebbian,hebbian", "rule hebbian is given twice; give each once" + WITH),
                setting(
                        "images = random:3x99999999",
                        "--images random:3x99999999 asks for 99999999 pixels, expected at most 16777216" + HERE),
                setting(
                        "images = digits:99999999999",
                        "--images digits:99999999999: '99999999999' is not a number from 1 to 2147483647" + HERE),
                setting("images = tape:7", "--images tape:7 is not known; expected "),
                setting(
                        "images = idx:DIR",
                        "file:DIR is a folder, expected an IDX file; for a folder of pictures pass --images folder:file:DIR"
                                + WITH),
                setting("out = /dev/null", "/dev/null is a file, expected a folder; choose another --out" + WITH),
                setting("out = /dev/null/run", "output folder file:/dev/null/run cannot be written: "),
                setting(
                        "out = full:///nowhere",
                        "output folder full:/nowhere cannot be written: No space left on device; choose another --out, or make that one writable"
                                + WITH),
                setting(
                        "out = full:///read-only",
                        "output folder full:/read-only cannot be written: Read-only file system; choose another --out, or make that one writable"
                                + WITH),
                setting(
                        "out = ftps://host/run",
                        "--out 'ftps://host/run' is not a usable path: No FileSystem for scheme \"ftps\"; pass a path such as /data/NAME,"
                                + " or an address such as hdfs://HOST/NAME" + WITH),
                setting("event-log = /dev/null", "--event-log /dev/null is no folder to write into: "));
    }

    private static Hostile setting(String text, String message) {
        return new Hostile(
                text,
                Map.of("sweep.properties", text.getBytes(StandardCharsets.UTF_8)),
                List.of("--config", "DIR/sweep.properties"),
                message.replace("FILE", "DIR/sweep.properties"));
    }
}
