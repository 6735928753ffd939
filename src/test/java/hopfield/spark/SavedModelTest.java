package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.WeightRange;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;

class SavedModelTest {
    private static final Set<Integer> READERS = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    private TestModel model;
    private SparkSession session;

    @BeforeEach
    void start() {
        model = TestModel.in(folder);
        session = model.session();
    }

    @AfterEach
    void stop() {
        session.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "hebbian, 7, PATTERNS", "centred, 7, PATTERNS", "projection, 7, PATTERNS", "dense:30, 60, PATTERNS",
        "modern:20, 60, PATTERNS", "nearest, 60, PATTERNS", "hebbian, 40, WEIGHTS", "centred, 40, WEIGHTS",
        "projection, 40, WEIGHTS", "storkey, 7, WEIGHTS", "hebbian, 41, WEIGHTS", "centred, 41, WEIGHTS",
        "centred, 20001, WEIGHTS"
    })
    void whatIsReadIsWhatWasLearned(String name, int load, Form form) {
        Rule rule = Rule.of(name);
        ImageSource source = TestImages.open("random:" + Math.max(60, load) + "x70", 1);

        Train.Saved saved = model.train(rule, source, load, 32);
        SavedModel read = model.open();
        PatternSet stored = read.stored();
        Memory memory = read.memory(stored);

        Memory learned = rule.learn(stored, form);
        assertThat(saved.form()).isEqualTo(form);
        assertThat(stored.size()).isEqualTo(load);
        assertThat(stored.pattern(load - 1))
                .isEqualTo(source.read(load - 1, load).next().pattern());
        assertThat(memory.rule()).isEqualTo(rule);
        assertThat(memory.threshold()).isEqualTo(learned.threshold());
        assertThat(memory.scale()).isEqualTo(learned.scale());
        assertThat(memory.weights()).hasSameClassAs(learned.weights());
        if (learned.weights() instanceof Weights.Narrow narrow) {
            assertThat(((Weights.Narrow) memory.weights()).rows()).isDeepEqualTo(narrow.rows());
        } else if (learned.weights() instanceof Weights.Wide wide) {
            assertThat(((Weights.Wide) memory.weights()).rows()).isDeepEqualTo(wide.rows());
        }
    }

    /** Digits that remember which parts of a deck were read. */
    private record Watched(ImageSource digits) implements ImageSource {
        @Override
        public String name() {
            return digits.name();
        }

        @Override
        public int count() {
            return digits.count();
        }

        @Override
        public int width() {
            return digits.width();
        }

        @Override
        public int height() {
            return digits.height();
        }

        @Override
        public Iterator<Image> read(int from, int until) {
            READERS.add(TaskContext.getPartitionId());
            return digits.read(from, until);
        }

        @Override
        public Map<String, String> checksums() {
            return digits.checksums();
        }
    }

    @Test
    void aDeckIsReadByAsManyTasksAsItHasPartsThoughOneWritesThePatterns() {
        READERS.clear();

        model.train(Rule.CENTRED, new Watched(TestImages.open("digits:60", 3)), 60, 300);

        assertThat(READERS).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(folder.resolve("model/patterns")).isDirectoryContaining("glob:**/part-00000-*.parquet");
        assertThat(folder.resolve("model/patterns")).isDirectoryNotContaining("glob:**/part-00001-*.parquet");
    }

    @Test
    void weightsBeyondAnIntAreReadAsTheyWere() {
        double[][] rows = new double[50][50];
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = (i * 50 + j - 900) * 1e10;
                rows[j][i] = rows[i][j];
            }
        }
        BlockGrid grid = new BlockGrid(50, 16);
        String path = folder.resolve("wide").toString();

        WeightsTable.write(session, new Weights.Wide(rows), grid, path);

        Weights read = WeightsTable.read(session, List.of(path), grid, true);
        assertThat(((Weights.Wide) read).rows()).isDeepEqualTo(rows);
    }

    /** P = 3,000,001 and C_01 = 12,345: W_01 = P C_01 - S_0 S_1, rounded to a multiple of 2^5 and kept in that unit. */
    @Test
    void roundedWeightsGiveTheSumTheyWereMadeOf() {
        int p = 3_000_001;
        long weight = 12_345L * p + 1001L * 2001;
        long kept = new WeightRange(true, 5).kept(weight);
        Weights.InPlace centred = new Weights.InPlace(p, p, new int[] {1001, -2001}, 1);
        List<Row> rows =
                List.of(RowFactory.create(0, 0, new Long[] {0L, kept}), RowFactory.create(1, 0, new Long[] {kept, 0L}));
        String path = folder.resolve("weights").toString();
        WeightsTable.write(session, TestSpark.context(session).parallelize(rows), true, path);

        BlockGrid grid = new BlockGrid(2, 2);
        SavedProducts saved = new SavedProducts("model", grid, centred, 5);
        List<Tuple2<Integer, int[]>> blocks = saved.blocks(WeightsTable.rows(session, List.of(path), true))
                .blocks()
                .collect();

        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0)._2).containsExactly(p, 12_345, 12_345, p);
    }

    /** Files have the sums that their model tells, so that only a forged one has such a row. */
    @Test
    void weightsThatDoNotBeginWithABlockAreDamage() {
        Weights.InPlace hebbian = new Weights.InPlace(3, 1, new int[2], 1);
        String path = folder.resolve("weights").toString();
        List<Row> rows = List.of(RowFactory.create(0, -1, new Integer[] {0, 1}));
        WeightsTable.write(session, TestSpark.context(session).parallelize(rows), false, path);
        SavedProducts saved = new SavedProducts("model", new BlockGrid(2, 2), hebbian, 0);

        assertThatThrownBy(() -> saved.blocks(WeightsTable.rows(session, List.of(path), false))
                        .blocks()
                        .collect())
                .rootCause()
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "model is damaged: it has 2 weights of neuron 0 from -1, expected blocks of 2 of 2 neurons");
    }
}
