package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.PropertiesDefaultProvider;

/** A properties file that gives options their values, by their long names; the command line overrides it. */
final class ConfigFile {
    private static final Set<String> NOT_IN_A_FILE = Set.of("config", "help", "version");

    /** Finds --config among options that are none of its business. */
    @Command(name = "sweep")
    private static final class Finder {
        @Option(names = "--config", paramLabel = "FILE")
        private String path;
    }

    private ConfigFile() {}

    /**
     * Makes the file that the arguments name, if they do, the default of the options of every command that takes it.
     *
     * @throws BadInput if it cannot be read or sets an option that does not exist
     */
    static void applyTo(CommandLine line, String... args) {
        Finder finder = new Finder();
        new CommandLine(finder)
                .setUnmatchedArgumentsAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .parseArgs(args);
        if (finder.path != null) {
            Properties properties = read(finder.path);
            for (CommandLine command : line.getSubcommands().values()) {
                if (command.getCommandSpec().findOption("--config") != null) {
                    applyTo(command, properties, finder.path);
                }
            }
        }
    }

    static void applyTo(CommandLine command, Properties properties, String origin) {
        Set<String> known = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            known.add(option.longestName().substring(2));
        }
        known.removeAll(NOT_IN_A_FILE);
        for (String key : properties.stringPropertyNames()) {
            if (!known.contains(key)) {
                throw new BadInput(origin + " sets '" + key + "', which is not an option of " + command.getCommandName()
                        + "; expected among " + String.join(", ", known));
            }
        }
        command.setDefaultValueProvider(new PropertiesDefaultProvider(properties));
    }

    private static Properties read(String path) {
        HadoopFiles files = new HadoopFiles(new Configuration());
        Path file = files.path("--config", path);
        try (InputStream in = files.of(file).open(file)) {
            return read(in);
        } catch (FileNotFoundException e) {
            throw new BadInput("--config " + path + " does not exist", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("--config " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    static Properties read(InputStream in) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
