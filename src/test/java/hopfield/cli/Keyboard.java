package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Keys;

/** A reader without a mouse. */
final class Keyboard {
    /** What has the focus: its name in the page, whether the browser shows that it has it, and what a screen reader says. */
    private static final String FOCUSED =
            """
            const one = document.activeElement;
            const all = [...document.querySelectorAll('*')];
            if (one === document.body) return null;
            const {outlineStyle, outlineWidth} = getComputedStyle(one);
            const box = one.getBoundingClientRect();
            return {at: all.indexOf(one), tag: one.tagName, id: one.id, seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
              && box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight, html: one.outerHTML.slice(0, 120)};""";

    /** All that a mouse can reach. */
    private static final String REACHABLE =
            """
            const all = [...document.querySelectorAll('*')];
            return [...document.querySelectorAll('a[href], button, select, input, summary, .scroll')]
              .filter(one => one.offsetParent && !one.closest('details:not([open]) > :not(summary)')).map(one => all.indexOf(one));""";

    /** What acts or shows, and has no name for a screen reader. */
    static final String NAMELESS =
            """
            const named = one => (one.getAttribute('aria-label') ?? '').trim()
              || (one.getAttribute('aria-labelledby') ?? '').split(' ').some(id => document.getElementById(id)?.textContent.trim())
              || (one.labels ? [...one.labels].some(label => label.firstChild.textContent.trim()) : false)
              || (one.matches('a, button, summary') && one.textContent.trim());
            return [...document.querySelectorAll('a[href], button, select, input, summary, section, nav, .scroll, canvas, .chart')]
              .filter(one => one.offsetParent && !named(one)).map(one => one.outerHTML.slice(0, 160));""";

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** Presses Tab from the top to the end of the page: all that a mouse can reach is met, and seen when it is. */
    void walksThePage() {
        List<Object> met = new ArrayList<>();
        List<Object> unseen = new ArrayList<>();
        List<?> reachable = (List<?>) browser.run(REACHABLE);
        for (int k = 0; k <= 2 * reachable.size() + 20; k++) {
            browser.press(Keys.TAB);
            Map<?, ?> focused = (Map<?, ?>) browser.run(FOCUSED);
            if (focused == null || met.contains(focused.get("at"))) {
                break;
            }
            met.add(focused.get("at"));
            if (focused.get("seen") != Boolean.TRUE) {
                unseen.add(focused.get("html"));
            }
        }
        assertThat(unseen).as("focused, and not seen to be").isEmpty();
        assertThat(met).containsAll(new ArrayList<Object>(reachable));
    }

    /** Moves the focus there and presses keys. */
    void press(String id, CharSequence... keys) {
        browser.run("document.getElementById(arguments[0]).focus()", id);
        browser.press(keys);
    }
}
