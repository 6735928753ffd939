package hopfield.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option's value as it stands after file and command line, by name: what reproduces a run. */
final class GivenOptions {
    private GivenOptions() {}

    static Map<String, Object> of(CommandSpec spec) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (OptionSpec option : spec.options()) {
            Object value = option.getValue();
            if (value != null
                    && !option.usageHelp()
                    && !option.versionHelp()
                    && !option.longestName().equals("--config")) {
                values.put(
                        option.longestName().substring(2),
                        value instanceof List<?> list
                                ? list.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(
                                                option.splitRegex().contains(";") ? "; " : ","))
                                : value instanceof Enum<?> name ? name.name().toLowerCase(Locale.ROOT) : value);
            }
        }
        return values;
    }
}
