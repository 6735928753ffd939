package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReproductionTest {
    @Test
    void theCommandHasEveryOptionButThoseOfThePlace() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("images", "folder:my pictures");
        options.put("noise", "flip=0.1");
        options.put("clamp", false);
        options.put("out", "out/run");
        options.put("resume", false);
        options.put("overwrite", true);
        options.put("event-log", "logs");
        Setting setting = new Setting(28, 28, 1, "sync", Setting.Images.PICTURES);
        Report run = new Report("run", List.of(), setting, List.of(), List.of(), Map.of("options", options));

        assertThat(Reproduction.command(run))
                .isEqualTo("./submit.sh sweep --images 'folder:my pictures' --noise flip=0.1 --clamp false");
    }

    @Test
    void aRunThatDidNotSayWithWhatOptionsHasNone() {
        Setting setting = new Setting(28, 28, 1, "sync", Setting.Images.PICTURES);

        assertThat(Reproduction.command(new Report("run", List.of(), setting, List.of(), List.of(), Map.of())))
                .isEmpty();
    }
}
