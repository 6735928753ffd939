package hopfield.spark;

import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple2;

/** Cuts the rows of a matrix into ranges, one a task. */
final class RowRanges {
    private RowRanges() {}

    /** Ranges from (inclusive) to until of about the same length, none empty. */
    static List<Tuple2<Integer, Integer>> cut(int rows, int ranges) {
        int count = Math.min(rows, ranges);
        return IntStream.range(0, count)
                .mapToObj(k -> new Tuple2<>(bound(rows, k, count), bound(rows, k + 1, count)))
                .toList();
    }

    private static int bound(int rows, int range, int ranges) {
        return (int) ((long) rows * range / ranges);
    }
}
