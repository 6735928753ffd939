package hopfield.cli;

import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.StepTimer;
import hopfield.spark.Rates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Rates of the core that this runs on, each measured once, in less than half a second, when it is first asked for. */
final class MeasuredRates implements Rates {
    private static final double NANO = 1e-9;

    private final KernelPolicy kernels;
    private final List<Noise> noises;
    private final int maxSteps;
    private final Map<String, Double> measured = new LinkedHashMap<>();

    /**
     * @param kernels how steps are computed
     * @param noises what cues are made by
     * @param maxSteps of a recall
     */
    MeasuredRates(KernelPolicy kernels, List<Noise> noises, int maxSteps) {
        this.kernels = kernels;
        this.noises = noises;
        this.maxSteps = maxSteps;
    }

    @Override
    public double word() {
        return once("word", StepTimer::word) * NANO;
    }

    @Override
    public double compare(int patterns, int neurons) {
        return once("compare P=" + patterns, () -> StepTimer.compare(patterns, neurons)) * NANO;
    }

    @Override
    public double step(Rule rule, Form form, int patterns, int neurons) {
        return once(
                        rule.label() + " " + form + " P=" + patterns,
                        () -> StepTimer.step(kernels, rule, form, patterns, neurons))
                * NANO;
    }

    @Override
    public double stepInPlace(int patterns, int neurons, int side) {
        return once("in place P=" + patterns, () -> StepTimer.stepInPlace(patterns, neurons, side)) * NANO;
    }

    @Override
    public double energy(int patterns, int neurons) {
        return once(
                        "energy P=" + patterns,
                        () -> StepTimer.step(KernelPolicy.JAVA, Rule.HEBBIAN, Form.WEIGHTS, patterns, neurons))
                * NANO;
    }

    @Override
    public double steps(Rule rule, int patterns, int neurons) {
        return once("steps " + rule.label() + " " + patterns, () -> noises.stream()
                .mapToDouble(noise -> steps(rule, patterns, neurons, noise))
                .average()
                .orElseThrow());
    }

    private double steps(Rule rule, int patterns, int neurons, Noise noise) {
        return StepTimer.steps(rule, patterns, neurons, noise, maxSteps);
    }

    private double once(String what, Supplier<Double> measure) {
        Double known = measured.get(what);
        if (known == null) {
            known = measure.get();
            measured.put(what, known);
        }
        return known;
    }
}
