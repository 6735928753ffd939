package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopfield.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The keys of a configuration file. */
class ConfigFileTest {
    private static final String LISTED = "; expected among ";

    static Stream<Object> commands() {
        return Stream.of(
                new SweepCommand(),
                new TrainCommand(),
                new RestoreCommand(),
                new PlanCommand(),
                new PlanTrainCommand(),
                new FiniteSizeCommand());
    }

    private static void set(Object command, String key) {
        Properties properties = new Properties();
        properties.setProperty(key, "true");
        ConfigFile.applyTo(new CommandLine(command), properties, "FILE");
    }

    /** As the message says that names them all. */
    private static List<String> keys(Object command) {
        String message = catchThrowableOfType(BadInput.class, () -> set(command, "no-such-key"))
                .getMessage();
        return List.of(
                message.substring(message.indexOf(LISTED) + LISTED.length()).split(", "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whatOnlyACommandLineCanAskForIsNoKey(Object command) {
        for (String key : List.of("help", "version", "config")) {
            assertThatThrownBy(() -> set(command, key))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("FILE sets '" + key + "', which is not an option of ");
            assertThat(keys(command)).doesNotContain(key);
        }
    }

    @Test
    void theKeysOfASweepAreTheOptionsInTheReadme() throws IOException {
        List<String> options = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.startsWith("| option of `sweep` |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("| `--"))
                .map(line -> line.replaceFirst("^\\| `--([a-z-]+)`.*", "$1"))
                .filter(option -> !option.equals("config"))
                .toList();

        assertThat(keys(new SweepCommand())).containsExactlyInAnyOrderElementsOf(options);
        for (String key : options) {
            set(new SweepCommand(), key);
        }
    }

    /** As editors of Windows write it. */
    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
        byte[] file = "\uFEFFseed = 7\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(ConfigFile.read(new ByteArrayInputStream(file), "FILE")).containsExactly(Map.entry("seed", "7"));
    }
}
