package hopfield.image;

import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG, JPEG, GIF (its first frame) and BMP by the JDK's own readers. What a file is, its first bytes say, not its name. A
 * file whose header claims more pixels than {@value #MOST_PIXELS} is refused before any of them is decoded. Photographs are turned as
 * their Exif data say.
 */
final class PictureDecoder {
    /** 50 megapixels: 200 MB while decoded. */
    static final int MOST_PIXELS = 50_000_000;

    /** The largest file that is read, in bytes. */
    static final int MOST_BYTES = 1 << 26;

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

    private PictureDecoder() {}

    /**
     * The picture in a file, in grey: luma (ITU-R BT.601) over white.
     *
     * @param file its bytes. Not modified.
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
            Damage damage = new Damage();
            reader.addIIOReadWarningListener(damage);
            reader.addIIOReadProgressListener(damage);
            BufferedImage image = reader.read(0);
            damage.check(reader.getFormatName(), file);
            return ExifOrientation.turned(new GreyPicture(shape, Luma.overWhite(image)), ExifOrientation.of(file));
        } catch (IOException | RuntimeException e) {
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

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst().orElse("");
    }
}
