package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hopfield.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MnistDownloadTest {
    private static final byte[] CONTENT = "digits".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private HttpServer server;
    private URI mirror;
    private int requests;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("digits.gz", CONTENT);
        serve("bomb.gz", new byte[(64 << 20) + 1]);
        server.start();
        mirror = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/");
    }

    private void serve(String name, byte[] content) {
        server.createContext("/mnist/" + name, exchange -> {
            requests++;
            byte[] body = gzip(content);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileWithTheRightSumIsKeptDecompressedAndNotFetchedAgain() throws Exception {
        Path target = folder.resolve("data/mnist");

        MnistDownload.fetch(mirror, Map.of("digits", sha256(CONTENT)), target);
        MnistDownload.fetch(mirror, Map.of("digits", sha256(CONTENT)), target);

        assertThat(target.resolve("digits")).hasBinaryContent(CONTENT);
        assertThat(target).isDirectoryNotContaining("glob:**.part");
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void aFileWithAnotherSumIsNotKept() throws Exception {
        String expected = sha256("letters".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> MnistDownload.fetch(mirror, Map.of("digits", expected), folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(mirror + "digits.gz has SHA-256 " + sha256(CONTENT) + ", expected " + expected
                        + ": the mirror's file is not MNIST's; nothing was kept");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatGrowsBeyondAnyOfMnistIsNotKept() throws Exception {
        assertThatThrownBy(() -> MnistDownload.fetch(mirror, Map.of("bomb", "00"), folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(mirror + "bomb.gz decompresses to more than 67108864 bytes: not MNIST's");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMirrorWithoutTheFileIsTold() {
        assertThatThrownBy(() -> MnistDownload.fetch(mirror, Map.of("other", "00"), folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(mirror + "other.gz answered with status 404, expected 200");
    }

    @Test
    void aMirrorThatDoesNotAnswerIsTold() {
        URI nobody = mirror;
        server.stop(0);

        assertThatThrownBy(() -> MnistDownload.fetch(nobody, Map.of("digits", "00"), folder))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(nobody + "digits.gz cannot be fetched: ");
    }

    /** The headers come and half of the file, then nothing more. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMirrorThatFallsSilentIsTold() {
        server.createContext("/mnist/half.gz", exchange -> {
            byte[] body = gzip(CONTENT);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        });

        assertThatThrownBy(() -> MnistDownload.fetch(mirror, Map.of("half", "00"), folder, Duration.ofMillis(300)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(mirror + "half.gz cannot be fetched: ")
                .hasMessageEndingWith("nothing came for 0.3 s");
        assertThat(folder).isEmptyDirectory();
    }

    /** The mirror is reached and never answers: on a busy machine a silent one may look so. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMirrorThatNeverAnswersIsToldAlike() {
        server.createContext("/mnist/mute.gz", exchange -> {});

        assertThatThrownBy(() -> MnistDownload.fetch(mirror, Map.of("mute", "00"), folder, Duration.ofMillis(300)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(mirror + "mute.gz cannot be fetched: ")
                .hasMessageEndingWith("nothing came for 0.3 s");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void mnistComesOverHttpsOnly() {
        assertThat(MnistDownload.MIRROR).hasScheme("https");
        assertThat(MnistDownload.SHA256).hasSize(4);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
