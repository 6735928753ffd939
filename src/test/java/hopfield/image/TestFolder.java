package hopfield.image;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/** A folder of small pictures, and how they are opened. */
record TestFolder(Path folder) {
    /** Four pixels, of which one is white. */
    void bar(String name, int white) throws IOException {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(white, 0, 0xffffff);
        String format = name.substring(name.lastIndexOf('.') + 1);
        write(name, TestPictures.file(image, format));
    }

    /** The pattern of such a picture. */
    static Pattern up(int pixel) {
        boolean[] up = new boolean[4];
        up[pixel] = true;
        return Pattern.of(up);
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    ImageSource open() {
        return open(Preparation.NONE, false);
    }

    ImageSource open(Preparation preparation, boolean strict) {
        return open("folder:" + folder, preparation, strict);
    }

    static ImageSource open(String spec, Preparation preparation, boolean strict) {
        return new Images(new HadoopFiles(new Configuration()), Map.of()).open(spec, new Seed(1), preparation, strict);
    }

    static List<String> names(ImageSource images) {
        return IntStream.range(0, images.count()).mapToObj(images::fileName).toList();
    }

    static List<Image> read(ImageSource source) {
        return read(source, 0, source.count());
    }

    static List<Image> read(ImageSource source, int from, int until) {
        List<Image> images = new ArrayList<>();
        source.read(from, until).forEachRemaining(images::add);
        return images;
    }
}
