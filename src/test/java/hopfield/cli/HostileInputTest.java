package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that are wrong, and the one line that each gets; FILE and DIR stand for the path of the file and of its folder. */
class HostileInputTest {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;

    @TempDir
    private Path folder;

    @BeforeAll
    static void beSparkSubmit() {
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.hadoop.fs.full.impl", FullDisk.class.getName());
    }

    @AfterAll
    static void beNobody() {
        List.of("spark.master", "spark.ui.enabled", "spark.hadoop.fs.full.impl").forEach(System::clearProperty);
    }

    static Stream<Arguments> images() {
        byte[] whole = idx(IMAGES, new byte[3 * 4 * 5], 3, 4, 5);
        byte[] promisesAll = gzip(idx(IMAGES, new byte[0], Integer.MAX_VALUE, 4096, 4096));
        return Stream.of(
                arguments(
                        "no byte",
                        new byte[0],
                        "has 0 bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes"),
                arguments(
                        "three bytes",
                        new byte[3],
                        "has 3 bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes"),
                arguments(
                        "half a header",
                        Arrays.copyOf(whole, 11),
                        "ends within its IDX header of 16 bytes, found 11; fetch it again"),
                arguments(
                        "2^31 images",
                        idx(IMAGES, new byte[0], 1 << 31, 28, 28),
                        "claims a dimension of 2147483648, expected 1..2147483647; fetch it again"),
                arguments(
                        "2^31 - 1 images",
                        idx(IMAGES, new byte[0], Integer.MAX_VALUE, 28, 28),
                        "is truncated: its header promises 1,683,627,179,264 bytes, found 16 (1,683,627,179,248 missing); fetch it again"),
                arguments(
                        "no image",
                        idx(IMAGES, new byte[0], 0, 4, 5),
                        "claims a dimension of 0, expected 1..2147483647; fetch it again"),
                arguments(
                        "a billion pixels",
                        idx(IMAGES, new byte[9], 1, 31_623, 31_623),
                        "claims images of 31623x31623 pixels, more than the 16777216 that are read; pass smaller ones"),
                arguments(
                        "negative rows",
                        idx(IMAGES, new byte[9], 1, -4, 5),
                        "claims a dimension of 4294967292, expected 1..2147483647; fetch it again"),
                arguments(
                        "negative columns",
                        idx(IMAGES, new byte[9], 1, 4, -1),
                        "claims a dimension of 4294967295, expected 1..2147483647; fetch it again"),
                arguments(
                        "overflowing size",
                        idx(IMAGES, new byte[9], 1, 65_536, 65_537),
                        "claims images of 65536x65537 pixels, more than the 16777216 that are read; pass smaller ones"),
                arguments(
                        "largest size",
                        idx(IMAGES, new byte[9], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                        "claims images of 2147483647x2147483647 pixels, more than the 16777216 that are read; pass smaller ones"),
                arguments(
                        "a missing byte",
                        Arrays.copyOf(whole, whole.length - 1),
                        "is truncated: its header promises 76 bytes, found 75 (1 missing); fetch it again"),
                arguments(
                        "a trailing byte",
                        Arrays.copyOf(whole, whole.length + 1),
                        "has 1 bytes after the 76 that its header promises; fetch it again"),
                arguments(
                        "labels",
                        idx(LABELS, new byte[3], 3),
                        "has magic 2049, expected 2051: these look like labels; pass the images file"),
                arguments(
                        "signed bytes",
                        idx(0x0903, new byte[60], 3, 4, 5),
                        "has magic 2307, expected 2051: an IDX file of signed bytes in 3 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "floats",
                        idx(0x0D03, new byte[240], 3, 4, 5),
                        "has magic 3331, expected 2051: an IDX file of 32-bit floats in 3 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "doubles",
                        idx(0x0E03, new byte[480], 3, 4, 5),
                        "has magic 3587, expected 2051: an IDX file of 64-bit floats in 3 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "colours",
                        idx(0x0804, new byte[180], 3, 4, 5, 3),
                        "has magic 2052, expected 2051: an IDX file of unsigned bytes in 4 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "a PNG",
                        "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
                        "has magic -1991225785, expected 2051: not an IDX file; pass one of unsigned bytes"),
                arguments(
                        "text",
                        "images\n".getBytes(StandardCharsets.UTF_8),
                        "has magic 1768776039, expected 2051: not an IDX file; pass one of unsigned bytes"),
                arguments(
                        "half of a gzip",
                        Arrays.copyOf(gzip(whole), gzip(whole).length / 2),
                        "is a truncated gzip file: fetch it again"),
                arguments("a gzip header", Arrays.copyOf(gzip(whole), 10), "is a truncated gzip file: fetch it again"),
                arguments(
                        "a damaged gzip",
                        damaged(gzip(whole)),
                        "is a damaged gzip file (Corrupt GZIP trailer): fetch it again"),
                arguments(
                        "gzip of gzip",
                        gzip(gzip(whole)),
                        "has magic 529205248, expected 2051: not an IDX file; pass one of unsigned bytes"),
                arguments(
                        "a gzip that goes on",
                        gzip(Arrays.copyOf(whole, 1000)),
                        "goes on after the 76 bytes that its header promises; fetch it again"),
                arguments(
                        "a bomb of 64 MB",
                        gzip(Arrays.copyOf(whole, 1 << 26)),
                        "goes on after the 76 bytes that its header promises; fetch it again"),
                arguments(
                        "a gzip that promises all",
                        promisesAll,
                        "promises 36,028,797,002,186,768 bytes in its header, more than its " + promisesAll.length
                                + " of gzip can hold; fetch it again"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void images(String what, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("pictures"), content);

        refused(List.of("--images", "idx:" + file), "file:" + file + " " + message);
    }

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

    /** Status 2, one line, nothing printed as a result, nothing written. */
    private void refused(List<String> options, String message) throws IOException {
        List<String> names = names();
        String given = String.join(" ", options)
                + (options.get(0).equals("--config") ? Files.readString(Path.of(options.get(1))) : "");
        Stream<String> rest = Stream.of(
                        "--images=digits:60", "--patterns=3", "--noise=flip=0.1", "--out=" + folder + "/run")
                .filter(option -> !given.contains(option.substring(2).replaceFirst("=.*", "") + " "));

        Commands.Outcome outcome = Commands.run(Stream.of(Stream.of("sweep"), options.stream(), rest)
                .flatMap(part -> part)
                .toArray(String[]::new));

        assertThat(outcome.err()).startsWith("error: " + message).hasLineCount(1);
        if (!message.endsWith(" ")) {
            assertThat(outcome.err()).isEqualTo("error: " + message + "\n");
        }
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(names()).as("nothing is written").isEqualTo(names);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static byte[] idx(int magic, byte[] content, int... dimensions) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + content.length);
        buffer.putInt(magic);
        Arrays.stream(dimensions).forEach(buffer::putInt);
        return buffer.put(content).array();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** With another checksum in its trailer. */
    private static byte[] damaged(byte[] gzip) {
        gzip[gzip.length - 6] ^= 1;
        return gzip;
    }
}
