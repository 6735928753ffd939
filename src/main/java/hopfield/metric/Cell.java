package hopfield.metric;

import java.io.Serializable;
import java.util.List;

/**
 * One cell of the capacity-vs-noise grid: what a rule made of all its probes at one load and one noise level. Means are
 * over all probed images; rates, final states and confusion are over those that the network has stored.
 *
 * @param rule the learning rule
 * @param patterns P, patterns stored in a network
 * @param neurons N
 * @param noise the noise kind
 * @param level the noise level
 * @param images probes, stored or not
 * @param means of all probes
 * @param rates of the stored ones
 * @param became what the restorations of stored probes became
 * @param confusion which class stored probes of a class were taken for
 * @param unstored the other probes
 * @param errors standard errors of the means
 * @param classes the stored probes of each class, ascending; of none that has no class
 */
public record Cell(
        String rule,
        int patterns,
        int neurons,
        String noise,
        double level,
        long images,
        Means means,
        Rates rates,
        FinalStates became,
        Confusion confusion,
        Generalisation unstored,
        StandardErrors errors,
        List<ClassScore> classes)
        implements Serializable {
    public Cell {
        classes = List.copyOf(classes);
    }

    /** Load alpha = P / N. */
    public double load() {
        return (double) patterns / neurons;
    }

    /** Probes of stored patterns: what the rates count. */
    public long stored() {
        return restored().trials();
    }

    /** Mean overlap of restoration and original over the stored probes; not a number of none. */
    public double storedOverlap() {
        double similarity = unstored.probes() == 0
                ? means.similarity()
                : (images * means.similarity() - unstored.probes() * unstored.similarity()) / stored();
        return stored() == 0 ? Double.NaN : 2 * similarity - 1;
    }

    /** @see Means */
    public double inputSimilarity() {
        return means.inputSimilarity();
    }

    /** @see Means */
    public double similarity() {
        return means.similarity();
    }

    /** @see Means */
    public double blankSimilarity() {
        return means.blankSimilarity();
    }

    /** @see Means */
    public double overlap() {
        return means.overlap();
    }

    /** @see Means */
    public double iou() {
        return means.iou();
    }

    /** @see Means */
    public double steps() {
        return means.steps();
    }

    /** @see Means */
    public Rate converged() {
        return means.converged();
    }

    /** @see Rates */
    public Rate exact() {
        return rates.exact();
    }

    /** @see Rates */
    public Rate restored() {
        return rates.restored();
    }

    /** @see Rates */
    public Rate identified() {
        return rates.identified();
    }
}
