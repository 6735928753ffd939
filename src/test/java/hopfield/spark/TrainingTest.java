package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.RandomPatterns;
import hopfield.memory.Rule;
import hopfield.memory.Storkey;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.dynamics.KernelPolicy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    private static final int NEURONS = 61;

    /** Patterns that tasks have read; they run in this JVM. */
    private static final AtomicInteger READ = new AtomicInteger();

    private static SparkSession session;
    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        session = TestSpark.session(2, 3);
        spark = TestSpark.context(session);
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 61, 500})
    void storkeyRowsAreTheSameBitsFromAnyRanges(int ranges) {
        PatternSet stored = RandomPatterns.of(20, NEURONS, 1);

        assertThat(StorkeyTraining.rows(spark, stored, ranges))
                .isDeepEqualTo(Storkey.rows(stored, Storkey.fields(stored), 0, NEURONS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 500})
    void theGramMatrixIsTheSameFromAnyRanges(int ranges) {
        PatternSet stored = RandomPatterns.of(20, NEURONS, 4);

        int[][] gram = GramMatrix.of(spark, stored, ranges);

        for (int mu = 0; mu < 20; mu++) {
            for (int nu = 0; nu < 20; nu++) {
                assertThat(gram[mu][nu]).isEqualTo(2 * stored.pattern(mu).agreeing(stored.pattern(nu)) - NEURONS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hebbian, 90",
        "centred, 90",
        "storkey, 5",
        "storkey, 90",
        "projection, 30",
        "projection, 31",
        "projection, 90"
    })
    void theClusterLearnsTheWeightsThatOnePlaceDoes(Rule rule, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, NEURONS, 2);
        Memory expected = rule.learn(stored, Form.WEIGHTS);
        Training training = training(stored, patterns(stored));

        assertThat(training.form(rule)).isEqualTo(Form.WEIGHTS);
        Memory memory = training.memory(rule);

        assertThat(memory.rule()).isEqualTo(rule);
        assertThat(memory.scale()).isEqualTo(expected.scale());
        assertThat(memory.threshold()).containsExactly(expected.threshold());
        assertThat(((Weights.Narrow) memory.weights()).rows())
                .isDeepEqualTo(((Weights.Narrow) expected.weights()).rows());
    }

    @Test
    void outerProductsAreSummedOnceAndOnlyForRulesThatNeedThem() {
        PatternSet stored = RandomPatterns.of(90, NEURONS, 3);
        READ.set(0);
        Training training = training(stored, patterns(stored).map(TrainingTest::counted));

        for (String rule : List.of("storkey", "dense:30", "modern:61", "nearest")) {
            assertThat(training.memory(Rule.of(rule)).patterns()).isEqualTo(90);
        }
        assertThat(READ).hasValue(0);
        for (Rule rule : List.of(Rule.HEBBIAN, Rule.CENTRED, Rule.PROJECTION)) {
            assertThat(training.memory(rule).patterns()).isEqualTo(90);
        }
        assertThat(READ).hasValue(90);
    }

    private static Pattern counted(Pattern pattern) {
        READ.incrementAndGet();
        return pattern;
    }

    private static JavaRDD<Pattern> patterns(PatternSet stored) {
        return spark.parallelize(
                IntStream.range(0, stored.size()).mapToObj(stored::pattern).toList(), 4);
    }

    private static Training training(PatternSet stored, JavaRDD<Pattern> patterns) {
        return new Training(
                spark, new Placement(KernelPolicy.JAVA, Long.MAX_VALUE), new BlockGrid(NEURONS, 16), patterns, stored);
    }
}
