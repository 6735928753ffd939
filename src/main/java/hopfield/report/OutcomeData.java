package hopfield.report;

import hopfield.metric.ClassScore;
import hopfield.metric.Confusion;
import hopfield.metric.FinalStates;
import hopfield.metric.Rate;
import java.util.ArrayList;
import java.util.List;

/** Counts for the charts: final states of restorations, the classes they were taken for, and each class. */
final class OutcomeData {
    private OutcomeData() {}

    /** The counts. Where probes are not independent, then the numbers of independent ones that tell as much of their shares. */
    static List<Number> of(FinalStates states) {
        List<Number> numbers = new ArrayList<>(states.counts());
        if (states.effective().stream().anyMatch(effective -> effective < states.total())) {
            states.effective().forEach(effective -> numbers.add(ChartData.number(effective)));
        }
        return numbers;
    }

    /** An entry for each pair of classes that was met. */
    static List<List<Number>> of(Confusion confusion) {
        return confusion.entries().stream()
                .map(entry -> entry(entry, confusion))
                .toList();
    }

    /** [label, nearest label, count]; where probes are not independent, then the number of independent ones of the class. */
    private static List<Number> entry(Confusion.Entry entry, Confusion confusion) {
        List<Number> numbers = new ArrayList<>(List.of(entry.label(), entry.nearestLabel(), entry.count()));
        if (entry.independence() < 1) {
            numbers.add(ChartData.number(entry.independence() * confusion.total(entry.label())));
        }
        return numbers;
    }

    /**
     * [label, probes, restored, identified, exact, similarity, half the width of its interval]; the middle ones are counts. Where
     * probes are not independent, then the numbers of independent ones that tell as much of these three.
     */
    static List<Number> of(ClassScore score) {
        List<Rate> rates = List.of(
                score.rates().restored(),
                score.rates().identified(),
                score.rates().exact());
        List<Number> numbers =
                new ArrayList<>(List.of(score.label(), rates.get(0).trials()));
        rates.forEach(rate -> numbers.add(rate.successes()));
        numbers.add(ChartData.number(score.similarity()));
        numbers.add(ChartData.number(score.similarityError().margin()));
        if (rates.stream().anyMatch(rate -> rate.effective() < rate.trials())) {
            rates.forEach(rate -> numbers.add(ChartData.number(rate.effective())));
        }
        return numbers;
    }
}
