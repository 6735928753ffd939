package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Published examples of SSIM, in the window of the paper: 11 x 11, Gaussian with a deviation of 1.5, variances not corrected. They
 * hold the formula of {@link PrintedSimilarity}, which {@link StructuralSimilarityTest} holds {@link StructuralSimilarity} to in
 * its own window; of that window we know no published example.
 */
class PublishedSimilarityTest {
    private static final int SIDE = 11;
    private static final int RADIUS = SIDE / 2;

    /** Both are by double-precision code, in another order of sums. */
    private static final double ROUNDING = 1e-12;

    /**
     * ImageQualityIndexes.jl, test/ssim.jl with test/references/SSIM_2d_Gray.txt: rows of white, white, black beside white,
     * black, white. A window at every pixel, the picture mirrored beyond its border.
     */
    @Test
    void stripesOfTwoValuesHaveTheSimilarityPublishedWithImageQualityIndexes() {
        IntBinaryOperator x = (r, c) -> r == 2 ? 0 : 1;
        IntBinaryOperator y = (r, c) -> r == 1 ? 0 : 1;

        double sum = 0;
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                sum += similarity(mirrored(x, 3), mirrored(y, 3), r, c, 1);
            }
        }

        assertThat(sum / 9).isEqualTo(-.49161434543963867, within(ROUNDING));
    }

    /**
     * imglib2-algorithm, SSIMTest.testToySample, which has it from scikit-image's {@code structural_similarity(r, p,
     * gaussian_weights=True, use_sample_covariance=False, sigma=1.5, data_range=255)}: a ramp i beside i + j, 32 x 32 pixels.
     * The windows that lie wholly within.
     */
    @Test
    void rampsHaveTheSimilarityPublishedWithImgLib() {
        int windows = 32 - SIDE + 1;

        double sum = 0;
        for (int r = RADIUS; r < RADIUS + windows; r++) {
            for (int c = RADIUS; c < RADIUS + windows; c++) {
                sum += similarity((i, j) -> i, (i, j) -> i + j, r, c, 255);
            }
        }

        assertThat(sum / windows / windows).isEqualTo(.7433402662472663, within(ROUNDING));
    }

    private static double similarity(IntBinaryOperator x, IntBinaryOperator y, int row, int column, double range) {
        DoubleUnaryOperator gaussian = d -> Math.exp(-d * d / (2 * 1.5 * 1.5));
        double total = 0;
        for (int d = -RADIUS; d <= RADIUS; d++) {
            total += gaussian.applyAsDouble(d);
        }
        double[] u = new double[SIDE * SIDE];
        double[] v = new double[SIDE * SIDE];
        double[] weights = new double[SIDE * SIDE];
        for (int i = 0; i < u.length; i++) {
            int down = i / SIDE - RADIUS;
            int across = i % SIDE - RADIUS;
            u[i] = x.applyAsInt(row + down, column + across);
            v[i] = y.applyAsInt(row + down, column + across);
            weights[i] = gaussian.applyAsDouble(down) * gaussian.applyAsDouble(across) / total / total;
        }
        return PrintedSimilarity.ofWindow(u, v, weights, 1, range);
    }

    /** Beyond its border a picture goes on backwards, its outermost pixels twice: d c b a | a b c d | d c b a. */
    private static IntBinaryOperator mirrored(IntBinaryOperator picture, int side) {
        return (r, c) -> picture.applyAsInt(mirrored(r, side), mirrored(c, side));
    }

    private static int mirrored(int at, int side) {
        int within = Math.floorMod(at, 2 * side);
        return within < side ? within : 2 * side - 1 - within;
    }
}
