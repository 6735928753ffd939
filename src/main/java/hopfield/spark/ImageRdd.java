package hopfield.spark;

import hopfield.image.Image;
import hopfield.image.ImageSource;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/** A deck of images over the cluster: each task opens the source and reads its own range of numbers. */
final class ImageRdd {
    /** The most images in one partition: what a task reads, and Spark caches or spills as one. */
    private static final int MOST_IMAGES = 50_000;

    /** The most bytes of their bits, where images are large. */
    private static final long MOST_BYTES = 1 << 26;

    private ImageRdd() {}

    private record Range(int from, int until) implements Serializable {}

    /** The first images of a source, in as many partitions as the cluster runs tasks at once, or more; cached. */
    static JavaRDD<Image> cached(JavaSparkContext spark, ImageSource source, int images) {
        return of(spark, source, images).persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** These images, read each time that they are gone through. */
    static JavaRDD<Image> of(JavaSparkContext spark, ImageSource source, int images) {
        int partitions =
                Math.min(images, Math.max(fewestPartitions(images, source.neurons()), spark.defaultParallelism()));
        List<Range> ranges = IntStream.range(0, partitions)
                .mapToObj(k -> new Range(bound(images, k, partitions), bound(images, k + 1, partitions)))
                .toList();
        // Within the tasks of every job that goes through the images, a folder's names would travel each time.
        Broadcast<ImageSource> everywhere = spark.broadcast(source);
        return spark.parallelize(ranges, partitions)
                .flatMap(range -> everywhere.value().read(range.from(), range.until()))
                .setName("images");
    }

    /** Partitions that so many images of so many pixels need at the least. */
    static int fewestPartitions(int images, int neurons) {
        long most = Math.max(1, Math.min(MOST_IMAGES, MOST_BYTES / (long) PackedBytes.ofPattern(neurons)));
        return (int) ((images + most - 1) / most);
    }

    private static int bound(int images, int part, int parts) {
        return (int) ((long) images * part / parts);
    }
}
