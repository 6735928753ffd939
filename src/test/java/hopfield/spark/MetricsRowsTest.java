package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.noise.Flip;
import hopfield.pattern.Pattern;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.ValidatingRecordConsumer;
import org.apache.parquet.io.api.RecordConsumer;
import org.junit.jupiter.api.Test;

class MetricsRowsTest {
    /** Only what may be null is left out where there is no number; Parquet's own check knows what may. */
    @Test
    void aRequiredColumnIsWrittenEvenIfItIsNoNumber() {
        RecordConsumer file = mock(RecordConsumer.class);
        MetricsRows rows = new MetricsRows();
        rows.prepareForWrite(new ValidatingRecordConsumer(
                file, rows.init(new Configuration(false)).getSchema()));
        Pattern pattern = Pattern.of(false, true, true, false);
        Restoration restoration =
                Restoration.of(pattern, pattern, pattern, Double.NaN, new Restoration.Nearest(7, 1, 4, pattern));
        Probe.Task task = new Probe.Task(new Image(7, 1, pattern), 0, new Flip(0), 0, true);

        assertThatCode(() -> rows.write(new ScoredRecall(
                        0, task, restoration, new RecallResult(pattern, Outcome.CYCLE, 2, Double.NaN))))
                .doesNotThrowAnyException();

        verify(file).startField(eq("energy"), anyInt());
        verify(file).addFloat(Float.NaN);
        verify(file, never()).startField(eq("ssim"), anyInt());
    }
}
