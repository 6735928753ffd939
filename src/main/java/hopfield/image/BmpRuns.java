package hopfield.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The runs of a compressed BMP (BI_RLE8 and BI_RLE4 of the Windows bitmap format): pairs of a count and a value; after a count of 0, an
 * escape. Rows that the runs leave out are background, so only the runs tell whether they are all there.
 */
final class BmpRuns {
    private static final int FILE_SIZE = 2;
    private static final int PIXELS_AT = 10;
    private static final int HEADER_SIZE = 14;
    private static final int HEIGHT = 22;
    private static final int COMPRESSION = 30;
    private static final int PIXELS_SIZE = 34;

    private static final int INFO_HEADER = 40;
    private static final int RLE8 = 1;
    private static final int RLE4 = 2;
    private static final int JPEG = 4;
    private static final int PNG = 5;

    private static final int END_OF_ROW = 0;
    private static final int END_OF_PICTURE = 1;
    private static final int MOVE = 2;

    private BmpRuns() {}

    /** Whether a file is a BMP that holds a JPEG or a PNG, whose size it may claim as it likes. */
    static boolean embeds(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < PIXELS_SIZE || file[0] != 'B' || file[1] != 'M' || in.getInt(HEADER_SIZE) < INFO_HEADER) {
            return false;
        }
        int compression = in.getInt(COMPRESSION);
        return compression == JPEG || compression == PNG;
    }

    /** Whether the runs come to the end of the picture or of its last row; true of a BMP that is not compressed so. */
    static boolean end(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < PIXELS_SIZE + Integer.BYTES || in.getInt(HEADER_SIZE) < INFO_HEADER) {
            return true;
        }
        int compression = in.getInt(COMPRESSION);
        if (compression != RLE8 && compression != RLE4) {
            return true;
        }
        int rows = Math.abs(in.getInt(HEIGHT));
        int at = in.getInt(PIXELS_AT);
        int size = in.getInt(PIXELS_SIZE) == 0 ? in.getInt(FILE_SIZE) - at : in.getInt(PIXELS_SIZE);
        long until = Math.min(file.length, (long) at + size);
        for (int row = 0; at >= 0 && at + 1 < until; at += 2) {
            if (file[at] != 0) {
                continue;
            }
            int escape = file[at + 1] & 255;
            switch (escape) {
                case END_OF_PICTURE -> {
                    return true;
                }
                case END_OF_ROW -> {
                    row++;
                    if (row >= rows) {
                        return true;
                    }
                }
                case MOVE -> {
                    row += at + 3 < until ? file[at + 3] & 255 : 0;
                    at += 2;
                }
                default -> {
                    int bytes = compression == RLE8 ? escape : (escape + 1) / 2;
                    at += bytes + bytes % 2;
                }
            }
        }
        return false;
    }
}
