package hopfield.cli;

/** What tests read of the tables of a report in a browser. */
final class TableScripts {
    private TableScripts() {}

    /** The tables of all cells of each run, row by row; last, whether a row is in bold. */
    static final String TABLES =
            """
            return [...document.querySelectorAll('table.cells')].map(table => [...table.querySelectorAll('tbody tr')]
              .map(row => [...[...row.children].map(entry => entry.textContent), String(row.classList.contains('suffices'))]));""";

    /** The table of unstored probes, row by row. */
    static final String UNSTORED =
            """
            return [...document.querySelectorAll('[aria-labelledby="unstored"] tbody tr')].map(row => [...row.children].map(entry => entry.textContent));""";

    /** The table of classes, row by row. */
    static final String CLASSES =
            """
            return [...document.querySelectorAll('#classes tr')].map(row => [...row.children].map(entry => entry.textContent));""";

    /** Tables by rule, load or cell, of one part of the page: caption, heads of columns, and rows of [name, [value, detail, reached]...]. */
    static final String RULE_TABLES =
            """
            return [...document.querySelectorAll(`#${arguments[0]} table.capacity`)].map(table => ({
              caption: table.querySelector('caption').textContent,
              columns: [...table.querySelectorAll('thead th')].slice(1).map(one => one.textContent),
              rows: [...table.querySelectorAll('tbody tr')].map(row => [row.querySelector('th').textContent,
                ...[...row.querySelectorAll('td')].map(entry => [entry.querySelector('b').textContent, entry.querySelector('small').textContent,
                  entry.classList.contains('reached')])])}));""";
}
