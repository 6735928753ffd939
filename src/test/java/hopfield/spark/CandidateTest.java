package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateTest {
    @Test
    void theBestTheMedianTheWorstAndTheFirstOfEachClassAreChosen() {
        Candidate worst = new Candidate(0, 4, 0, 1, 100);
        Candidate median = new Candidate(1, 3, 0, -1, 500);
        Candidate best = new Candidate(0, 1, 0, 1, 784);
        Candidate asGood = new Candidate(0, 2, 0, 0, 784);

        assertThat(Candidate.chosen(List.of(worst, asGood, median, best), 20))
                .hasSize(3)
                .containsEntry(best, List.of("best", "class"))
                .containsEntry(asGood, List.of("median", "class"))
                .containsEntry(worst, List.of("worst"))
                .doesNotContainKey(median);
        assertThat(Candidate.chosen(List.of(worst), 0)).containsEntry(worst, List.of("best", "median", "worst"));
        assertThat(Candidate.chosen(List.of(), 20)).isEmpty();
    }

    @Test
    void aboutAThousandImagesAreLookedAtWhateverTheLoad() {
        for (int load : new int[] {1, 3, 784, 1000, 1001, 70_000}) {
            int networks = Candidate.networks(load);
            long images = IntStream.range(0, networks * load)
                    .filter(image -> Candidate.isLookedAt(image / load, load, image))
                    .count();
            assertThat(images).as("P = " + load).isBetween(500L, 1800L);
            assertThat(Candidate.isLookedAt(networks, load, 0)).isFalse();
        }
    }
}
