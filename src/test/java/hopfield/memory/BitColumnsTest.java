package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitColumnsTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 10, 4", "64, 70, 7", "65, 33, 33", "200, 65, 64", "129, 5, 100"})
    void blocksEqualTheDenseOuterProductsOnRaggedSizes(int patterns, int neurons, int side) {
        SplittableRandom random = new SplittableRandom(7);
        List<Pattern> stored = new ArrayList<>();
        int[][] dense = new int[neurons][neurons];
        int[] sum = new int[neurons];
        for (int p = 0; p < patterns; p++) {
            boolean[] up = new boolean[neurons];
            for (int i = 0; i < neurons; i++) {
                up[i] = random.nextInt(3) == 0;
            }
            stored.add(Pattern.of(up));
            for (int i = 0; i < neurons; i++) {
                sum[i] += up[i] ? 1 : -1;
                for (int j = 0; j < neurons; j++) {
                    dense[i][j] += up[i] == up[j] ? 1 : -1;
                }
            }
        }
        BitColumns columns = new BitColumns(stored, neurons);
        BlockGrid grid = new BlockGrid(neurons, side);

        assertThat(columns.whole().products()).isDeepEqualTo(dense);
        assertThat(columns.whole().sum()).containsExactly(sum);
        for (int block = 0; block < grid.blocks(); block++) {
            BlockGrid.Place place = grid.place(block);
            int[] products = columns.products(grid, place);
            int width = grid.size(place.column());
            assertThat(products).hasSize(grid.size(place.row()) * width);
            for (int k = 0; k < products.length; k++) {
                assertThat(products[k])
                        .isEqualTo(dense[grid.start(place.row()) + k / width][grid.start(place.column()) + k % width]);
            }
        }
    }

    @Test
    void theGridCountsBlocksOnAndAboveTheDiagonal() {
        BlockGrid grid = new BlockGrid(784, 256);

        assertThat(grid.rows()).isEqualTo(4);
        assertThat(grid.blocks()).isEqualTo(10);
        assertThat(grid.size(3)).isEqualTo(16);
        assertThat(grid.place(0)).isEqualTo(new BlockGrid.Place(0, 0));
        assertThat(grid.place(4)).isEqualTo(new BlockGrid.Place(1, 1));
        assertThat(grid.place(9)).isEqualTo(new BlockGrid.Place(3, 3));
    }

    @Test
    void aBlockLargerThanTheMatrixIsTheMatrix() {
        assertThat(new BlockGrid(784, Integer.MAX_VALUE)).isEqualTo(new BlockGrid(784, 784));
        assertThat(new BlockGrid(784, Integer.MAX_VALUE).blocks()).isEqualTo(1);
    }

    @Test
    void aPatternOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new BitColumns(List.of(Pattern.of(true), Pattern.of(true, false)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pattern 1 has 2 neurons, expected 1");
    }
}
