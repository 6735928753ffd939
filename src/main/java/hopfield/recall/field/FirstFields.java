package hopfield.recall.field;

import hopfield.recall.Cue;
import java.util.List;
import java.util.function.Consumer;

/** Takes the local fields of one memory to the states where recalls begin. Holds scratch space: one thread each. */
@FunctionalInterface
public interface FirstFields extends AutoCloseable {
    /** Makes the state of each cue, in their order, that of the local fields, and then hands the cue over. */
    void enterEach(List<Cue> cues, Consumer<Cue> entered);

    /** Each from where the one before it ended. */
    static FirstFields oneByOne(LocalFields fields) {
        return (cues, entered) -> cues.forEach(cue -> {
            fields.moveTo(cue.state());
            entered.accept(cue);
        });
    }

    @Override
    default void close() {}
}
