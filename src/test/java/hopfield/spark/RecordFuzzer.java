package hopfield.spark;

import hopfield.fuzz.Seed;
import hopfield.metric.FinalState;
import hopfield.metric.Sample;
import hopfield.metric.Score;
import hopfield.metric.Tally;
import hopfield.pattern.Pattern;
import hopfield.report.GalleryJson;
import hopfield.report.GalleryReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Reads any bytes as what an earlier run left for {@code --resume} and for {@code report}: they are refused, or written back as they
 * were read.
 */
public final class RecordFuzzer {
    private static final int NEURONS = 64;
    private static final Sample SAMPLE = new Sample(
            "hebbian",
            3,
            "flip",
            .1,
            0,
            7,
            1,
            4,
            List.of("best", "class"),
            2,
            new Pattern(NEURONS, new long[] {5}),
            List.of(
                    new Sample.State(0, -1.5, new Pattern(NEURONS, new long[] {7})),
                    new Sample.State(2, -3.25, new Pattern(NEURONS, new long[] {-1}))),
            "cycle",
            2);

    private RecordFuzzer() {}

    /** Records as they are written, of a cell with stored and unstored probes. */
    public static List<Seed> seeds() {
        Tally tally = new Tally();
        tally.add(score(true, 60));
        tally.add(score(true, 64));
        tally.add(score(false, 40));
        FinishedMemory memory =
                new FinishedMemory(List.of(tally.cell("hebbian", 3, NEURONS, "flip", .1)), List.of(SAMPLE));
        RunIdentity identity = new RunIdentity(Map.of("--seed", "1", "code version", "0.1.0"));
        return List.of(
                new Seed("cells", memory.json(), RecordFuzzer::memory),
                new Seed("begun", identity.json().getBytes(StandardCharsets.UTF_8), RecordFuzzer::identity),
                new Seed(
                        "gallery",
                        GalleryJson.of(List.of(SAMPLE)).getBytes(StandardCharsets.UTF_8),
                        RecordFuzzer::gallery));
    }

    private static Score score(boolean stored, int agreeing) {
        FinalState became = agreeing == NEURONS ? FinalState.ORIGINAL : FinalState.MIXTURE;
        return new Score(
                0, 4, stored, NEURONS, 20, 50, agreeing, .5f, .25f, became, 4, true, agreeing == NEURONS, true, 2);
    }

    private static void memory(byte[] bytes) throws IOException {
        FinishedMemory memory = FinishedMemory.read(new ByteArrayInputStream(bytes));
        if (!FinishedMemory.read(new ByteArrayInputStream(memory.json())).equals(memory)) {
            throw new AssertionError("not what was read: " + memory);
        }
    }

    private static void identity(byte[] bytes) throws IOException {
        RunIdentity identity = RunIdentity.read(new ByteArrayInputStream(bytes));
        if (!identity.differencesTo(identity).isEmpty()) {
            throw new AssertionError("not itself: " + identity);
        }
    }

    private static void gallery(byte[] bytes) {
        List<Sample> samples = GalleryReader.read(new String(bytes, StandardCharsets.UTF_8), NEURONS);
        String written = GalleryJson.of(samples); // with fewer digits of energies
        if (!GalleryJson.of(GalleryReader.read(written, NEURONS)).equals(written)) {
            throw new AssertionError("not what was read: " + written);
        }
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            memory(bytes);
        } catch (IOException refused) {
            // As it should be.
        }
        try {
            identity(bytes);
        } catch (IOException refused) {
            // As it should be.
        }
        try {
            gallery(bytes);
        } catch (IllegalArgumentException refused) {
            if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", refused);
            }
        }
    }
}
