package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Rate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report loads nothing and runs nothing but its own two scripts, whatever its data. */
class HtmlSafetyTest {
    private static final String HOSTILE = "</script><script>alert('1')</script><img src=x onerror=alert(2)>{{x}}";

    private final ReportPage page = ReportPage.of(new Rate(196, 200));

    @Test
    void nothingIsLoadedFromAnywhere() {
        assertThat(ReportPage.matches(page.markup(), "(?:src|href|srcset|action|poster)\\s*=\\s*\"([^\"]*)\""))
                .isNotEmpty()
                .allMatch(address -> address.startsWith("data:") || address.startsWith("#"));
        assertThat(page.markup())
                .doesNotContain("http://", "https://", "url(", "@import", "<iframe", "<object")
                .contains("content=\"default-src 'none'; img-src data:;");
        assertThat(ReportPage.matches(page.html(), "<script\\b([^>]*)>"))
                .containsExactly(" type=\"application/json\" id=\"data\"", "", "");
    }

    @Test
    void onlyTheTwoScriptsNamedByTheirHashMayRun() throws Exception {
        List<String> scripts = ReportPage.matches(page.html(), "<script>([\\s\\S]*?)</script>");
        StringBuilder hashes = new StringBuilder();
        for (String script : scripts) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            hashes.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(hash))
                    .append("'");
        }

        assertThat(scripts).hasSize(2);
        assertThat(page.markup()).contains("script-src" + hashes + ";");
    }

    @Test
    void noDataIsMarkup() throws Exception {
        ReportPage hostile = ReportPage.of(HOSTILE, new Rate(1, 2));

        assertThat(hostile.cell("rule").textValue()).isEqualTo(HOSTILE);
        assertThat(ReportPage.matches(hostile.html(), "<(script)\\b")).hasSize(3);
        assertThat(hostile.markup())
                .contains("Images of &lt;/script&gt;&lt;script&gt;alert(", "Beware of &lt;/script&gt;")
                .contains("<strong>&lt;/script&gt;", "{{x}}")
                .doesNotContain("<img src=x", "alert('1')");
    }

    @Test
    void aClassIsCalledByItsNameWhichIsText() throws Exception {
        ReportPage classes = ReportPage.of("centred", new Rate(1, 2), List.of("a", "b", "c", "d", HOSTILE));

        assertThat(classes.data().get("runs").get(0).get("classes").get(4).textValue())
                .isEqualTo(HOSTILE);
        assertThat(ReportPage.matches(classes.html(), "<(script)\\b")).hasSize(3);
        assertThat(classes.markup()).doesNotContain("<img src=x", "alert('1')");
    }
}
