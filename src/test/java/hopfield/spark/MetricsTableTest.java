package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.Rule;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTableTest {
    private static final Rule RULE = Rule.of("dense:3");

    @TempDir
    private Path folder;

    /** 1,800 recalls, which are one task: a task has at least a thousand. */
    @BeforeEach
    void sweep() {
        SweepOptions options = new SweepOptions(
                List.of(RULE),
                List.of(5),
                Deck.Order.SHUFFLED,
                OptionalInt.of(1),
                SweepOptions.Probed.ALL,
                Swept.noises("flip=0,0.2", "gaussian=1"),
                false,
                Update.SYNC,
                0,
                KernelPolicy.AUTO,
                100,
                1,
                3,
                1024,
                OptionalLong.empty());
        Swept.run(folder, 2, 2, options, "digits:600");
    }

    @Test
    void aTaskWritesOneFile() {
        assertThat(files())
                .singleElement()
                .extracting(Path::getParent)
                .isEqualTo(folder.resolve("rule=dense%3A3/patterns=5"));
    }

    /** As DuckDB and Arrow read it: a reader that does not look at the names of folders. */
    @Test
    void aFileHasTheNoiseAsTextAndTheLevelAsANumber() throws IOException {
        org.apache.hadoop.fs.Path file =
                new org.apache.hadoop.fs.Path(files().get(0).toUri());

        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration()))) {
            PrimitiveType noise = column(reader, "noise");
            assertThat(noise.getLogicalTypeAnnotation()).isEqualTo(LogicalTypeAnnotation.stringType());
            assertThat(noise.isRepetition(Repetition.REQUIRED)).isTrue();
            assertThat(column(reader, "level").getPrimitiveTypeName()).isEqualTo(PrimitiveTypeName.DOUBLE);
            assertThat(column(reader, "level").isRepetition(Repetition.REQUIRED))
                    .isTrue();
            assertThat(reader.getFooter().getBlocks().get(0).getColumns())
                    .filteredOn(chunk -> chunk.getPath().toDotString().matches("noise|level"))
                    .hasSize(2)
                    .extracting(ColumnChunkMetaData::getEncodingStats)
                    .allMatch(pages -> pages.hasDictionaryPages() && !pages.hasNonDictionaryEncodedPages());
        }
        Map<String, Integer> rows = new TreeMap<>();
        try (ParquetReader<Group> reader =
                ParquetReader.builder(new GroupReadSupport(), file).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.merge(row.getString("noise", 0) + " " + row.getDouble("level", 0), 1, Integer::sum);
            }
        }
        assertThat(rows).isEqualTo(Map.of("flip 0.0", 600, "flip 0.2", 600, "gaussian 1.0", 600));
    }

    @Test
    void sparkFindsTheSameColumnsByItself() throws IOException {
        try (SparkSession session = TestSpark.session(2, 2)) {
            Dataset<Row> found = session.read().parquet(folder.toString());

            assertThat(found.columns()).containsExactly(MetricsTable.SCHEMA.fieldNames());
            assertThat(found.schema().fields())
                    .extracting(StructField::dataType)
                    .isEqualTo(Arrays.stream(MetricsTable.SCHEMA.fields())
                            .map(StructField::dataType)
                            .toList());
            assertThat(found.select("rule", "patterns").distinct().collectAsList())
                    .containsExactly(RowFactory.create(RULE.label(), 5));
        }
    }

    private static PrimitiveType column(ParquetFileReader reader, String name) {
        return reader.getFileMetaData().getSchema().getType(name).asPrimitiveType();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".parquet")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
