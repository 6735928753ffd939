package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.field.AnalogStep;
import hopfield.recall.field.LocalFields;
import hopfield.recall.kernel.Kernel;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All neurons at once: s(t+1) = sign(W s(t) - theta), which for symmetric weights ends in a fixed point or a 2-cycle (Goles
 * 1985). Clamped neurons only add a constant to the fields of the others, so it does with them as well. An analog cue v takes
 * its first step as s(1) = sign(W v - theta), which counts, and ordinary ones from there; where v's field equals the threshold,
 * the sign of v stays.
 */
final class SynchronousDynamics implements Dynamics {
    private final Kernel kernel;
    private final LocalFields fields;
    private final Optional<IncrementalSteps> near;
    private final Trajectories free;
    private final Trajectories clamped;

    SynchronousDynamics(Memory memory, KernelPolicy kernels, int maxSteps) {
        int neurons = memory.neurons();
        this.kernel = kernels.of(memory);
        this.fields = LocalFields.of(memory);
        Energies energies = new Energies(kernel, fields);
        this.near = IncrementalSteps.of(memory, kernels);
        this.free = new Trajectories(TransitionGraph.ofStates(neurons), kernel, near, energies, maxSteps);
        this.clamped = new Trajectories(TransitionGraph.ofClampedStates(neurons), kernel, near, energies, maxSteps);
    }

    @Override
    public List<RecallResult> recall(List<Cue> cues) {
        Trajectories walks = cues.stream().anyMatch(cue -> cue.known().isPresent()) ? clamped : free;
        walks.forgetIfMany();
        int[] starts = new int[cues.size()];
        int[] taken = new int[starts.length];
        int words = walks.words();
        long[] packed = new long[starts.length * words];
        Iterator<Pattern> stepped = stepAnalog(cues).iterator();
        for (int c = 0; c < starts.length; c++) {
            Cue cue = cues.get(c);
            taken[c] = cue.analog().isPresent() ? 1 : 0;
            Pattern start = taken[c] > 0 ? stepped.next() : cue.state();
            System.arraycopy(start.words(), 0, packed, c * words, words);
        }
        for (int c = 0; c < starts.length; c++) {
            starts[c] = walks.start(packed, c * words, cues.get(c).known());
        }
        walks.advance(starts);
        return walks.ends(starts, taken);
    }

    /** The states after the first step of the analog cues, in their order. */
    private List<Pattern> stepAnalog(List<Cue> cues) {
        return AnalogStep.successors(
                fields, cues.stream().filter(cue -> cue.analog().isPresent()).toList());
    }

    @Override
    public void close() {
        kernel.close();
        near.ifPresent(IncrementalSteps::close);
    }
}
