package hopfield.spark;

import hopfield.memory.Memory;
import hopfield.memory.Storkey;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Storkey's rule trains by distributing the weight rows, not the patterns: the fields of the patterns, which need one pattern
 * after the other, are computed on the driver and broadcast, and every task builds a range of rows from all of them.
 */
final class StorkeyTraining {
    /** Ranges for each task slot: late rows are longer than early ones. */
    private static final int RANGES_PER_SLOT = 4;

    private StorkeyTraining() {}

    /** A network's memory, its rows built over the cluster. */
    static Memory learn(JavaSparkContext spark, PatternSet patterns) {
        return Storkey.memory(patterns.size(), rows(spark, patterns, RANGES_PER_SLOT * spark.defaultParallelism()));
    }

    /** All rows of W below the diagonal, from any number of ranges. */
    static double[][] rows(JavaSparkContext spark, PatternSet patterns, int ranges) {
        Broadcast<PatternSet> stored = spark.broadcast(patterns);
        Broadcast<double[][]> fields = spark.broadcast(Storkey.fields(patterns));
        List<Tuple2<Integer, Integer>> cut = RowRanges.cut(patterns.neurons(), ranges);
        List<Tuple2<Integer, double[][]>> parts = new ArrayList<>(spark.parallelize(cut, cut.size())
                .map(range -> new Tuple2<>(range._1, Storkey.rows(stored.value(), fields.value(), range._1, range._2)))
                .collect());
        fields.destroy();
        stored.destroy();
        parts.sort(Comparator.comparing(Tuple2::_1));
        return parts.stream().flatMap(part -> List.of(part._2).stream()).toArray(double[][]::new);
    }
}
