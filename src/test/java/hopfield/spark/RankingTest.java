package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theBestTheMedianTheWorstAndTheFirstOfEachClassAreChosen() {
        Candidate worst = new Candidate(0, 4, 0, 1, 100);
        Candidate median = new Candidate(1, 3, 0, -1, 500);
        Candidate best = new Candidate(0, 1, 0, 1, 784);
        Candidate other = new Candidate(0, 2, 0, 0, 600);

        assertThat(ranking(List.of(worst, other, median, best)).chosen(true))
                .hasSize(3)
                .containsEntry(best, List.of("best", "class"))
                .containsEntry(other, List.of("median", "class"))
                .containsEntry(worst, List.of("worst"));
        assertThat(ranking(List.of(worst)).chosen(false)).containsEntry(worst, List.of("best", "median", "worst"));
        assertThat(new Ranking().chosen(true)).isEmpty();
    }

    @Test
    void partsInAnyOrderRankAsASortOfAll() {
        Random random = new Random(6);
        for (int size : new int[] {1, 2, 3, 50, 501}) {
            List<Candidate> all = new ArrayList<>(IntStream.range(0, size)
                    .mapToObj(k -> new Candidate(k / 5, k / 2, k % 2, random.nextInt(30), random.nextInt(40)))
                    .toList());
            List<Integer> sorted = all.stream()
                    .map(Candidate::agreeing)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            Ranking whole = ranking(all);
            Collections.shuffle(all, random);
            Ranking parts = new Ranking();
            for (int from = 0; from < size; from += 7) {
                parts.add(ranking(all.subList(from, Math.min(size, from + 7))));
            }

            assertThat(parts.chosen(true)).isEqualTo(whole.chosen(true));
            assertThat(parts.size()).isEqualTo(size);
            assertThat(agreeing(parts, "best")).isEqualTo(sorted.get(0));
            assertThat(agreeing(parts, "median")).isEqualTo(sorted.get((size - 1) / 2));
            assertThat(agreeing(parts, "worst")).isEqualTo(sorted.get(size - 1));
            assertThat(parts.chosen(true).keySet().stream()
                            .filter(one -> parts.chosen(true).get(one).contains("class"))
                            .map(Candidate::label))
                    .hasSameElementsAs(all.stream()
                            .map(Candidate::label)
                            .distinct()
                            .sorted()
                            .limit(Sample.MOST_CLASSES)
                            .toList());
        }
    }

    private static int agreeing(Ranking ranking, String role) {
        return ranking.chosen(false).entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .findFirst()
                .orElseThrow()
                .getKey()
                .agreeing();
    }

    private static Ranking ranking(List<Candidate> candidates) {
        Ranking ranking = new Ranking();
        candidates.forEach(ranking::add);
        return ranking;
    }
}
