package hopfield.memory;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The learning rules by name. */
public enum Rule {
    /** @see Hebbian */
    HEBBIAN(Hebbian::learn, Hebbian::learnDual),
    /** @see Centred */
    CENTRED(Centred::learn, Centred::learnDual);

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Function<OuterProductSums, Memory> learning;
    private final Function<PatternSet, Memory> dualLearning;

    Rule(Function<OuterProductSums, Memory> learning, Function<PatternSet, Memory> dualLearning) {
        this.learning = learning;
        this.dualLearning = dualLearning;
    }

    /** The memory of the patterns behind the sums. The sums are not modified. */
    public Memory learn(OuterProductSums sums) {
        return learning.apply(sums);
    }

    /** The same memory in its dual form: the patterns themselves stand for the weights. */
    public Memory learn(PatternSet patterns) {
        return dualLearning.apply(patterns);
    }

    /** The name in options, tables and reports. */
    public String label() {
        return label;
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Rule::label).collect(Collectors.joining(", "));
    }

    /**
     * The rule of a name.
     *
     * @throws BadInput if there is none
     */
    public static Rule of(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadInput("rule '" + label + "' is not known; expected one of " + names()));
    }
}
