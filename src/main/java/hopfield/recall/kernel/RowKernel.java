package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.field.LocalFields;
import java.util.Arrays;

/** The portable kernel for weights: states entered one after the other, each from the fields of the last where that is less. */
public final class RowKernel implements Kernel {
    private final LocalFields fields;
    private final int neurons;
    private final int words;

    public RowKernel(Memory memory) {
        this.fields = LocalFields.of(memory);
        this.neurons = memory.neurons();
        this.words = Pattern.wordsFor(neurons);
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        for (int at = 0; at < count * words; at += words) {
            fields.moveTo(new Pattern(neurons, Arrays.copyOfRange(states, at, at + words)));
            System.arraycopy(fields.successor().words(), 0, next, at, words);
        }
    }

    @Override
    public String name() {
        return "java rows";
    }

    @Override
    public void close() {}
}
