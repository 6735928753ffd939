package hopfield.recall;

/** Runs a network from a cue until it rests. Holds scratch space: one thread each. */
public interface Dynamics {
    /** Recalls one cue: a pure function of the memory, the cue and the step limit. */
    Recalled recall(Cue cue);
}
