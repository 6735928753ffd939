package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.junit.jupiter.api.Test;

class LevelFilesTest {
    private final List<Integer> closed = new ArrayList<>();

    @Test
    void everyFileIsClosedThoughSomeFail() {
        assertThatThrownBy(() -> LevelFiles.closeAll(files(5, List.of(1, 3)).iterator(), null))
                .isInstanceOf(IOException.class)
                .hasMessage("file 1")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .isInstanceOf(IOException.class)
                        .extracting(Throwable::getMessage)
                        .isEqualTo("file 3"));

        assertThat(closed).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void filesThatCloseThrowNothing() throws Exception {
        LevelFiles.closeAll(files(3, List.of()).iterator(), null);

        assertThat(closed).containsExactly(0, 1, 2);
    }

    private List<RecordWriter<Void, String>> files(int count, List<Integer> failing) {
        return IntStream.range(0, count)
                .<RecordWriter<Void, String>>mapToObj(number -> new RecordWriter<>() {
                    @Override
                    public void write(Void key, String value) {}

                    @Override
                    public void close(TaskAttemptContext task) throws IOException {
                        closed.add(number);
                        if (failing.contains(number)) {
                            throw new IOException("file " + number);
                        }
                    }
                })
                .toList();
    }
}
