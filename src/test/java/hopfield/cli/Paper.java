package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page on paper: A4, with margins of a centimetre. */
final class Paper {
    /** Pixels between the margins: (21 - 2) cm at 96 to the inch. */
    private static final int WIDTH = 718;

    /** What hangs over the edge of the paper, or of the box that would scroll on a screen. */
    private static final String CUT =
            """
            const edge = document.documentElement.clientWidth + 1;
            return [...document.querySelectorAll('table, svg, canvas, p, pre, h2, h3, li')]
              .filter(one => one.getClientRects().length && !one.closest('.unseen'))
              .filter(one => one.getBoundingClientRect().right > edge
                || [one, one.parentElement].some(box => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1))
              .map(one => one.outerHTML.slice(0, 160));""";

    private static final String DARK =
            """
            const light = text => { const [r, g, b, a] = (text.match(/[\\d.]+/g) ?? []).map(Number); return a === 0 ? 1 : (r + g + b) / 765; };
            return [...document.querySelectorAll('body, .panel, .scroll, th, td, pre')].filter(one => one.offsetParent)
              .filter(one => light(getComputedStyle(one).backgroundColor) < 0.85).map(one => one.outerHTML.slice(0, 120));""";

    private Paper() {}

    /** As the printer has it: every chart drawn in light colours, nothing cut, nothing folded; and the file. */
    static void isReadable(Browser browser, Path file) throws IOException {
        browser.paper(WIDTH);
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat((List<?>) browser.run(Scripts.UNDRAWN)).isEmpty();
        assertThat((List<?>) browser.run(CUT)).as("cut").isEmpty();
        assertThat((List<?>) browser.run(DARK)).as("dark").isEmpty();
        assertThat((List<?>) browser.run(Scripts.FAINT))
                .as("contrast below 4.5")
                .isEmpty();
        assertThat(
                        (List<?>)
                                browser.run(
                                        "return [...document.querySelectorAll('details.fold:not([open])')].map(one => one.textContent)"))
                .as("folded")
                .isEmpty();
        browser.run("dispatchEvent(new Event('afterprint'))");
        byte[] pdf = browser.pdf();
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text.split("/Type\\s*/Page\\b").length - 1).as("pages").isBetween(3, 60);
    }
}
