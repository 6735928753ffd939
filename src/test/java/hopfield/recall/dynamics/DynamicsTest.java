package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.memory.BitColumns;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.noise.Flip;
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
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("numeric")
class DynamicsTest {
    private static final int LIMIT = 100;

    @ParameterizedTest
    @CsvSource({
        "hebbian, 1",
        "hebbian, 4",
        "hebbian, 9",
        "hebbian, 40",
        "centred, 1",
        "centred, 4",
        "centred, 9",
        "centred, 40",
        "storkey, 1",
        "storkey, 9",
        "storkey, 40",
        "storkey, 90",
        "projection, 1",
        "projection, 9",
        "projection, 32",
        "projection, 40",
        "projection, 90"
    })
    void synchronousRecallEqualsALiteralOneInEveryForm(Rule rule, int patterns) {
        int n = 65;
        List<Pattern> stored = RandomPatterns.of(patterns, n, 11);
        Memory memory = rule.learn(RandomPatterns.set(stored), Form.WEIGHTS);
        List<Cue> cues = new ArrayList<>();
        RandomPatterns.of(300, n, 12).forEach(state -> cues.add(new Cue(state, new Seed(0))));
        cues.addAll(cues.subList(0, 20));
        stored.forEach(state -> cues.add(new Cue(state, new Seed(0))));

        for (Form form : rule.forms(patterns, n)) {
            try (Dynamics dynamics =
                    Update.SYNC.dynamics(rule.learn(RandomPatterns.set(stored), form), KernelPolicy.JAVA, LIMIT)) {
                List<RecallResult> recalled = new ArrayList<>(dynamics.recall(cues.subList(0, 100)));
                recalled.addAll(dynamics.recall(cues.subList(100, cues.size())));
                for (int c = 0; c < cues.size(); c++) {
                    RecallResult literal = LiteralRecall.of(memory, cues.get(c), LIMIT);
                    assertThat(recalled.get(c).state()).isEqualTo(literal.state());
                    assertThat(recalled.get(c).outcome()).isEqualTo(literal.outcome());
                    assertThat(recalled.get(c).steps()).isEqualTo(literal.steps());
                    assertThat(recalled.get(c).energy())
                            .isEqualTo(LiteralRecall.energy(memory, literal.state()), within(1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebbian", "centred", "projection"})
    void bothFormsGiveTheSameAsynchronousRecallToTheLastBit(Rule rule) {
        int n = 130;
        List<Pattern> stored = RandomPatterns.of(11, n, 61);
        Dynamics built =
                Update.ASYNC.dynamics(rule.learn(RandomPatterns.set(stored), Form.WEIGHTS), KernelPolicy.JAVA, LIMIT);
        Dynamics dual =
                Update.ASYNC.dynamics(rule.learn(RandomPatterns.set(stored), Form.PATTERNS), KernelPolicy.JAVA, LIMIT);
        List<Cue> cues = RandomPatterns.of(100, n, 62).stream()
                .map(state -> new Cue(state, new Seed(state.hashCode())))
                .toList();

        assertThat(dual.recall(cues)).isEqualTo(built.recall(cues));
    }

    @Test
    void statesThatTheGraphForgetsAreSteppedAgainToTheSameEnd() {
        int n = 4000;
        List<Pattern> stored = RandomPatterns.of(3, n, 71);
        Memory memory = Rule.HEBBIAN.learn(RandomPatterns.set(stored), Form.PATTERNS);
        List<Cue> cues = RandomPatterns.of(1024, n, 72).stream()
                .map(state -> new Cue(state, new Seed(0)))
                .toList();
        Dynamics dynamics = Update.SYNC.dynamics(memory, KernelPolicy.JAVA, LIMIT);
        List<RecallResult> first = dynamics.recall(cues.subList(0, 50));

        for (int batch = 0; batch < 40; batch++) {
            List<Cue> others = RandomPatterns.of(1024, n, 73 + batch).stream()
                    .map(state -> new Cue(state, new Seed(0)))
                    .toList();
            dynamics.recall(others);
        }

        assertThat(dynamics.recall(cues.subList(0, 50))).isEqualTo(first);
    }

    @Test
    void twoNeuronsThatWantToDifferFromThemselvesSwingInACycle() {
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(List.of(Pattern.of(true, false)), 2).whole());

        RecallResult recalled = Update.SYNC
                .dynamics(memory, KernelPolicy.JAVA, LIMIT)
                .recall(List.of(new Cue(Pattern.of(true, true), new Seed(0))))
                .get(0);

        assertThat(recalled.outcome()).isEqualTo(Outcome.CYCLE);
        assertThat(recalled.steps()).isEqualTo(2);
        assertThat(recalled.state()).isEqualTo(Pattern.of(true, true));
    }

    @Test
    void theStepLimitIsToldFromConvergence() {
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(List.of(Pattern.of(true, false)), 2).whole());

        RecallResult recalled = Update.SYNC
                .dynamics(memory, KernelPolicy.JAVA, 1)
                .recall(List.of(new Cue(Pattern.of(true, true), new Seed(0))))
                .get(0);

        assertThat(recalled.outcome()).isEqualTo(Outcome.STEP_LIMIT);
        assertThat(recalled.steps()).isEqualTo(1);
        assertThat(recalled.state()).isEqualTo(Pattern.of(false, false));
    }

    @Test
    void aNeuronWithoutAFieldKeepsItsState() {
        List<Pattern> stored = List.of(Pattern.of(true, true), Pattern.of(true, false));
        Memory memory = Rule.HEBBIAN.learn(new BitColumns(stored, 2).whole());

        for (Update update : Update.values()) {
            Pattern cue = Pattern.of(false, true);
            RecallResult recalled = update.dynamics(memory, KernelPolicy.JAVA, LIMIT)
                    .recall(List.of(new Cue(cue, new Seed(0))))
                    .get(0);
            assertThat(recalled).isEqualTo(new RecallResult(cue, Outcome.FIXED_POINT, 1, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void wideWeightsRecallAsNarrowOnes(Update update) {
        int n = 70;
        Memory narrow = Rule.CENTRED.learn(new BitColumns(RandomPatterns.of(7, n, 21), n).whole());
        Memory wide = Widened.of(narrow);
        Dynamics one = update.dynamics(narrow, KernelPolicy.JAVA, LIMIT);
        Dynamics other = update.dynamics(wide, KernelPolicy.JAVA, LIMIT);

        for (Pattern cue : RandomPatterns.of(200, n, 22)) {
            assertThat(other.recall(List.of(new Cue(cue, new Seed(3)))).get(0))
                    .isEqualTo(one.recall(List.of(new Cue(cue, new Seed(3)))).get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebbian", "centred", "storkey", "projection"})
    void asynchronousFlipsNeverRaiseTheEnergy(Rule rule) {
        int n = 784;
        Memory memory = rule.learn(RandomPatterns.set(RandomPatterns.of(120, n, 31)), Form.WEIGHTS);
        LocalFields fields = LocalFields.of(memory);
        SplittableRandom random = new SplittableRandom(32);
        int flips = 0;

        for (Pattern cue : RandomPatterns.of(5, n, 33)) {
            fields.moveTo(cue);
            double energy = fields.energy();
            for (int update = 0; update < 6 * n; update++) {
                int neuron = random.nextInt(n);
                if (fields.goesUp(neuron) != fields.isUp(neuron)) {
                    fields.flip(neuron);
                    flips++;
                }
                double next = fields.energy();
                assertThat(next).isLessThanOrEqualTo(energy);
                energy = next;
            }
        }

        assertThat(flips).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebbian", "centred", "storkey", "projection"})
    void asynchronousRecallEndsInAFixedPointOfTheNetwork(Rule rule) {
        int n = 200;
        List<Pattern> stored = RandomPatterns.of(30, n, 41);
        Memory memory = rule.learn(RandomPatterns.set(stored), Form.WEIGHTS);
        Dynamics dynamics = Update.ASYNC.dynamics(memory, KernelPolicy.JAVA, LIMIT);

        for (int image = 0; image < stored.size(); image++) {
            Pattern cue = new Flip(.2)
                    .cue(stored.get(image), new Shape(n, 1), new Seed(1), image, 0)
                    .state();
            RecallResult recalled =
                    dynamics.recall(List.of(new Cue(cue, new Seed(image)))).get(0);
            assertThat(recalled.outcome()).isEqualTo(Outcome.FIXED_POINT);
            assertThat(LiteralRecall.of(memory, new Cue(recalled.state(), new Seed(0)), 1)
                            .outcome())
                    .isEqualTo(Outcome.FIXED_POINT);
            assertThat(recalled.energy()).isLessThanOrEqualTo(LiteralRecall.energy(memory, cue));
            assertThat(recalled.energy()).isEqualTo(LiteralRecall.energy(memory, recalled.state()), within(1e-9));
        }
    }

    @Test
    void movingToAStateGivesTheFieldsOfEnteringIt() {
        int n = 130;
        Memory memory = Rule.CENTRED.learn(new BitColumns(RandomPatterns.of(6, n, 51), n).whole());
        LocalFields moved = LocalFields.of(memory);
        moved.moveTo(RandomPatterns.of(1, n, 52).get(0));

        for (int hops = 0; hops < 50; hops++) {
            Pattern next = new Flip(hops / 50.0)
                    .cue(moved.state(), new Shape(n, 1), new Seed(53), hops, 0)
                    .state();
            moved.moveTo(next);
            LocalFields entered = LocalFields.of(memory);
            entered.moveTo(next);
            for (int i = 0; i < n; i++) {
                assertThat(moved.field(i)).isEqualTo(entered.field(i));
            }
        }
    }
}
