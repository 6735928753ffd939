package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.memory.BitColumns;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.noise.Corruption;
import hopfield.noise.GaussianAnalog;
import hopfield.pattern.AnalogPattern;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.field.LocalFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalogRecallTest {
    private static final int LIMIT = 100;

    @ParameterizedTest
    @CsvSource({"hebbian, 1", "hebbian, 9", "hebbian, 40", "centred, 1", "centred, 4", "centred, 9", "centred, 40"})
    void analogRecallEqualsALiteralOneInEveryForm(Rule rule, int patterns) {
        int n = 65;
        List<Pattern> stored = RandomPatterns.of(patterns, n, 11);
        Memory narrow = rule.learn(RandomPatterns.set(stored), Form.WEIGHTS);
        Memory wide = Widened.of(narrow);
        List<Cue> cues = new ArrayList<>();
        for (double sigma : new double[] {0, .5, 1, 3, 50}) {
            for (int image = 0; image < 30; image++) {
                cues.add(cue(stored.get(image % patterns), sigma, image));
            }
        }
        cues.add(new Cue(stored.get(0), new Seed(0)));

        for (Memory form : List.of(narrow, wide, rule.learn(RandomPatterns.set(stored), Form.PATTERNS))) {
            for (int limit : new int[] {1, 2, LIMIT}) {
                Dynamics dynamics = Update.SYNC.dynamics(form, KernelPolicy.JAVA, limit);
                List<RecallResult> recalled = dynamics.recall(cues);
                for (int c = 0; c < cues.size(); c++) {
                    RecallResult literal = LiteralRecall.of(narrow, cues.get(c), limit);
                    assertThat(recalled.get(c).state()).isEqualTo(literal.state());
                    assertThat(recalled.get(c).outcome()).isEqualTo(literal.outcome());
                    assertThat(recalled.get(c).steps()).isEqualTo(literal.steps());
                }
                assertThat(dynamics.recall(cues.subList(7, 8)).get(0)).isEqualTo(recalled.get(7));
            }
        }
    }

    /** sign sum_mu x_mu F'(m_mu) with the real overlaps m of the cue, in plain doubles; then ordinary steps. */
    @ParameterizedTest
    @CsvSource({"dense:2", "dense:5", "dense:30", "modern:3", "modern:784", "nearest"})
    void rulesWithoutWeightsTakeTheRealOverlapsOfTheCue(Rule rule) {
        int n = 65;
        List<Pattern> stored = RandomPatterns.of(9, n, 12);
        Memory memory = rule.learn(RandomPatterns.set(stored), Form.PATTERNS);
        Dynamics first = Update.SYNC.dynamics(memory, KernelPolicy.AUTO, 1);
        Dynamics toItsEnd = Update.SYNC.dynamics(memory, KernelPolicy.AUTO, LIMIT);
        int otherThanTheSigns = 0;
        for (double sigma : new double[] {0, .5, 1, 3}) {
            for (int image = 0; image < 30; image++) {
                Cue cue = cue(stored.get(image % 9), sigma, image);
                Pattern stepped = literalStep(rule.label(), stored, cue);

                assertThat(first.recall(List.of(cue)).get(0).state()).isEqualTo(stepped);
                assertThat(toItsEnd.recall(List.of(cue)).get(0).state())
                        .isEqualTo(toItsEnd.recall(List.of(new Cue(stepped, new Seed(0))))
                                .get(0)
                                .state());
                otherThanTheSigns += first.recall(List.of(new Cue(cue.state(), new Seed(0))))
                                .get(0)
                                .state()
                                .equals(stepped)
                        ? 0
                        : 1;
            }
        }
        assertThat(otherThanTheSigns).isPositive();
    }

    private static Pattern literalStep(String rule, List<Pattern> stored, Cue cue) {
        double[] values = cue.analog().orElseThrow().values();
        double[] overlaps = new double[stored.size()];
        for (int mu = 0; mu < overlaps.length; mu++) {
            for (int i = 0; i < values.length; i++) {
                overlaps[mu] += (stored.get(mu).isUp(i) ? values[i] : -values[i]) / values.length;
            }
        }
        double largest = Arrays.stream(overlaps).max().orElseThrow();
        double argument = rule.contains(":") ? Double.parseDouble(rule.split(":")[1]) : 0;
        boolean[] up = new boolean[values.length];
        for (int i = 0; i < up.length; i++) {
            double field = 0;
            for (int mu = 0; mu < overlaps.length; mu++) {
                double weight = rule.startsWith("dense")
                        ? Math.pow(overlaps[mu] / largest, argument - 1)
                        : rule.startsWith("modern")
                                ? Math.exp(argument * (overlaps[mu] - largest))
                                : overlaps[mu] == largest ? 1 : 0;
                field += stored.get(mu).isUp(i) ? weight : -weight;
            }
            up[i] = field > 0;
        }
        return Pattern.of(up);
    }

    /** P beyond 23,080 / sqrt(N), whose fields are wider than an int; the literal ones of every 97th neuron, in doubles. */
    @Test
    void aWideProjectionTakesRealValuesToo() {
        int n = 10_000;
        int p = 240;
        List<Pattern> stored = RandomPatterns.of(p, n, 13);
        Memory memory = Rule.PROJECTION.learn(RandomPatterns.set(stored), Form.PATTERNS);
        assertThat(((Weights.Projector) memory.weights()).fitsInt()).isFalse();
        RealMatrix patterns = new Array2DRowRealMatrix(p, n);
        for (int mu = 0; mu < p; mu++) {
            for (int i = 0; i < n; i++) {
                patterns.setEntry(mu, i, stored.get(mu).isUp(i) ? 1 : -1);
            }
        }
        RealMatrix gram = new Array2DRowRealMatrix(p, p);
        for (int mu = 0; mu < p; mu++) {
            for (int nu = 0; nu < p; nu++) {
                gram.setEntry(mu, nu, Math.rint(n * stored.get(mu).overlap(stored.get(nu))));
            }
        }
        RealMatrix inverse = new CholeskyDecomposition(gram).getSolver().getInverse();
        List<Cue> cues = List.of(cue(stored.get(0), 3, 0), cue(stored.get(1), 9, 1), cue(stored.get(2), 1e4, 2));

        List<RecallResult> stepped =
                Update.SYNC.dynamics(memory, KernelPolicy.JAVA, 1).recall(cues);

        for (int c = 0; c < cues.size(); c++) {
            double[] values = cues.get(c).analog().orElseThrow().values();
            double[] coefficients = inverse.operate(patterns.operate(values));
            for (int i = 0; i < n; i += 97) {
                double[] column = patterns.getColumn(i);
                double own = new ArrayRealVector(column).dotProduct(inverse.operate(new ArrayRealVector(column)));
                double field =
                        new ArrayRealVector(column).dotProduct(new ArrayRealVector(coefficients)) - own * values[i];
                assertThat(stepped.get(c).state().isUp(i)).as("%d of %d", i, c).isEqualTo(field > 0);
            }
        }
    }

    @Test
    void everyFormSumsTheSameFieldsToTheLastBit() {
        int n = 130;
        List<Pattern> stored = RandomPatterns.of(12, n, 21);
        Memory narrow = Rule.CENTRED.learn(new BitColumns(stored, n).whole());
        Memory wide = Widened.of(narrow);
        double[][] values = Stream.of(.5, 3.0, 1e4)
                .map(sigma ->
                        cue(stored.get(0), sigma, 5).analog().orElseThrow().values())
                .toArray(double[][]::new);

        double[][] fields = LocalFields.of(narrow).fieldsOf(values);

        assertThat(LocalFields.of(wide).fieldsOf(values)).isDeepEqualTo(fields);
        assertThat(LocalFields.of(Rule.CENTRED.learn(RandomPatterns.set(stored), Form.PATTERNS))
                        .fieldsOf(values))
                .isDeepEqualTo(fields);
    }

    /** Signal 1 against noise of sigma / sqrt(N) = .03 an overlap: no pixel is in doubt, though 37 % of the signs are wrong. */
    @Test
    void noiseThreeTimesAsStrongAsThePixelsIsGoneAfterOneStep() {
        Shape shape = new Shape(100, 100);
        for (List<Pattern> stored : List.of(RandomPatterns.of(3, shape.neurons(), 31), icons(shape))) {
            Memory memory = Rule.HEBBIAN.learn(RandomPatterns.set(stored), Form.PATTERNS);
            Dynamics oneStep = Update.SYNC.dynamics(memory, KernelPolicy.AUTO, 1);
            Dynamics toItsEnd = Update.SYNC.dynamics(memory, KernelPolicy.AUTO, LIMIT);
            for (int image = 0; image < 3; image++) {
                Pattern pattern = stored.get(image);
                for (int trial = 0; trial < 10; trial++) {
                    Cue cue = cue(pattern, 3, 10 * image + trial);
                    assertThat(cue.state().overlap(pattern)).isBetween(.2, .3);
                    assertThat(oneStep.recall(List.of(cue)).get(0).state()).isEqualTo(pattern);
                    RecallResult end = toItsEnd.recall(List.of(cue)).get(0);
                    assertThat(end.state()).isEqualTo(pattern);
                    assertThat(end.outcome()).isEqualTo(Outcome.FIXED_POINT);
                    assertThat(end.steps()).isEqualTo(2);
                }
            }
        }
    }

    /** W_ij = 1 everywhere off the diagonal, so that F_0 = v_1 + v_2 and so on; F_2 of the first cue is zero. */
    @Test
    void cuesOfTheSameSignsButOtherValuesMayEndApart() {
        Pattern all = Pattern.of(true, true, true);
        Pattern signs = Pattern.of(true, false, true);

        List<RecallResult> ends = Update.SYNC
                .dynamics(Rule.HEBBIAN.learn(RandomPatterns.set(List.of(all)), Form.PATTERNS), KernelPolicy.JAVA, 1)
                .recall(List.of(analog(signs, 1, -1, 2), analog(signs, 1, -2, 1)));

        assertThat(ends).extracting(RecallResult::state).containsExactly(all, signs.inverse());
        assertThat(ends).extracting(RecallResult::steps).containsOnly(1);
        assertThat(ends).extracting(RecallResult::outcome).containsOnly(Outcome.STEP_LIMIT);
    }

    @Test
    void whereAFieldIsZeroTheSignOfTheValueStays() {
        List<Pattern> stored = List.of(Pattern.of(true, true), Pattern.of(true, false));
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(stored, 2).whole());
        Pattern signs = Pattern.of(false, true);

        RecallResult end = Update.SYNC
                .dynamics(memory, KernelPolicy.JAVA, LIMIT)
                .recall(List.of(analog(signs, -.5, .25)))
                .get(0);

        assertThat(end).isEqualTo(new RecallResult(signs, Outcome.FIXED_POINT, 2, 0));
    }

    @Test
    void analogCuesAreNeitherClampedNorUpdatedOneByOne() {
        Pattern signs = Pattern.of(false, true);
        Cue cue = analog(signs, -.5, .25);
        Memory memory = Rule.HEBBIAN.learn(RandomPatterns.set(List.of(signs)), Form.PATTERNS);

        assertThatThrownBy(() -> new Cue(signs, new Seed(0), Optional.of(signs), cue.analog()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an analog cue cannot be clamped");
        assertThatThrownBy(() ->
                        Update.ASYNC.dynamics(memory, KernelPolicy.JAVA, 9).recall(List.of(cue)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asynchronous updates have no step that takes an analog cue");
    }

    /** A disc, a triangle and bars: of about as much foreground as background, like a picture of an icon. */
    private static List<Pattern> icons(Shape shape) {
        boolean[][] up = new boolean[3][shape.neurons()];
        for (int i = 0; i < shape.neurons(); i++) {
            int x = i % shape.width();
            int y = i / shape.width();
            up[0][i] = (x - 50) * (x - 50) + (y - 50) * (y - 50) < 1600;
            up[1][i] = x < y;
            up[2][i] = x / 10 % 2 == 0;
        }
        return Stream.of(up).map(Pattern::of).toList();
    }

    private static Cue cue(Pattern pattern, double sigma, int image) {
        Shape shape = new Shape(pattern.neurons(), 1);
        Corruption made = new GaussianAnalog(sigma).cue(pattern, shape, new Seed(1), image, 0);
        return new Cue(made.state(), new Seed(0), made.known(), made.analog());
    }

    private static Cue analog(Pattern signs, double... values) {
        return new Cue(signs, new Seed(0), Optional.empty(), Optional.of(new AnalogPattern(values)));
    }
}
