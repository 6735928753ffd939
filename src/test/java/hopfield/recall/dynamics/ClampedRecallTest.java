package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.noise.Corruption;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.field.LocalFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClampedRecallTest {
    private static final Shape SHAPE = new Shape(13, 11);
    private static final int NEURONS = SHAPE.neurons();
    private static final int LIMIT = 100;

    @ParameterizedTest
    @CsvSource({
        "hebbian, 4, JAVA", "hebbian, 40, JAVA", "centred, 4, JAVA", "centred, 40, JAVA",
        "hebbian, 4, AUTO", "hebbian, 40, AUTO", "centred, 4, AUTO", "centred, 40, AUTO"
    })
    void synchronousClampedRecallEqualsALiteralOneInEitherForm(Rule rule, int patterns, KernelPolicy kernels) {
        List<Pattern> stored = RandomPatterns.of(patterns, NEURONS, 11);
        Memory memory = rule.learn(RandomPatterns.set(stored), Form.WEIGHTS);
        List<Cue> cues = cues(stored);

        for (Memory form : List.of(memory, rule.learn(RandomPatterns.set(stored), Form.PATTERNS))) {
            try (Dynamics dynamics = Update.SYNC.dynamics(form, kernels, 6)) {
                List<RecallResult> recalled = new ArrayList<>(dynamics.recall(cues.subList(0, 50)));
                recalled.addAll(dynamics.recall(cues.subList(50, cues.size())));
                for (int c = 0; c < cues.size(); c++) {
                    RecallResult literal = LiteralRecall.of(memory, cues.get(c), 6);
                    assertThat(recalled.get(c).state()).isEqualTo(literal.state());
                    assertThat(recalled.get(c).outcome()).isEqualTo(literal.outcome());
                    assertThat(recalled.get(c).steps()).isEqualTo(literal.steps());
                    assertThat(moved(cues.get(c), recalled.get(c))).isZero();
                }
            }
        }
    }

    /** One sweep more is the same recall one sweep on, as its order is drawn from the same stream. */
    @ParameterizedTest
    @ValueSource(strings = {"hebbian", "centred", "projection"})
    void asynchronousClampedRecallMovesNoKnownNeuronAndNeverRaisesTheEnergy(Rule rule) {
        List<Pattern> stored = RandomPatterns.of(30, NEURONS, 21);
        Memory memory = rule.learn(RandomPatterns.set(stored), Form.WEIGHTS);
        LocalFields fields = LocalFields.of(memory);
        int falls = 0;
        for (Cue cue : cues(stored)) {
            fields.moveTo(cue.state());
            double energy = fields.energy();
            RecallResult end = null;
            for (int limit = 1; end == null || end.outcome() == Outcome.STEP_LIMIT; limit++) {
                end = Update.ASYNC
                        .dynamics(memory, KernelPolicy.JAVA, limit)
                        .recall(List.of(cue))
                        .get(0);
                assertThat(moved(cue, end)).isZero();
                assertThat(end.energy()).isLessThanOrEqualTo(energy);
                falls += end.energy() < energy ? 1 : 0;
                energy = end.energy();
            }
            fields.moveTo(end.state());
            for (int i = 0; i < NEURONS; i++) {
                assertThat(isKnown(cue, i) || fields.goesUp(i) == fields.isUp(i))
                        .isTrue();
            }
        }

        assertThat(falls).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void withNothingKnownClampedRecallIsFreeRecallAndWithAllKnownNothingMoves(Update update) {
        List<Pattern> stored = RandomPatterns.of(20, NEURONS, 31);
        Dynamics dynamics = update.dynamics(
                Rule.CENTRED.learn(RandomPatterns.set(stored), Form.PATTERNS), KernelPolicy.JAVA, LIMIT);
        Pattern none = Pattern.of(new boolean[NEURONS]);
        for (Pattern state : RandomPatterns.of(50, NEURONS, 32)) {
            Seed order = new Seed(state.hashCode());
            Cue free = new Cue(state, order);
            Cue nothing = new Cue(state, order, Optional.of(none), Optional.empty());
            Cue all = new Cue(state, order, Optional.of(none.inverse()), Optional.empty());

            List<RecallResult> recalled = dynamics.recall(List.of(nothing, all));

            assertThat(recalled.get(0)).isEqualTo(dynamics.recall(List.of(free)).get(0));
            assertThat(recalled.get(1))
                    .isEqualTo(new RecallResult(
                            state, Outcome.FIXED_POINT, 1, recalled.get(1).energy()));
        }
    }

    /** W_01 = -2 is the only weight: both neurons take the other's opposite, unless one is held. */
    @Test
    void whatFollowsAStateHangsOnWhichNeuronsAreHeld() {
        List<Pattern> stored = List.of(Pattern.of(true, false, true), Pattern.of(true, false, false));
        Dynamics dynamics = Update.SYNC.dynamics(
                Rule.HEBBIAN.learn(RandomPatterns.set(stored), Form.PATTERNS), KernelPolicy.JAVA, LIMIT);
        Pattern up = Pattern.of(true, true, true);

        List<RecallResult> ends = dynamics.recall(Stream.of(
                        Pattern.of(false, false, true), Pattern.of(true, false, false), Pattern.of(false, true, false))
                .map(known -> new Cue(up, new Seed(0), Optional.of(known), Optional.empty()))
                .toList());

        assertThat(ends)
                .containsExactly(
                        new RecallResult(up, Outcome.CYCLE, 2, 2 / 3.0),
                        new RecallResult(Pattern.of(true, false, true), Outcome.FIXED_POINT, 2, -2 / 3.0),
                        new RecallResult(Pattern.of(false, true, true), Outcome.FIXED_POINT, 2, -2 / 3.0));
    }

    @Test
    void halfOfAPatternThatIsHeldBringsTheOtherHalfBack() {
        List<Pattern> stored = RandomPatterns.of(5, NEURONS, 41);
        for (Update update : Update.values()) {
            Dynamics dynamics = update.dynamics(
                    Rule.HEBBIAN.learn(RandomPatterns.set(stored), Form.PATTERNS), KernelPolicy.JAVA, LIMIT);
            for (Pattern pattern : stored) {
                Cue cue = cue("rows=0.5", pattern, 0, 0);
                assertThat(dynamics.recall(List.of(cue)).get(0).state()).isEqualTo(pattern);
            }
        }
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        Pattern state = RandomPatterns.of(1, NEURONS, 1).get(0);
        Pattern mask = RandomPatterns.of(1, NEURONS + 1, 1).get(0);

        assertThatThrownBy(() -> new Cue(state, new Seed(0), Optional.of(mask), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("known and analog must be of 143 neurons, as the state is");
    }

    /** Every mask of every pattern, the same state under several masks, some twice, and cues that are not clamped. */
    private static List<Cue> cues(List<Pattern> stored) {
        List<Cue> cues = new ArrayList<>();
        for (int image = 0; image < stored.size(); image++) {
            for (String noise : List.of("square=0.3", "rows=0.5", "pixels=0.6", "frame=0.5", "pixels=1", "rows=0")) {
                cues.add(cue(noise, stored.get(image), image, 0));
            }
        }
        for (Pattern state : RandomPatterns.of(10, NEURONS, 51)) {
            cues.add(new Cue(state, new Seed(1)));
            for (Pattern mask : RandomPatterns.of(3, NEURONS, state.hashCode())) {
                cues.add(new Cue(state, new Seed(2), Optional.of(mask), Optional.empty()));
            }
        }
        return Stream.concat(cues.stream(), cues.subList(0, 20).stream()).toList();
    }

    private static Cue cue(String spec, Pattern pattern, int image, int trial) {
        Noise noise = NoiseKind.parse(spec).get(0);
        Corruption made = noise.cue(pattern, SHAPE, new Seed(7), image, trial);
        return new Cue(made.state(), new Seed(image), made.known(), made.analog());
    }

    private static long moved(Cue cue, RecallResult end) {
        long moved = 0;
        for (int i = 0; i < NEURONS; i++) {
            moved += isKnown(cue, i) && end.state().isUp(i) != cue.state().isUp(i) ? 1 : 0;
        }
        return moved;
    }

    private static boolean isKnown(Cue cue, int neuron) {
        return cue.known().isPresent() && cue.known().get().isUp(neuron);
    }
}
