package hopfield.report;

import hopfield.pattern.Pattern;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Patterns as pictures: one bit a pixel, +1 white and -1 black, as MNIST is seen. */
final class PatternImage {
    private PatternImage() {}

    /** A PNG of width x height pixels as a data: address; row by row, as images become patterns. */
    static String dataUri(Pattern pattern, int width, int height) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(pattern, width, height));
    }

    private static byte[] png(Pattern pattern, int width, int height) {
        if ((long) width * height != pattern.neurons()) {
            throw new IllegalArgumentException("a pattern of " + pattern.neurons() + " neurons is no image of " + width
                    + " x " + height + " pixels");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < pattern.neurons(); i++) {
            if (pattern.isUp(i)) {
                image.setRGB(i % width, i / width, 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A stream of ours keeps ImageIO from caching in a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this JVM writes no PNG images");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
