package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
    @ParameterizedTest
    @CsvSource({
        "'local-cluster[2,3,1536]', 2, 3, 1536",
        "'spark://host:7077', 5, 4, 1536",
        "yarn, 5, 4, 1536",
    })
    void executorsAreWhatTheConfigurationSays(String master, int executors, int cores, long megabytes) {
        Cluster cluster = Cluster.of(new SparkConf(false)
                .set("spark.master", master)
                .set("spark.executor.memory", "1536m")
                .set("spark.executor.instances", "5")
                .set("spark.executor.cores", "4"));

        assertThat(cluster).isEqualTo(new Cluster(master, executors, cores, megabytes << 20));
        assertThat(cluster.slots()).isEqualTo(executors * cores);
        assertThat(cluster.broadcastLimit()).isEqualTo((megabytes << 20) / 8);
        assertThat(cluster.memoryOption()).isEqualTo("--executor-memory");
    }

    /** As Spark reads it; in bytes every weight matrix would stay in place. */
    @ParameterizedTest
    @ValueSource(strings = {"2048", "2048m", "2g", "2097152k"})
    void memoryWithoutAUnitIsInMegabytes(String memory) {
        SparkConf conf = new SparkConf(false).set("spark.master", "yarn").set("spark.executor.memory", memory);

        assertThat(Cluster.of(conf).memory()).isEqualTo(2L << 30);
    }

    @ParameterizedTest
    @CsvSource({"local, 1", "'local[3]', 3", "'local[5,2]', 5", "'local[4, 2]', 4"})
    void locallyTheDriverIsTheOnlyExecutor(String master, int cores) {
        Cluster cluster =
                Cluster.of(new SparkConf(false).set("spark.master", master).set("spark.executor.memory", "1m"));

        assertThat(cluster)
                .isEqualTo(new Cluster(master, 1, cores, Runtime.getRuntime().maxMemory()));
        assertThat(cluster.memoryOption()).isEqualTo("--driver-memory");
    }

    @Test
    void aResourceManagerGivesTwoExecutorsOfOneGigabyteUnlessAsked() {
        assertThat(Cluster.of(new SparkConf(false).set("spark.master", "yarn")))
                .isEqualTo(new Cluster("yarn", 2, 1, 1L << 30));
    }
}
