package hopfield.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** Colours to grey: Y = .299 R + .587 G + .114 B of the encoded values (ITU-R BT.601), and a Y + (1 - a) 255 where a pixel lets white through. */
final class Luma {
    private static final int WHITE = 255;

    private Luma() {}

    /** The grey of every pixel, row by row. */
    static byte[] overWhite(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        boolean grey = colours instanceof ComponentColorModel
                && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return grey ? ofGrey(image.getRaster(), colours) : ofColours(image);
    }

    private static byte[] ofColours(BufferedImage image) {
        int width = image.getWidth();
        byte[] pixels = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int luma = (299 * (row[x] >> 16 & 255) + 587 * (row[x] >> 8 & 255) + 114 * (row[x] & 255) + 500) / 1000;
                pixels[y * width + x] = overWhite(luma, row[x] >>> 24);
            }
        }
        return pixels;
    }

    /** Samples as the file has them: Java takes grey for linear light and would brighten it on the way to RGB. */
    private static byte[] ofGrey(Raster raster, ColorModel colours) {
        int width = raster.getWidth();
        byte[] pixels = new byte[width * raster.getHeight()];
        int[] grey = new int[width];
        int[] alpha = new int[width];
        int most = (1 << colours.getComponentSize(0)) - 1;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, grey);
            if (colours.hasAlpha()) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 1, alpha);
            }
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        overWhite(eightBits(grey[x], most), colours.hasAlpha() ? eightBits(alpha[x], most) : WHITE);
            }
        }
        return pixels;
    }

    private static int eightBits(int sample, int most) {
        return (int) ((sample * 255L + most / 2) / most);
    }

    private static byte overWhite(int luma, int alpha) {
        return (byte) ((luma * alpha + WHITE * (255 - alpha) + 127) / 255);
    }
}
