package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.PropertiesDefaultProvider;

/** A properties file that gives options their values, by their long names; the command line overrides it. */
final class ConfigFile {
    private static final Set<String> NOT_IN_A_FILE = Set.of("config");

    /** Finds --config among options that are none of its business. */
    @Command
    private static final class Finder {
        @Option(names = "--config", paramLabel = "FILE")
        private String path;
    }

    private static final int MOST_BYTES = 1 << 20;

    private ConfigFile() {}

    /**
     * Makes the file that the arguments name, if they do, the default of the options of the command that they name.
     *
     * @return the file's path, as it was given
     * @throws BadInput if it cannot be read or sets an option that does not exist
     */
    static Optional<String> applyTo(CommandLine line, String... args) {
        Optional<CommandLine> command = IntStream.range(0, args.length)
                .filter(k -> line.getSubcommands().containsKey(args[k]))
                .mapToObj(k -> named(line, args, k))
                .findFirst()
                .filter(named -> named.getCommandSpec().findOption("--config") != null);
        if (command.isEmpty()) {
            return Optional.empty();
        }
        Finder finder = new Finder();
        new CommandLine(finder)
                .setCommandName(command.get().getCommandName())
                .setUnmatchedArgumentsAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .parseArgs(args);
        if (finder.path != null) {
            applyTo(command.get(), read(finder.path), finder.path);
        }
        return Optional.ofNullable(finder.path);
    }

    /** The command that an argument names, or the one of its own that the next one does. */
    private static CommandLine named(CommandLine line, String[] args, int k) {
        CommandLine command = line.getSubcommands().get(args[k]);
        return k + 1 < args.length ? command.getSubcommands().getOrDefault(args[k + 1], command) : command;
    }

    static void applyTo(CommandLine command, Properties properties, String origin) {
        Set<String> known = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                known.add(option.longestName().substring(2));
            }
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
        HadoopFiles files = new HadoopFiles(Sessions.hadoop());
        Path file = files.path("--config", path);
        try (InputStream in = files.of(file).open(file)) {
            return read(in, path);
        } catch (FileNotFoundException e) {
            throw new BadInput("--config " + path + " does not exist, or is a folder; pass a properties file", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput(
                    "--config " + path + " cannot be read: " + HadoopFiles.reason(e) + "; pass a properties file", e);
        }
    }

    /**
     * The properties of a file.
     *
     * @param origin its name, for messages
     * @throws BadInput if it is larger than such a file can be, or sets an option twice
     * @throws IllegalArgumentException if it is not such a file
     */
    static Properties read(InputStream in, String origin) throws IOException {
        byte[] text = in.readNBytes(MOST_BYTES + 1);
        if (text.length > MOST_BYTES) {
            throw new BadInput(
                    origin + " has more than " + MOST_BYTES + " bytes, expected a properties file; pass another");
        }
        Properties properties = new EachOnce(origin);
        properties.load(new StringReader(new String(text, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "")));
        return properties;
    }

    /** Properties that do not forget what a later line would have replaced. */
    private static final class EachOnce extends Properties {
        private static final long serialVersionUID = 1;

        private final String origin;

        EachOnce(String origin) {
            this.origin = origin;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new BadInput(origin + " sets '" + key + "' twice; set it once");
            }
            return super.put(key, value);
        }
    }
}
