package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.noise.Corruption;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The baseline of inpainting: what is masked says nothing. */
class ClampedNearestTest {
    private static final Shape SHAPE = new Shape(9, 10);
    private static final int NEURONS = SHAPE.neurons();

    @ParameterizedTest
    @EnumSource(Update.class)
    void halfMaskedItIsTheFirstPatternThatAgreesWithMostKnownPixels(Update update) {
        List<Pattern> stored = RandomPatterns.of(60, NEURONS, 1);
        Memory nearest = memory(stored);
        List<Cue> cues = cues(stored);
        int misled = 0;
        int ties = 0;

        List<RecallResult> recalled =
                update.dynamics(nearest, KernelPolicy.JAVA, 100).recall(cues);

        for (int c = 0; c < cues.size(); c++) {
            Cue cue = cues.get(c);
            int[] agreeing = agreeing(stored, cue);
            int most = IntStream.of(agreeing).max().orElseThrow();
            int first = IntStream.range(0, agreeing.length)
                    .filter(p -> agreeing[p] == most)
                    .findFirst()
                    .orElseThrow();
            Pattern expected = held(cue, stored.get(first));
            assertThat(recalled.get(c).state()).isEqualTo(expected);
            assertThat(recalled.get(c).outcome()).isEqualTo(Outcome.FIXED_POINT);
            assertThat(recalled.get(c).steps()).isEqualTo(expected.equals(cue.state()) ? 1 : 2);
            assertThat(recalled.get(c).energy())
                    .isEqualTo(NEURONS
                            - 2
                                    * stored.stream()
                                            .mapToInt(p -> p.agreeing(expected))
                                            .max()
                                            .orElseThrow());
            misled += RandomPatterns.set(stored).nearest(cue.state()) != first ? 1 : 0;
            ties += IntStream.of(agreeing).filter(a -> a == most).count() > 1 ? 1 : 0;
        }

        assertThat(misled)
                .as("cues whose masked pixels would choose another pattern")
                .isGreaterThan(20);
        assertThat(ties).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void cuesThatAreNotClampedAreAnsweredAsEver(Update update) {
        List<Pattern> stored = RandomPatterns.of(60, NEURONS, 2);
        List<Cue> cues = new ArrayList<>();
        for (Cue cue : cues(stored)) {
            cues.add(cue);
            cues.add(new Cue(cue.state(), cue.order()));
        }

        List<RecallResult> recalled =
                update.dynamics(memory(stored), KernelPolicy.JAVA, 100).recall(cues);

        for (int c = 1; c < cues.size(); c += 2) {
            PatternSet set = RandomPatterns.set(stored);
            assertThat(recalled.get(c).state())
                    .isEqualTo(stored.get(set.nearest(cues.get(c).state())));
        }
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void aLimitOfOneStepIsReachedByTheStepThatAnswers(Update update) {
        List<Pattern> stored = RandomPatterns.of(60, NEURONS, 3);
        List<Cue> cues = cues(stored);
        List<RecallResult> ends =
                update.dynamics(memory(stored), KernelPolicy.JAVA, 100).recall(cues);
        List<RecallResult> limited =
                update.dynamics(memory(stored), KernelPolicy.JAVA, 1).recall(cues);

        for (int c = 0; c < cues.size(); c++) {
            RecallResult end = ends.get(c);
            Outcome outcome = end.steps() == 1 ? Outcome.FIXED_POINT : Outcome.STEP_LIMIT;
            assertThat(limited.get(c)).isEqualTo(new RecallResult(end.state(), outcome, 1, end.energy()));
        }
    }

    @ParameterizedTest
    @EnumSource(Update.class)
    void aLimitOfNoStepLeavesTheCue(Update update) {
        List<Pattern> stored = RandomPatterns.of(60, NEURONS, 3);
        for (Cue cue : cues(stored)) {
            Cue plain = new Cue(cue.state(), cue.order());
            RecallResult end = update.dynamics(memory(stored), KernelPolicy.JAVA, 0)
                    .recall(List.of(plain))
                    .get(0);
            int most =
                    stored.stream().mapToInt(p -> p.agreeing(cue.state())).max().orElseThrow();
            assertThat(end).isEqualTo(new RecallResult(cue.state(), Outcome.STEP_LIMIT, 0, NEURONS - 2.0 * most));
        }
    }

    /** Half of the pixels of stored patterns, and of others, of which the known half is no stored one's. */
    private static List<Cue> cues(List<Pattern> stored) {
        List<Pattern> originals = new ArrayList<>(stored);
        originals.addAll(RandomPatterns.of(60, NEURONS, 9));
        List<Cue> cues = new ArrayList<>();
        for (int image = 0; image < originals.size(); image++) {
            for (String noise : List.of("rows=0.5", "pixels=0.5", "pixels=0.9")) {
                Corruption made = NoiseKind.parse(noise).get(0).cue(originals.get(image), SHAPE, new Seed(7), image, 0);
                cues.add(new Cue(made.state(), new Seed(image), made.known(), Optional.empty()));
            }
        }
        return cues;
    }

    private static int[] agreeing(List<Pattern> stored, Cue cue) {
        Pattern known = cue.known().orElseThrow();
        return stored.stream()
                .mapToInt(pattern -> (int) IntStream.range(0, NEURONS)
                        .filter(i ->
                                known.isUp(i) && pattern.isUp(i) == cue.state().isUp(i))
                        .count())
                .toArray();
    }

    private static Pattern held(Cue cue, Pattern pattern) {
        boolean[] up = new boolean[NEURONS];
        for (int i = 0; i < NEURONS; i++) {
            up[i] = (cue.known().orElseThrow().isUp(i) ? cue.state() : pattern).isUp(i);
        }
        return Pattern.of(up);
    }

    private static Memory memory(List<Pattern> stored) {
        return Rule.NEAREST.learn(RandomPatterns.set(stored), Form.PATTERNS);
    }
}
