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
        int space =
                colours instanceof ComponentColorModel ? colours.getColorSpace().getType() : ColorSpace.TYPE_RGB;
        return switch (space) {
            case ColorSpace.TYPE_GRAY -> ofGrey(image.getRaster(), colours);
            case ColorSpace.TYPE_CMYK -> ofInks(image.getRaster());
            default -> ofColours(image);
        };
    }

    private static byte[] ofColours(BufferedImage image) {
        int width = image.getWidth();
        byte[] pixels = new byte[width * image.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        overWhite(luma(row[x] >> 16 & 255, row[x] >> 8 & 255, row[x] & 255), row[x] >>> 24);
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

    /** Cyan, magenta, yellow and black, each taking its share of the light: R = (1 - C) (1 - K); Java would brighten it as it does grey. */
    private static byte[] ofInks(Raster raster) {
        int width = raster.getWidth();
        byte[] pixels = new byte[width * raster.getHeight()];
        int[] inks = new int[4 * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, inks);
            for (int x = 0; x < width; x++) {
                int light = luma(WHITE - inks[4 * x], WHITE - inks[4 * x + 1], WHITE - inks[4 * x + 2]);
                pixels[y * width + x] = (byte) ((light * (WHITE - inks[4 * x + 3]) + 127) / 255);
            }
        }
        return pixels;
    }

    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private static int eightBits(int sample, int most) {
        return (int) ((sample * 255L + most / 2) / most);
    }

    private static byte overWhite(int luma, int alpha) {
        return (byte) ((luma * alpha + WHITE * (255 - alpha) + 127) / 255);
    }
}
