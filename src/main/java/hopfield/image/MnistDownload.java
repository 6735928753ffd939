package hopfield.image;

import hopfield.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Fetches MNIST from a public mirror into a local folder; a file is there only once its checksum is right. */
final class MnistDownload {
    /** The mirror that PyTorch's own MNIST loader uses. */
    static final URI MIRROR = URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/");

    /** SHA-256 of the decompressed files, whatever the mirror's gzip made of them. */
    static final Map<String, String> SHA256 = sums();

    private static final long MAX_BYTES = 64 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MnistDownload() {}

    private static Map<String, String> sums() {
        Map<String, String> sums = new LinkedHashMap<>();
        sums.put("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
        sums.put("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
        sums.put("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
        sums.put("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
        return sums;
    }

    /**
     * Downloads the files that a folder lacks.
     *
     * @param mirror base address, ending in a slash, of NAME.gz files
     * @param sha256 file names with the sums of their decompressed bytes
     * @param folder where they go; made if need be
     * @throws BadInput if the mirror cannot be reached or a file is not what its sum says
     */
    static void fetch(URI mirror, Map<String, String> sha256, Path folder) {
        fetch(mirror, sha256, folder, PATIENCE);
    }

    /**
     * Likewise.
     *
     * @param patience how long the mirror may send nothing
     */
    static void fetch(URI mirror, Map<String, String> sha256, Path folder, Duration patience) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        sha256.forEach((name, sum) -> {
            Path target = folder.resolve(name);
            if (!Files.exists(target)) {
                fetch(client, mirror.resolve(name + ".gz"), sum, target, patience);
            }
        });
    }

    private static void fetch(HttpClient client, URI address, String expected, Path target, Duration patience) {
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(patience).build();
            HttpResponse<InputStream> response = answer(client, request, patience);
            if (response.statusCode() != 200) {
                response.body().close();
                throw new BadInput(address + " answered with status " + response.statusCode() + ", expected 200");
            }
            Files.createDirectories(target.getParent());
            String found = decompress(new ImpatientStream(response.body(), patience), partial, address);
            if (!found.equals(expected)) {
                throw new BadInput(address + " has SHA-256 " + found + ", expected " + expected
                        + ": the mirror's file is not MNIST's; nothing was kept");
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BadInput(address + " cannot be fetched: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput(address + " was not fetched: interrupted", e);
        } finally {
            deleteQuietly(partial);
        }
    }

    /** A mirror that is reached and never answers is as silent as one that stops in the middle of a file: both are told alike. */
    private static HttpResponse<InputStream> answer(HttpClient client, HttpRequest request, Duration patience)
            throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpConnectTimeoutException e) {
            throw e;
        } catch (HttpTimeoutException e) {
            throw ImpatientStream.silence(patience);
        }
    }

    private static String decompress(InputStream body, Path partial, URI address) throws IOException {
        MessageDigest digest = IdxFile.newSha256();
        try (InputStream in = new DigestInputStream(new GZIPInputStream(body), digest);
                OutputStream out = Files.newOutputStream(partial)) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > MAX_BYTES) {
                    throw new BadInput(address + " decompresses to more than " + MAX_BYTES + " bytes: not MNIST's");
                }
                out.write(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteQuietly(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            System.err.println("could not remove " + partial + ": " + e.getMessage());
        }
    }
}
