package hopfield.report;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a run for its rules under one noise kind. The first kind's answers stand open; those of the others can be folded, and
 * are where there is more than a screen has room for.
 *
 * @param dense whether they are so many that they are set small
 * @param folds whether they can be folded
 * @param open whether they stand open at first
 * @param summary which rules restore, in one line
 * @param answers one a rule
 */
record AnswerGroup(boolean dense, boolean folds, boolean open, String summary, List<Answer> answers) {
    /** Answers that a screen has room for. */
    private static final int MOST_OPEN = 6;

    /** Answers of one kind that it has room for in full size. */
    private static final int MOST_LARGE = 4;

    /** One group a noise kind, in the order of the cells. */
    static List<AnswerGroup> of(List<Cell> cells) {
        boolean open = Answer.of(cells).size() <= MOST_OPEN;
        List<AnswerGroup> groups = new ArrayList<>();
        for (String noise : cells.stream().map(Cell::noise).distinct().toList()) {
            List<Answer> answers = Answer.of(
                    cells.stream().filter(cell -> cell.noise().equals(noise)).toList());
            groups.add(new AnswerGroup(
                    answers.size() > MOST_LARGE, !groups.isEmpty(), open, summary(noise, answers), answers));
        }
        return groups;
    }

    private static String summary(String noise, List<Answer> answers) {
        List<String> rules =
                answers.stream().filter(Answer::restores).map(Answer::rule).toList();
        String restore = rules.size() == 1 ? " restores" : " restore";
        return "Under " + noise + " noise, "
                + (rules.isEmpty()
                        ? "no rule restores 95\u00a0% at any load."
                        : rules.size() == answers.size() && rules.size() > 2
                                ? "every rule restores 95\u00a0% at some load."
                                : Headline.joined(rules) + restore + " 95\u00a0% at some load.");
    }
}
