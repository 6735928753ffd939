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

    /** The size of the deck in a folder, from its headers; that of MNIST where it is not there. */
    static DeckSize size(HadoopFiles files, Path folder) {
        List<DeckSize> parts = new ArrayList<>();
        for (String part : PARTS) {
            IdxFile.find(files, folder, part + "-images-idx3-ubyte")
                    .ifPresent(images -> parts.add(IdxImages.size(files, images)));
        }
        if (parts.size() < PARTS.size()) {
            return new DeckSize("MNIST", 70_000, 28, 28);
        }
        int images = parts.stream().mapToInt(DeckSize::images).sum();
        return new DeckSize("MNIST", images, parts.get(0).width(), parts.get(0).height());
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
