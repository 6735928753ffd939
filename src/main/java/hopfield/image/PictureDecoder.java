package hopfield.image;

import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG, JPEG, GIF (its first frame) and BMP by the JDK's own readers. What a file is, its first bytes say, not its name. A
 * file whose header claims more than {@value #MOST_PIXELS} pixels, or pixels of more than {@value #MOST_DECODED_BYTES} bytes, is
 * refused before any of them is decoded. Photographs are turned as their Exif data say.
 */
final class PictureDecoder {
    static final int MOST_PIXELS = 50_000_000;

    /** Bytes of the largest picture at four a pixel; 16 bits a channel take up to eight. */
    static final int MOST_DECODED_BYTES = 4 * MOST_PIXELS;

    /** The largest file that is read, in bytes. */
    static final int MOST_BYTES = 1 << 26;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    private PictureDecoder() {}

    /**
     * The picture in a file, in grey: luma (ITU-R BT.601) over white.
     *
     * @param file its bytes. Not modified.
     * @throws OutOfMemoryError if there is no room for it, however the reader told: the file is as good as it was
     */
    static GreyPicture decode(byte[] file) throws UnreadablePicture {
        if (file.length == 0) {
            throw new UnreadablePicture("is empty");
        }
        if (file.length > MOST_BYTES) {
            throw new UnreadablePicture("is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        ImageReader reader = null;
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader = reader(in);
            reader.setInput(in, true, true);
            Shape shape = shape(reader.getWidth(0), reader.getHeight(0));
            if (BmpRuns.embeds(file)) {
                throw new UnreadablePicture("is a BMP around another format");
            }
            requireRoom(shape, bytesPerPixel(reader));
            Damage damage = new Damage();
            reader.addIIOReadWarningListener(damage);
            reader.addIIOReadProgressListener(damage);
            BufferedImage image = reader.read(0);
            damage.check(reader.getFormatName(), file);
            return ExifOrientation.turned(new GreyPicture(shape, Luma.overWhite(image)), ExifOrientation.of(file));
        } catch (IOException | RuntimeException e) {
            if (cause(e) instanceof OutOfMemoryError full) { // the PNG reader wraps it
                throw full;
            }
            // Readers of hostile bytes fail in many ways; each is one picture that cannot be used.
            throw new UnreadablePicture("is damaged (" + reason(e) + ")", e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException, UnreadablePicture {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new UnreadablePicture("is no PNG, JPEG, GIF or BMP");
    }

    private static Shape shape(int width, int height) throws UnreadablePicture {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new UnreadablePicture(String.format(
                    Locale.ROOT,
                    "claims %d x %d pixels, expected 1 to %d million",
                    width,
                    height,
                    MOST_PIXELS / 1_000_000));
        }
        return new Shape(width, height);
    }

    /** Of a pixel once it is decoded, as the reader tells from the header; 4 where it does not. */
    private static int bytesPerPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            return Integer.BYTES;
        }
        SampleModel samples = types.next().getSampleModel();
        return samples.getNumDataElements() * DataBuffer.getDataTypeSize(samples.getTransferType()) / Byte.SIZE;
    }

    private static void requireRoom(Shape shape, int bytesPerPixel) throws UnreadablePicture {
        long bytes = (long) shape.neurons() * bytesPerPixel;
        if (bytes > MOST_DECODED_BYTES) {
            throw new UnreadablePicture(String.format(
                    Locale.ROOT,
                    "claims %d x %d pixels of %d bytes, %d MB decoded, expected at most %d MB",
                    shape.width(),
                    shape.height(),
                    bytesPerPixel,
                    bytes / 1_000_000,
                    MOST_DECODED_BYTES / 1_000_000));
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String reason(Exception e) {
        Throwable cause = cause(e);
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst().orElse("");
    }
}
