package hopfield.spark;

import hopfield.memory.BlockGrid;
import hopfield.memory.OuterProductSums;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.mllib.linalg.DenseMatrix;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.distributed.BlockMatrix;
import scala.Tuple2;

/**
 * The sum of the patterns' outer products, cut into blocks and spread over the cluster.
 *
 * @param grid the cut
 * @param blocks entries of each block on or above the diagonal, row by row, by number; under the number after the last, the
 *     patterns' sum and count
 */
public record OuterProductBlocks(BlockGrid grid, JavaPairRDD<Integer, int[]> blocks) {

    /** The patterns' sum: N integers. */
    int[] sums() {
        return Arrays.copyOf(blocks.lookup(grid.blocks()).get(0), grid.neurons());
    }

    /** The whole of it on the driver: N x N integers, for a network whose weights are broadcast. */
    public OuterProductSums collect() {
        int n = grid.neurons();
        int[][] products = new int[n][n];
        int[] sums = new int[n + 1];
        for (Tuple2<Integer, int[]> block : blocks.collect()) {
            if (block._1 == grid.blocks()) {
                sums = block._2;
            } else {
                place(block._2, grid.place(block._1), products);
            }
        }
        return new OuterProductSums(sums[n], Arrays.copyOf(sums, n), products);
    }

    private void place(int[] block, BlockGrid.Place place, int[][] products) {
        int top = grid.start(place.row());
        int left = grid.start(place.column());
        int width = grid.size(place.column());
        for (int i = 0; i < grid.size(place.row()); i++) {
            System.arraycopy(block, i * width, products[top + i], left, width);
            for (int j = 0; j < width; j++) {
                products[left + j][top + i] = block[i * width + j];
            }
        }
    }

    /** The Hebbian weights W = (1/N) sum x x^T with a zero diagonal, as MLlib's distributed matrix. */
    public BlockMatrix hebbianWeights() {
        BlockGrid cut = grid;
        JavaPairRDD<Tuple2<Object, Object>, Matrix> matrices = blocks.filter(block -> block._1 < cut.blocks())
                .flatMapToPair(block -> {
                    BlockGrid.Place place = cut.place(block._1);
                    Matrix matrix = weights(block._2, place, cut);
                    Tuple2<Tuple2<Object, Object>, Matrix> upper = entry(place.row(), place.column(), matrix);
                    return place.row() == place.column()
                            ? Stream.of(upper).iterator()
                            : Stream.of(upper, entry(place.column(), place.row(), matrix.transpose()))
                                    .iterator();
                });
        return new BlockMatrix(matrices.rdd(), grid.side(), grid.side(), grid.neurons(), grid.neurons());
    }

    private static Tuple2<Tuple2<Object, Object>, Matrix> entry(int row, int column, Matrix matrix) {
        return new Tuple2<>(new Tuple2<>(row, column), matrix);
    }

    private static Matrix weights(int[] block, BlockGrid.Place place, BlockGrid grid) {
        int rows = grid.size(place.row());
        int columns = grid.size(place.column());
        double[] values = new double[block.length];
        for (int k = 0; k < block.length; k++) {
            values[k] = (double) block[k] / grid.neurons();
        }
        if (place.row() == place.column()) {
            for (int i = 0; i < rows; i++) {
                values[i * columns + i] = 0;
            }
        }
        return new DenseMatrix(rows, columns, values, true);
    }
}
