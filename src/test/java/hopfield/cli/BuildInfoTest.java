package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells one build from another. */
class BuildInfoTest {
    @Test
    void aCommitSaysAllOfACleanBuild() {
        assertThat(built("abc", "false").identity()).isEqualTo("1.2 (abc)");
    }

    @ParameterizedTest
    @CsvSource({"abc, true, 1.2 (abc-dirty)", "unknown, false, 1.2 (unknown)"})
    void whereTheCommitDoesNotSayAllTheCodesChecksumDoes(String commit, String dirty, String known) {
        String identity = built(commit, dirty).identity();

        assertThat(identity).startsWith(known + ", SHA-256 ").matches(".* [0-9a-f]{64}");
        assertThat(built(commit, dirty).identity()).as("the same code").isEqualTo(identity);
    }

    private static BuildInfo built(String commit, String dirty) {
        Properties properties = new Properties();
        properties.setProperty("git.build.version", "1.2");
        properties.setProperty("git.commit.id", commit);
        properties.setProperty("git.dirty", dirty);
        return new BuildInfo(properties);
    }
}
