package hopfield.image;

import hopfield.BadInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A checked IDX file of unsigned bytes, plain or gzipped (http://yann.lecun.com/exdb/mnist): a magic number 0x0000'08'd
 * with d dimensions, each a big-endian int, then the bytes.
 *
 * @param files the file systems to read it through
 * @param path its path
 * @param dimensions items, then the size of an item
 * @param sha256 of the decompressed file
 */
record IdxFile(HadoopFiles files, String path, int[] dimensions, String sha256) implements Serializable {
    static final int IMAGES_MAGIC = 0x0803;
    static final int LABELS_MAGIC = 0x0801;
    /** Deflate makes no more than 1032 bytes of one. */
    private static final long DEFLATE_RATIO = 1032;

    private static final int BUFFER = 1 << 16;

    /** Reads the file once from end to end: header, length and checksum. */
    static IdxFile open(HadoopFiles files, Path path, int magic) {
        MessageDigest digest = newSha256();
        try (FSDataInputStream raw = files.of(path).open(path);
                InputStream in = isGzip(raw) ? new WholeGzip(raw) : raw) {
            byte[] header = in.readNBytes(4 + 4 * (magic & 0xFF));
            int[] dimensions = IdxHeader.dimensions(header, path, magic);
            digest.update(header);
            long expected = header.length + (long) dimensions[0] * itemBytes(dimensions);
            checkPromise(path, expected, files.of(path).getFileStatus(path).getLen(), in != raw);
            long bytes = header.length;
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0 && bytes <= expected; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
            checkLength(path, expected, bytes, in != raw);
            if (in instanceof WholeGzip gzip && gzip.goesOn()) {
                throw new BadInput(path + " goes on after the end of its gzip stream; fetch it again");
            }
            return new IdxFile(
                    files, path.toString(), dimensions, HexFormat.of().formatHex(digest.digest()));
        } catch (FileNotFoundException e) {
            throw absent(files, path, magic, e);
        } catch (EOFException e) {
            throw new BadInput(path + " is a truncated gzip file: fetch it again", e);
        } catch (ZipException e) {
            throw new BadInput(path + " is a damaged gzip file (" + e.getMessage() + "): fetch it again", e);
        } catch (IOException e) {
            throw new BadInput(path + " cannot be read: " + HadoopFiles.reason(e) + "; pass an IDX file that can", e);
        }
    }

    /** Items, then the size of an item, as the header says; nothing else is read. */
    static int[] dimensions(HadoopFiles files, Path path, int magic) {
        try (FSDataInputStream raw = files.of(path).open(path);
                InputStream in = isGzip(raw) ? new GZIPInputStream(raw, BUFFER) : raw) {
            return IdxHeader.dimensions(in.readNBytes(4 + 4 * (magic & 0xFF)), path, magic);
        } catch (FileNotFoundException e) {
            throw absent(files, path, magic, e);
        } catch (IOException e) {
            throw new BadInput(path + " cannot be read: " + HadoopFiles.reason(e) + "; pass an IDX file that can", e);
        }
    }

    private static BadInput absent(HadoopFiles files, Path path, int magic, FileNotFoundException failure) {
        try {
            if (!files.of(path).getFileStatus(path).isDirectory()) {
                return new BadInput(path + " cannot be opened; pass an IDX file that can", failure);
            }
            return new BadInput(
                    path
                            + (magic == LABELS_MAGIC
                                    ? " is a folder, expected the IDX file of the images' labels; rename or remove it"
                                    : " is a folder, expected an IDX file; for a folder of pictures pass --images folder:"
                                            + path),
                    failure);
        } catch (IOException e) {
            return new BadInput(path + " does not exist; pass an IDX file", failure);
        }
    }

    /** Refuses a header that promises more than the file can hold, before its bytes are read; less is read up to the promise. */
    private static void checkPromise(Path path, long expected, long stored, boolean gzip) {
        if (!gzip) {
            checkLength(path, expected, stored, false);
        } else if (expected > stored * DEFLATE_RATIO) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "%s promises %,d bytes in its header, more than its %,d of gzip can hold; fetch it again",
                    path,
                    expected,
                    stored));
        }
    }

    private static void checkLength(Path path, long expected, long found, boolean gzip) {
        if (found < expected) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "%s is truncated: its header promises %,d bytes, found %,d (%,d missing); fetch it again",
                    path,
                    expected,
                    found,
                    expected - found));
        }
        if (found > expected && gzip) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "%s goes on after the %,d bytes that its header promises; fetch it again",
                    path,
                    expected));
        }
        if (found > expected) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "%s has %,d bytes after the %,d that its header promises; fetch it again",
                    path,
                    found - expected,
                    expected));
        }
    }

    /** The decompressed file's name. */
    String name() {
        return decompressedName(new Path(path));
    }

    /** A file's name without the ending of gzip. */
    static String decompressedName(Path path) {
        return path.getName().replaceFirst("\\.gz$", "");
    }

    /** The file of a name in a folder, plain or gzipped. */
    static Optional<Path> find(HadoopFiles files, Path folder, String name) {
        try {
            for (String suffix : List.of("", ".gz")) {
                Path path = new Path(folder, name + suffix);
                if (files.of(path).exists(path)) {
                    return Optional.of(path);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new BadInput(folder + " cannot be read: " + HadoopFiles.reason(e) + "; pass a folder that can", e);
        }
    }

    /** The file's bytes from one item on; a plain file is sought, a gzipped one read up to there. */
    InputStream readFrom(int item) throws IOException {
        long skip = 4 + 4L * dimensions.length + (long) item * itemBytes();
        Path at = new Path(path);
        FSDataInputStream raw = files.of(at).open(at);
        try {
            if (isGzip(raw)) {
                InputStream in = new GZIPInputStream(raw, BUFFER);
                in.skipNBytes(skip);
                return in;
            }
            raw.seek(skip);
            return new BufferedInputStream(raw, BUFFER);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Bytes of one item: the product of all dimensions but the first. */
    int itemBytes() {
        return itemBytes(dimensions);
    }

    private static int itemBytes(int[] dimensions) {
        int bytes = 1;
        for (int d = 1; d < dimensions.length; d++) {
            bytes *= dimensions[d];
        }
        return bytes;
    }

    /** A gzip stream that knows, once all of it is read, whether bytes come after it that are none; Java's passes over them. */
    private static final class WholeGzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        WholeGzip(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        boolean goesOn() throws IOException {
            return inf.getRemaining() > TRAILER || in.available() > 0;
        }
    }

    /** Looks at the first two bytes, whatever the file is called, and goes back to the start. */
    private static boolean isGzip(FSDataInputStream raw) throws IOException {
        boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.seek(0);
        return gzip;
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
