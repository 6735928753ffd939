package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OverlappedTest {
    /** What tasks touch, which run in this JVM. */
    private static CountDownLatch begun;

    private static CountDownLatch cancelled;

    private SparkSession session;
    private JavaSparkContext spark;

    @BeforeEach
    void start() {
        session = TestSpark.session(2, 2);
        spark = TestSpark.context(session);
        begun = new CountDownLatch(1);
        cancelled = new CountDownLatch(1);
    }

    @AfterEach
    void stop() {
        session.stop();
    }

    @Test
    void allItemsAreWorkedAtAndTwoTogether() {
        CountDownLatch both = new CountDownLatch(2);
        Set<Integer> sums = ConcurrentHashMap.newKeySet();

        Overlapped.run(spark, List.of(3, 1, 2), 2, item -> {
            both.countDown();
            await(both);
            sums.add(item + spark.parallelize(List.of(10, 20), 2).reduce(Integer::sum));
        });

        assertThat(sums).containsExactlyInAnyOrder(33, 31, 32);
    }

    /** The first item's job would wait for ever: only its cancellation interrupts it. */
    @Test
    @Timeout(120)
    void aLaterItemsFailureIsHeardAtOnceAndCancelsTheOthersJob() {
        assertThatThrownBy(() -> Overlapped.run(spark, List.of("waits", "fails"), 2, item -> {
                    if (item.equals("waits")) {
                        spark.parallelize(List.of(1), 1)
                                .map(one -> waitUntilCancelled())
                                .count();
                        return;
                    }
                    await(begun);
                    throw new BadInput("the second is refused");
                }))
                .isInstanceOf(BadInput.class)
                .hasMessage("the second is refused");

        await(cancelled);
        assertThat(spark.parallelize(List.of(1), 1).count())
                .as("jobs of others go on")
                .isEqualTo(1);
    }

    @Test
    @Timeout(120)
    void whatIsUnderWayHasEndedWhenAFailureIsHeard() {
        AtomicBoolean ended = new AtomicBoolean();
        assertThatThrownBy(() -> Overlapped.run(spark, List.of("tidies", "fails"), 2, item -> {
                    if (item.equals("fails")) {
                        await(begun);
                        throw new BadInput("the second is refused");
                    }
                    begun.countDown();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        LockSupport.parkNanos(300_000_000);
                        ended.set(true);
                    }
                }))
                .hasMessage("the second is refused");
        assertThat(ended).isTrue();
    }

    private static int waitUntilCancelled() throws InterruptedException {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            cancelled.countDown();
            throw e;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
