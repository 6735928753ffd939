package hopfield.image;

import hopfield.pattern.Shape;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held: tag 0x0112 of the Exif data in a JPEG (JEITA CP-3451, 4.6.4), 1 to 8. The decoder leaves pixels as they are
 * stored, so whoever looks at a picture must turn it.
 */
final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int MIRRORED = 2;
    private static final int HALF_TURN = 3;
    private static final int UPSIDE_DOWN = 4;
    private static final int TRANSPOSED = 5;
    private static final int RIGHT = 6;
    private static final int TRANSVERSE = 7;
    private static final int LEFT = 8;

    private static final int TAG = 0x0112;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private ExifOrientation() {}

    /** The orientation that a file tells; 1, upright, where it tells none. */
    static int of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        try {
            if (in.getShort() != (short) 0xFFD8) {
                return UPRIGHT;
            }
            while (true) {
                int marker = in.getShort() & 0xFFFF;
                int length = (in.getShort() & 0xFFFF) - 2;
                if (marker >> 8 != 0xFF || (marker & 0xFF) == START_OF_SCAN || length < 0) {
                    return UPRIGHT;
                }
                ByteBuffer segment = in.slice(in.position(), length);
                if ((marker & 0xFF) == APP1 && startsWithExif(segment)) {
                    return inTiff(segment.slice(EXIF.length, length - EXIF.length));
                }
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static boolean startsWithExif(ByteBuffer segment) {
        return segment.remaining() >= EXIF.length
                && segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    /** Of the first directory: entries of 12 bytes, tag, type, count and a value of 16 bits. */
    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int k = 0; k < entries; k++) {
            int entry = directory + 2 + 12 * k;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= UPRIGHT && orientation <= LEFT ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it is to be looked at. Not modified; the same where it is upright. */
    static GreyPicture turned(GreyPicture stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        int width = stored.shape().width();
        int height = stored.shape().height();
        Shape shape = orientation >= TRANSPOSED ? new Shape(height, width) : stored.shape();
        byte[] pixels = new byte[stored.pixels().length];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                int right = width - 1;
                int bottom = height - 1;
                int from =
                        switch (orientation) {
                            case MIRRORED -> y * width + right - x;
                            case HALF_TURN -> (bottom - y) * width + right - x;
                            case UPSIDE_DOWN -> (bottom - y) * width + x;
                            case TRANSPOSED -> x * width + y;
                            case RIGHT -> (bottom - x) * width + y;
                            case TRANSVERSE -> (bottom - x) * width + right - y;
                            case LEFT -> x * width + right - y;
                            default -> throw new IllegalArgumentException("orientation " + orientation);
                        };
                pixels[y * shape.width() + x] = stored.pixels()[from];
            }
        }
        return new GreyPicture(shape, pixels);
    }
}
