package hopfield.memory;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.io.Serializable;
import java.util.Set;

/** How patterns become a memory. A value: two rules are equal where name and argument are. */
public sealed interface Rule extends Serializable permits OuterProductRule, Storkey, Dense, Modern, Nearest {
    /** @see Hebbian */
    CovarianceRule HEBBIAN = new Hebbian();

    /** @see Centred */
    CovarianceRule CENTRED = new Centred();

    /** @see Storkey */
    Rule STORKEY = new Storkey();

    /** @see Projection */
    OuterProductRule PROJECTION = new Projection();

    /** @see Nearest */
    Rule NEAREST = new Nearest();

    /** The name in options, tables and reports, with its argument: {@link #of} of it is this rule. */
    String label();

    /**
     * The forms in which it can be kept; all give the same fields to the last bit.
     *
     * @param patterns P
     * @param neurons N
     */
    Set<Form> forms(int patterns, int neurons);

    /**
     * Refuses what the rule cannot learn, whatever the patterns: learning calls it, and so can who would rather know before. No
     * default method: of one, the class of every rule would wait for the constants above, and they for it, so that two threads
     * that begin with one each may wait for ever (JLS 12.4.1).
     *
     * @param patterns P
     * @param neurons N
     * @throws BadInput if the rule's arithmetic does not hold them
     */
    void requireLearnable(int patterns, int neurons);

    /**
     * The memory of some patterns, learned where it is called: a pure function of rule, patterns and form.
     *
     * @param form one of {@link #forms}
     * @throws BadInput if {@link #requireLearnable} does
     */
    Memory learn(PatternSet patterns, Form form);

    /** All names, for messages. */
    static String names() {
        return RuleText.names();
    }

    /**
     * The rule of a name, as {@code hebbian}, {@code dense:30} or {@code modern:784}.
     *
     * @throws BadInput if there is none, or its argument is missing, malformed, out of range or one too many
     */
    static Rule of(String text) {
        return RuleText.rule(text);
    }
}
