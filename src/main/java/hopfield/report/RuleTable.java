package hopfield.report;

import java.util.List;

/**
 * A table of entries in two lines each.
 *
 * @param caption what it says
 * @param corner the head of the rows' names
 * @param columns the columns' heads
 * @param rows one per name
 */
record RuleTable(String caption, String corner, List<String> columns, List<Row> rows) {
    /** The first columns, where there are more than a table has room for; the caption then says so. */
    RuleTable within(int most) {
        return columns.size() <= most
                ? this
                : new RuleTable(
                        caption + ": the first " + most + " of " + Numbers.count(columns.size())
                                + " columns; all cells are in capacity.csv",
                        corner,
                        columns.subList(0, most),
                        rows.stream()
                                .map(row -> new Row(row.name(), row.entries().subList(0, most)))
                                .toList());
    }

    /** A name and its entries, one per column. */
    record Row(String name, List<Entry> entries) {}

    /**
     * One entry.
     *
     * @param value in the first line
     * @param detail in the second; may be empty
     * @param reached whether it is an achievement
     */
    record Entry(String value, String detail, boolean reached) {
        /** For what was not measured. */
        static Entry unknown(String why) {
            return new Entry(Numbers.DASH, why, false);
        }
    }
}
