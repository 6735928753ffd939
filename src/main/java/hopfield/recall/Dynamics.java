package hopfield.recall;

import java.util.List;

/** Runs a network from cues until it rests. Holds scratch space: one thread each. */
public interface Dynamics extends AutoCloseable {
    /** Recalls a batch of cues, each a pure function of the memory, the cue and the step limit, whatever else is in the batch. */
    List<RecallResult> recall(List<Cue> cues);

    /** Frees what the kernel holds. */
    @Override
    void close();
}
