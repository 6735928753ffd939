package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightRangeTest {
    @Test
    void fieldsThatFitAnIntAreKeptIn32Bits() {
        assertThat(WeightRange.of(Integer.MAX_VALUE, 10)).isEqualTo(new WeightRange(false, 0));
        assertThat(WeightRange.of(1.0 + Integer.MAX_VALUE, 10)).isEqualTo(new WeightRange(true, 0));
    }

    @Test
    void onlyWhatADoubleDoesNotHoldIsRounded() {
        double exact = 1L << 53;

        assertThat(WeightRange.of(exact - 10, 10)).isEqualTo(new WeightRange(true, 0));
        assertThat(WeightRange.of(exact - 8, 10).surplusBits()).isPositive();
        for (double largest : new double[] {exact, exact * 1.5, exact * 2, exact * 100}) {
            int bits = WeightRange.of(largest, 10).surplusBits();
            assertThat((largest + 10) / (1L << bits)).isLessThan(exact).isGreaterThan(exact / 4);
        }
    }

    @Test
    void roundingGoesToTheNearestMultiple() {
        WeightRange range = new WeightRange(true, 3);

        assertThat(range.kept(11)).isEqualTo(1);
        assertThat(range.kept(12)).isEqualTo(2);
        assertThat(range.kept(-11)).isEqualTo(-1);
        assertThat(range.kept(-13)).isEqualTo(-2);
        assertThat(new WeightRange(true, 0).kept(-13)).isEqualTo(-13);
    }

    @Test
    void aMemoryInLargerUnitsHasTheSameFields() {
        Memory memory = Rule.CENTRED.learnInPlace(new ProductTotals(3, new int[] {1, -3, 1}, new long[] {1, 2, 3}));

        Memory inUnits = new WeightRange(true, 4).inUnits(memory);

        assertThat(inUnits.scale()).isEqualTo(memory.scale() * 16);
        assertThat(inUnits.threshold()[0]).isEqualTo(memory.threshold()[0] / 16);
    }
}
