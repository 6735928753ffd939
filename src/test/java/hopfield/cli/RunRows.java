package hopfield.cli;

import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * The rows of a run, recall by recall, and its images.
 *
 * @param images as --images names them
 */
record RunRows(List<Row> rows, String images) {
    /** The row of one recall of the run. */
    Row row(String rule, int load, String noise, int image, int trial) {
        return rows.stream()
                .filter(row -> row.getAs("rule").equals(rule)
                        && row.<Integer>getAs("patterns") == load
                        && noise.equals(row.getAs("noise") + " " + Shown.level(row.<Double>getAs("level"))))
                .filter(row -> row.<Integer>getAs("image") == image && row.<Integer>getAs("trial") == trial)
                .findFirst()
                .orElseThrow();
    }

    /** The images that a network of the run stores, each with its pixels. */
    Map<Integer, List<Boolean>> stored(String rule, int load, int network) {
        return rows.stream()
                .filter(row -> row.getAs("rule").equals(rule)
                        && row.<Integer>getAs("patterns") == load
                        && row.<Integer>getAs("network") == network
                        && row.<Boolean>getAs("stored"))
                .map(row -> row.<Integer>getAs("image"))
                .distinct()
                .collect(Collectors.toMap(image -> image, this::pixels));
    }

    /** An image of the run, read from its source. */
    Pattern pattern(int image) {
        ImageSource source = new Images(new HadoopFiles(new Configuration()), Map.of()).open(images, new Seed(1));
        return source.read(image, image + 1).next().pattern();
    }

    List<Boolean> pixels(int image) {
        Pattern pattern = pattern(image);
        return IntStream.range(0, pattern.neurons()).mapToObj(pattern::isUp).toList();
    }
}
