package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.recall.Cue;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.SplittableRandom;

/**
 * The heat bath at temperature T &gt; 0 (Glauber 1963, Journal of Mathematical Physics 4, 294; of Hopfield networks: Amit,
 * Gutfreund &amp; Sompolinsky 1985, Physical Review A 32, 1007): neuron i becomes +1 with probability
 *
 * <pre>1 / (1 + exp((E(s_i = 1) - E(s_i = -1)) / T)),</pre>
 *
 * whatever it was: 1 / (1 + exp(-2 h_i / T)) where there are weights, h_i its field. Energies are in the rule's own unit, in which a
 * neuron of a lone stored pattern has a gap of about 2. Each such update keeps detailed balance with the Boltzmann distribution
 * exp(-E / T) / Z of the states, given those of clamped neurons. No state is a fixed point: a recall takes every sweep it may, and
 * ends, at the limit, in the state after the last. Orders are those of temperature 0; the heat has a stream of its own.
 */
final class GlauberDynamics extends SequentialDynamics {
    private final double temperature;
    private final int sweeps;

    /**
     * @param temperature T, above 0
     * @param sweeps sweeps of a recall, at least 1
     */
    GlauberDynamics(Memory memory, KernelPolicy kernels, int sweeps, double temperature) {
        super(memory, kernels);
        this.sweeps = sweeps;
        this.temperature = temperature;
    }

    @Override
    RecallResult recallFrom(Cue cue) {
        SplittableRandom random = cue.order().random();
        SplittableRandom heat = cue.order().at("heat").random();
        for (int sweep = 0; sweep < sweeps; sweep++) {
            order.shuffle(random);
            for (int k = 0; k < order.count(); k++) {
                int neuron = order.neurons()[k];
                if (heat.nextDouble() < probabilityOfUp(neuron) != fields.isUp(neuron)) {
                    fields.flip(neuron);
                }
            }
        }
        return end(Outcome.STEP_LIMIT, sweeps);
    }

    private double probabilityOfUp(int neuron) {
        return 1 / (1 + StrictMath.exp(-fields.energyGap(neuron) / temperature));
    }
}
