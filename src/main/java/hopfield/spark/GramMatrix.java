package hopfield.spark;

import hopfield.memory.Projection;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** X X^T over the cluster: the packed patterns are broadcast, every task makes a range of rows. Whole numbers, P x P of them. */
final class GramMatrix {
    private GramMatrix() {}

    /** All rows, from any number of ranges. */
    static int[][] of(JavaSparkContext spark, PatternSet patterns, int ranges) {
        Broadcast<PatternSet> stored = spark.broadcast(patterns);
        List<Tuple2<Integer, Integer>> cut = RowRanges.cut(patterns.size(), ranges);
        List<Tuple2<Integer, int[][]>> parts = new ArrayList<>(spark.parallelize(cut, cut.size())
                .map(range -> new Tuple2<>(range._1, Projection.gramRows(stored.value(), range._1, range._2)))
                .collect());
        stored.destroy();
        parts.sort(Comparator.comparing(Tuple2::_1));
        return parts.stream().flatMap(part -> List.of(part._2).stream()).toArray(int[][]::new);
    }
}
