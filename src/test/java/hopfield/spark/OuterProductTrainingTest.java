package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BitColumns;
import hopfield.memory.BlockGrid;
import hopfield.memory.OuterProductSums;
import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.DenseMatrix;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.distributed.BlockMatrix;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("numeric")
class OuterProductTrainingTest {
    private static SparkSession session;
    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        session = TestSpark.session(2, 2);
        spark = TestSpark.context(session);
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    @Test
    void weightsOfSeventyThousandDigitsAreTheSameFromAnyPartitionsAndBlocks() {
        ImageSource mnist = TestImages.mnist();
        List<Pattern> all = patterns(mnist);
        OuterProductSums expected = new BitColumns(all, mnist.neurons()).whole();
        assertThat(all).hasSize(70_000);
        assertThat(expected.products()[300][300]).isEqualTo(70_000);

        for (int partitions : new int[] {1, 2, 7, 64}) {
            JavaRDD<Pattern> dealt = spark.parallelize(all, partitions).cache();
            for (int side : new int[] {784, 256, 100}) {
                OuterProductSums sums = OuterProductTraining.sum(dealt, new BlockGrid(mnist.neurons(), side))
                        .collect();
                assertThat(sums.patterns()).isEqualTo(70_000);
                assertThat(sums.sum()).containsExactly(expected.sum());
                assertThat(sums.products()).isDeepEqualTo(expected.products());
            }
            dealt.unpersist();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 3, 1", "5, 10, 10, 2", "9, 33, 8, 4", "70, 65, 64, 3", "3, 7, 100, 8"})
    void raggedBlocksEqualTheDenseOracle(int count, int neurons, int side, int partitions) {
        List<Pattern> stored = patterns(TestImages.open("random:" + count + "x" + neurons, 1));

        OuterProductSums sums = OuterProductTraining.sum(
                        spark.parallelize(stored, partitions), new BlockGrid(neurons, side))
                .collect();

        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < neurons; j++) {
                int product = 0;
                for (Pattern x : stored) {
                    product += x.isUp(i) == x.isUp(j) ? 1 : -1;
                }
                assertThat(sums.products()[i][j]).isEqualTo(product);
            }
        }
        assertThat(sums.patterns()).isEqualTo(count);
    }

    @Test
    void theBlockMatrixIsTheHebbianWeightMatrix() {
        int neurons = 25;
        List<Pattern> stored = patterns(TestImages.open("random:7x" + neurons, 2));

        BlockMatrix matrix = OuterProductTraining.sum(spark.parallelize(stored, 3), new BlockGrid(neurons, 8))
                .hebbianWeights();
        matrix.validate();
        Matrix weights = matrix.toLocalMatrix();

        assertThat(matrix.numRows()).isEqualTo(neurons);
        assertThat(matrix.numColBlocks()).isEqualTo(4);
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < neurons; j++) {
                double expected = 0;
                for (Pattern x : stored) {
                    expected += i == j ? 0 : (x.isUp(i) == x.isUp(j) ? 1.0 : -1.0) / neurons;
                }
                assertThat(weights.apply(i, j)).isEqualTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void theBlockMatrixMultipliesAsMatricesDo() {
        int neurons = 10;
        List<Pattern> stored = patterns(TestImages.open("random:3x" + neurons, 3));
        BlockMatrix weights = OuterProductTraining.sum(spark.parallelize(stored, 2), new BlockGrid(neurons, 4))
                .hebbianWeights();

        Matrix square = weights.multiply(weights).toLocalMatrix();

        DenseMatrix local =
                new DenseMatrix(neurons, neurons, weights.toLocalMatrix().toArray());
        assertThat(square.toArray()).containsExactly(local.multiply(local).toArray(), within(1e-12));
    }

    private static List<Pattern> patterns(ImageSource source) {
        List<Pattern> patterns = new ArrayList<>();
        source.read(0, source.count()).forEachRemaining((Image image) -> patterns.add(image.pattern()));
        return patterns;
    }
}
