package hopfield.report;

/**
 * The limits of a page's parts, so that it stays a few megabytes whatever the run's size.
 *
 * @param cells that charts draw
 * @param entries of all confusion matrices and tables of classes together
 * @param rows of a table
 * @param pictures characters of all pictures together
 */
record Room(int cells, int entries, int rows, int pictures) {
    /** Of most runs, all there is. */
    static final Room FULL = new Room(3000, 60_000, 400, 2_400_000);

    /** Less than this is no page. */
    private static final int LEAST_CELLS = 24;

    /** Columns of a table. */
    static final int MOST_COLUMNS = 60;

    boolean isLeast() {
        return cells <= LEAST_CELLS;
    }

    /** Room for half of everything. */
    Room halved() {
        return new Room(cells / 2, entries / 2, rows / 2, pictures / 2);
    }

    /** For each of so many runs. */
    Room shared(int runs) {
        return new Room(Math.max(1, cells / runs), entries / runs, Math.max(1, rows / runs), pictures / runs);
    }
}
