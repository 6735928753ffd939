package hopfield.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Pictures that reports are made of. */
final class TestPictures {
    /** Names of classes that are nothing but text, and longer than a line. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)<", "<img src=x onerror=alert(1)>" + "_that_has_no_place_to_break_and_goes_on".repeat(3));

    private TestPictures() {}

    /** Six pictures of 100 x 100 without classes: circles. */
    static Path circles(Path folder) throws IOException {
        int side = 100;
        ByteBuffer bytes = ByteBuffer.allocate(16 + 6 * side * side);
        bytes.putInt(2051).putInt(6).putInt(side).putInt(side);
        for (int k = 0; k < 6; k++) {
            for (int i = 0; i < side * side; i++) {
                double distance = Math.hypot(i % side - 20 - 10 * k, i / side - 50);
                bytes.put((byte) (distance < 15 ? 255 : 0));
            }
        }
        return Files.write(folder.resolve("circles-idx3-ubyte"), bytes.array());
    }

    /** Six pictures of 12 x 12 in two folders whose names would be markup. */
    static Path hostile(Path folder) throws IOException {
        Path pictures = folder.resolve("pictures");
        SplittableRandom random = new SplittableRandom(7);
        for (String name : HOSTILE) {
            Path of = Files.createDirectories(pictures.resolve(name));
            for (int k = 0; k < 3; k++) {
                BufferedImage picture = new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY);
                for (int i = 0; i < 144; i++) {
                    picture.setRGB(i % 12, i / 12, random.nextBoolean() ? 0xFFFFFF : 0);
                }
                ImageIO.write(picture, "png", of.resolve(k + ".png").toFile());
            }
        }
        return pictures;
    }
}
