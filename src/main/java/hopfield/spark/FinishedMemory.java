package hopfield.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The results of one rule at one load: all that a sweep needs to know of it once its rows are in the table.
 *
 * @param cells one for each noise level, in the order in which levels were given; at least one
 * @param samples restorations to look at
 */
record FinishedMemory(List<Cell> cells, List<Sample> samples) {
    /** Writes numbers so that they are read back to the last bit, infinities and what is not a number included. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    FinishedMemory {
        if (cells == null || cells.isEmpty() || samples == null) {
            throw new IllegalArgumentException("a finished memory has cells and samples, was " + cells);
        }
        cells = List.copyOf(cells);
        samples = List.copyOf(samples);
    }

    /** As JSON; {@link #read} of it is equal. */
    byte[] json() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalStateException("cells cannot be written as JSON", e);
        }
    }

    /** @throws IOException if it is not what {@link #json} writes */
    static FinishedMemory read(InputStream in) throws IOException {
        FinishedMemory memory = MAPPER.readValue(in, FinishedMemory.class);
        if (memory == null) {
            throw new IOException("it is empty");
        }
        return memory;
    }
}
