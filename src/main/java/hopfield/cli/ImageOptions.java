package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.DeckSize;
import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.image.Preparation;
import hopfield.pattern.Seed;
import hopfield.pattern.Threshold;
import hopfield.spark.ClusterWorkers;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options that say which images a command works on, and how they become patterns. */
final class ImageOptions {
    private static final Logger LOG = LoggerFactory.getLogger(ImageOptions.class);

    @Option(
            names = "--images",
            paramLabel = "SOURCE",
            defaultValue = "mnist",
            description = "Where images come from: " + Images.FORMS + ". Default: ${DEFAULT-VALUE}.")
    private String images;

    @Option(names = "--limit", paramLabel = "N", description = "Use only the first N images.")
    private Integer limit;

    @Option(
            names = "--size",
            paramLabel = "WIDTHxHEIGHT",
            description = "Scale every picture to this size. Default: their own, which must be one.")
    private String size;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description =
                    "From which grey on a pixel is up: a share of white; otsu or mean, of each picture. Default: 0.5,"
                            + " or what a model was trained with.")
    private String threshold;

    @Option(
            names = "--strict",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            defaultValue = "false",
            description = "A file of a folder that is no picture is an error; else it is named and left out. Default:"
                    + " ${DEFAULT-VALUE}.")
    private boolean strict;

    /** Opens the images that are named, or where the threshold is not given, with another. */
    ImageSource open(SparkSession session, Seed seed, Threshold otherwise) {
        return open(session, images, seed, otherwise);
    }

    /** Opens other images in the same way. */
    ImageSource open(SparkSession session, String other, Seed seed, Threshold otherwise) {
        HadoopFiles files = new HadoopFiles(session.sparkContext().hadoopConfiguration());
        ImageSource source = new Images(files, System.getenv(), new ClusterWorkers(session))
                .open(other, seed, preparation(otherwise), strict);
        source.warnings().forEach(LOG::warn);
        return source;
    }

    /** How many images there are and how large, without reading them where that can be helped. */
    DeckSize size(HadoopFiles files, Seed seed) {
        DeckSize deck = new Images(files, System.getenv()).size(images, seed, preparation(Threshold.HALF), strict);
        return new DeckSize(deck.name(), limited(deck.images()), deck.width(), deck.height());
    }

    private Preparation preparation(Threshold otherwise) {
        return new Preparation(Optional.ofNullable(size).map(Preparation::size), threshold(otherwise));
    }

    /** From which grey on a pixel is up. */
    Threshold threshold(Threshold otherwise) {
        return Optional.ofNullable(threshold).map(Threshold::of).orElse(otherwise);
    }

    /** How many of the images are used. */
    int limited(int count) {
        if (limit == null) {
            return count;
        }
        if (limit < 1) {
            throw new BadInput("--limit must be at least 1, was " + limit);
        }
        return Math.min(count, limit);
    }
}
