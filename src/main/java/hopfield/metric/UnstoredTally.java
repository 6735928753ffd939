package hopfield.metric;

import java.io.Serializable;

/** What the restorations of the images of one cell that are not stored add up to. */
final class UnstoredTally implements Serializable {
    private static final long serialVersionUID = 1;

    private long probes;
    private long cueAgreeing;
    private long agreeing;
    private long improvable;
    private long improved;
    private long classed;
    private long sameClass;

    void add(Score score) {
        probes++;
        cueAgreeing += score.cueAgreeing();
        agreeing += score.agreeing();
        improvable += score.improvable() ? 1 : 0;
        improved += score.improved() ? 1 : 0;
        if (score.classed()) {
            classed++;
            sameClass += score.nearestLabel() == score.label() ? 1 : 0;
        }
    }

    void add(UnstoredTally part) {
        probes += part.probes;
        cueAgreeing += part.cueAgreeing;
        agreeing += part.agreeing;
        improvable += part.improvable;
        improved += part.improved;
        classed += part.classed;
        sameClass += part.sameClass;
    }

    Generalisation generalisation(int neurons) {
        double pixels = (double) probes * neurons;
        return new Generalisation(
                probes,
                cueAgreeing / pixels,
                agreeing / pixels,
                new Rate(improved, improvable),
                new Rate(sameClass, classed));
    }
}
