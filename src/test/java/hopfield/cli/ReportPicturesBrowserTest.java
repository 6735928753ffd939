package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.noise.Flip;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pictures of the report are those of the recalls whose rows they stand for. */
@ExtendWith(OpenReports.class)
class ReportPicturesBrowserTest {
    private final OpenReports.Reports reports;
    private final Browser browser;

    ReportPicturesBrowserTest(OpenReports.Reports reports) {
        this.reports = reports;
        this.browser = reports.browser();
    }

    @Test
    void aPictureIsWhatItsRowSays() {
        reports.open("main");
        for (String rule : List.of("projection", "hebbian", "nearest")) {
            browser.select("gallery-rule", "0 " + rule);
            for (String noise : List.of("flip 0.2", "flip 0.4", "gaussian 1")) {
                browser.select("gallery-noise", noise);
                List<?> shown = (List<?>) browser.run(Scripts.PICTURES);
                assertThat(shown).isNotEmpty();
                shown.forEach(card -> isWhatItsRowSays((Map<?, ?>) card, noise));
            }
        }
        browser.select("gallery-class", (String)
                browser.run("return [...document.getElementById('gallery-class').options].pop().value"));
        assertThat((String) browser.run("return document.querySelector('.restoration figcaption').textContent"))
                .matches("(First of its class|(Best|Median|Worst)[^:]* of [0-9]+): image [0-9]+, class [0-9]; .*");
        assertThat(browser.console()).isEmpty();
    }

    private void isWhatItsRowSays(Map<?, ?> card, String noise) {
        int image = Integer.parseInt((String) card.get("image"));
        Row row = row(card, noise);
        List<Boolean> original = pixels(card, "original");
        List<Boolean> restored = pixels(card, "restored");
        assertThat(original).isEqualTo(reports.runs().rows().pixels(image));
        assertThat(original.stream().filter(up -> up).count()).isEqualTo((long) row.<Integer>getAs("foreground"));
        assertThat(agreeing(original, pixels(card, "cue")))
                .isEqualTo(Math.round(row.<Float>getAs("input_similarity") * 784));
        assertThat(agreeing(original, restored)).isEqualTo(Math.round(row.<Float>getAs("similarity") * 784));
        assertThat((String) card.get("caption"))
                .contains(" after " + row.getAs("steps") + " step")
                .matches("[A-Z][^:]*[^ :]: image .*");
        assertThat(Double.parseDouble(
                        ((String) card.get("overlap")).replace("m = ", "").replace('−', '-')))
                .isEqualTo(row.<Float>getAs("overlap"), within(.0005001));
        if (card.get("rule").equals("nearest")) {
            assertThat(restored)
                    .as("the stored pattern that the row calls the nearest")
                    .isEqualTo(reports.runs().rows().pixels(row.getAs("nearest")));
        }
    }

    /** The cue is that of the seed; and where it goes, one network written down as it is defined takes it. */
    @Test
    void thePixelsAreThoseOfTheRecall() {
        reports.open("main");
        browser.select("gallery-rule", "0 hebbian");
        browser.select("gallery-load", "3");
        for (String level : List.of("0.2", "0.4")) {
            browser.select("gallery-noise", "flip " + level);
            for (Object shown : (List<?>) browser.run(Scripts.PICTURES)) {
                Map<?, ?> card = (Map<?, ?>) shown;
                Row row = row(card, "flip " + level);
                int image = row.getAs("image");
                Pattern cue = new Flip(Double.parseDouble(level))
                        .corrupt(
                                reports.runs().rows().pattern(image),
                                new Shape(28, 28),
                                new Flip(Double.parseDouble(level)).stream(new Seed(1), image, row.getAs("trial")))
                        .state();
                LiteralHebbian network = new LiteralHebbian(reports.runs()
                        .rows()
                        .stored("hebbian", 3, row.getAs("network"))
                        .values());
                int steps = row.getAs("steps");
                boolean rests = row.getAs("outcome").equals("fixed_point");
                List<Boolean> restored = pixels(card, "restored");

                assertThat(pixels(card, "cue"))
                        .isEqualTo(IntStream.range(0, 784).mapToObj(cue::isUp).toList());
                assertThat(restored).isEqualTo(network.after(rests ? steps - 1 : steps, pixels(card, "cue")));
                assertThat(network.after(1, restored).equals(restored)).isEqualTo(rests);
                assertThat(network.energy(restored)).isEqualTo(row.<Float>getAs("energy"), within(1e-4));
            }
        }
    }

    @Test
    void aRestorationPlaysToTheEnergyOfItsRow() {
        browser.open(reports.runs().report("main"), 1600, 1000, "light");
        browser.select("gallery-rule", "0 centred");
        browser.run("document.querySelector('#restorations button').click()");
        String first = (String) browser.run("return document.getElementById('player-state').textContent");
        browser.run(
                "const s = document.getElementById('player-step'); s.value = s.max; s.dispatchEvent(new Event('input'));");
        String last = (String) browser.run("return document.getElementById('player-state').textContent");
        Map<?, ?> card = (Map<?, ?>) ((List<?>) browser.run(Scripts.PICTURES)).get(0);
        Row row = reports.runs()
                .rows()
                .row(
                        "centred",
                        Integer.parseInt((String) card.get("load")),
                        (String) browser.run("return document.getElementById('gallery-noise').value"),
                        Integer.parseInt((String) card.get("image")),
                        Integer.parseInt((String) card.get("trial")));

        assertThat(first).matches("Cue: overlap −?[01]\\.[0-9]{3}, energy −?[0-9.]{1,6}");
        assertThat(energy(last)).isEqualTo(row.<Float>getAs("energy"), within(1e-4 * Math.abs(energy(last)) + 1e-6));
        assertThat(energy(first)).as("energy falls").isGreaterThanOrEqualTo(energy(last));
        assertThat(browser.run("return document.querySelectorAll('#energy svg path').length"))
                .isNotEqualTo(0L);
    }

    private Row row(Map<?, ?> card, String noise) {
        return reports.runs()
                .rows()
                .row(
                        (String) card.get("rule"),
                        Integer.parseInt((String) card.get("load")),
                        noise,
                        Integer.parseInt((String) card.get("image")),
                        Integer.parseInt((String) card.get("trial")));
    }

    private static List<Boolean> pixels(Map<?, ?> card, String kind) {
        return ((String) card.get(kind)).chars().mapToObj(c -> c == '1').toList();
    }

    private static long agreeing(List<Boolean> one, List<Boolean> other) {
        return IntStream.range(0, one.size())
                .filter(i -> one.get(i).equals(other.get(i)))
                .count();
    }

    private static double energy(String state) {
        return Double.parseDouble(state.replaceAll(".*energy ", "").replace('−', '-'));
    }
}
