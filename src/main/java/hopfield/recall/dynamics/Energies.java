package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import hopfield.recall.field.LocalFields;
import hopfield.recall.field.PatternFields;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.PatternKernel;
import java.util.List;

/** Energies of the states where recalls end: of a batch together where the kernel has what they take. */
final class Energies {
    private final Kernel kernel;
    private final LocalFields fields;

    /** @param fields of the kernel's memory; they move to the states */
    Energies(Kernel kernel, LocalFields fields) {
        this.kernel = kernel;
        this.fields = fields;
    }

    /** E of each state, in its order. */
    double[] of(List<Pattern> states) {
        if (kernel instanceof PatternKernel patterns && fields instanceof PatternFields ofPatterns) {
            return patterns.energies(Pattern.pack(states), states, ofPatterns);
        }
        double[] energies = new double[states.size()];
        for (int k = 0; k < energies.length; k++) {
            fields.moveTo(states.get(k));
            energies[k] = fields.energy();
        }
        return energies;
    }
}
