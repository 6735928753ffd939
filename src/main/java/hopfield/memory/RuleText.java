package hopfield.memory;

import hopfield.BadInput;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules by name. */
final class RuleText {
    private static final List<Rule> PLAIN =
            List.of(Rule.HEBBIAN, Rule.CENTRED, Rule.STORKEY, Rule.PROJECTION, Rule.NEAREST);
    private static final List<Family> FAMILIES = List.of(
            new Family(
                    Dense.NAME,
                    "DEGREE",
                    "a degree, a whole number from " + Dense.LEAST + " to " + Dense.LARGEST + ", as in dense:30",
                    degree -> new Dense(Integer.parseInt(degree))),
            new Family(
                    Modern.NAME,
                    "BETA",
                    "an inverse temperature within 1e-9..1e9, as in modern:784",
                    beta -> new Modern(Double.parseDouble(beta))));

    /** Rules of one name that differ in an argument; making one refuses arguments out of range. */
    private record Family(String name, String argument, String expected, Function<String, Rule> rule) {}

    private RuleText() {}

    static String names() {
        return Stream.concat(
                        PLAIN.stream().map(Rule::label),
                        FAMILIES.stream().map(family -> family.name() + ":" + family.argument()))
                .collect(Collectors.joining(", "));
    }

    static Rule rule(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        for (Rule rule : PLAIN) {
            if (rule.label().equals(name)) {
                if (colon >= 0) {
                    throw new BadInput(
                            "rule '" + text + "' has an argument, but " + name + " takes none; write " + name);
                }
                return rule;
            }
        }
        for (Family family : FAMILIES) {
            if (family.name().equals(name)) {
                return colon < 0 ? missing(family) : member(family, text, text.substring(colon + 1));
            }
        }
        throw new BadInput("rule '" + text + "' is not known; expected one of " + names());
    }

    private static Rule missing(Family family) {
        throw new BadInput("rule '" + family.name() + "' has no argument; expected " + family.expected());
    }

    private static Rule member(Family family, String text, String argument) {
        try {
            return family.rule().apply(argument);
        } catch (IllegalArgumentException e) {
            throw new BadInput("rule '" + text + "' has argument '" + argument + "'; expected " + family.expected(), e);
        }
    }
}
