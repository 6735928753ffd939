package hopfield.image;

import hopfield.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** All 70,000 MNIST digits (LeCun et al. 1998) as one deck: train 0..59,999, then test 60,000..69,999, with labels. */
final class Mnist {
    private static final List<String> PARTS = List.of("train", "t10k");

    private Mnist() {}

    /** Opens the four IDX files of a folder, plain or gzipped. */
    static ImageSource open(HadoopFiles files, Path folder, Preparation preparation) {
        List<IdxImages> parts = new ArrayList<>();
        for (String part : PARTS) {
            Path images = require(files, folder, part + "-images-idx3-ubyte");
            Path labels = require(files, folder, part + "-labels-idx1-ubyte");
            parts.add(IdxImages.open(files, images, Optional.of(labels), preparation));
        }
        return new ConcatenatedImages("MNIST", parts);
    }

    /** Whether a folder holds at least the training images. */
    static boolean isIn(HadoopFiles files, Path folder) {
        return IdxFile.find(files, folder, "train-images-idx3-ubyte").isPresent();
    }

    private static Path require(HadoopFiles files, Path folder, String name) {
        return IdxFile.find(files, folder, name)
                .orElseThrow(() -> new BadInput(folder + " has no " + name + "[.gz]; pass the folder that holds MNIST's"
                        + " four IDX files as --images mnist:DIR"));
    }
}
