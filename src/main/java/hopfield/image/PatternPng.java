package hopfield.image;

import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Patterns as PNG pictures: one bit a pixel, +1 white and -1 black, as MNIST is seen. */
public final class PatternPng {
    private PatternPng() {}

    /** The file of one pattern, row by row, as images become patterns. */
    public static byte[] of(Pattern pattern, Shape shape) {
        if (shape.neurons() != pattern.neurons()) {
            throw new IllegalArgumentException(
                    "a pattern of " + pattern.neurons() + " neurons is no image of " + shape + " pixels");
        }
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < pattern.neurons(); i++) {
            if (pattern.isUp(i)) {
                image.setRGB(i % shape.width(), i / shape.width(), 0xFFFFFFFF);
            }
        }
        return png(image);
    }

    /** The file of any picture. */
    public static byte[] png(BufferedImage image) {
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
