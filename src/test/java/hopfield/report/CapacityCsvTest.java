package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Cell;
import hopfield.metric.FinalState;
import hopfield.metric.FinalStates;
import hopfield.metric.Generalisation;
import hopfield.metric.Rate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityCsvTest {
    private static final Cell CELL = Cells.cell("hebbian", 5, .2, 60, 100);

    @Test
    void newColumnsFollowTheOldOnes() {
        String[] header = csv().strip().split(",");

        assertThat(Arrays.copyOf(header, 26))
                .containsExactly(
                        ("rule,patterns,load,noise,level,images,stored,input_similarity,similarity,blank_similarity,overlap,iou,"
                                        + "exact,exact_low,exact_high,restored,restored_low,restored_high,"
                                        + "identified,identified_low,identified_high,steps,converged,converged_low,converged_high,psnr")
                                .split(","));
        assertThat(header)
                .contains(
                        "ssim",
                        "improved_low",
                        "became_original",
                        "became_mixture",
                        "unstored",
                        "unstored_same_class_high");
    }

    @Test
    void everyNumberHasItsColumn() {
        Generalisation unstored = new Generalisation(
                1200, .8, .85, new Rate(600, 1200), new Rate(300, 1200), Cells.error(.005), Cells.error(.01));

        assertThat(fields(Cells.with(CELL, unstored)))
                .containsEntry("rule", "hebbian")
                .containsEntry("similarity", "0.867")
                .containsEntry("converged", "1.0")
                .containsEntry("psnr", "8.76")
                .containsEntry("ssim", "0.4")
                .containsEntry("improved", "0.6")
                .containsEntry("became_original", "60")
                .containsEntry("became_inverse", "0")
                .containsEntry("became_mixture", "40")
                .containsEntry("unstored", "1200")
                .containsEntry("unstored_input_similarity", "0.8")
                .containsEntry("unstored_similarity", "0.85")
                .containsEntry("unstored_improved", "0.5")
                .containsEntry("unstored_same_class", "0.25")
                .containsEntry("unstored_input_similarity_error", "0.005")
                .containsEntry("unstored_similarity_error", "0.01")
                .containsEntry("clusters", "1000")
                .containsEntry("ssim_clusters", "1000")
                .containsEntry("unstored_clusters", "1000");
    }

    @Test
    void everyFinalStateHasItsOwnShareAndInterval() {
        List<Long> counts = List.of(50L, 20L, 15L, 5L, 10L);
        List<Double> effective = List.of(90., 80., 70., 60., 55.);
        Map<String, String> fields = fields(Cells.with(CELL, new FinalStates(counts, effective)));

        for (FinalState state : FinalState.values()) {
            Rate share = new Rate(counts.get(state.ordinal()), 100, effective.get(state.ordinal()));
            assertThat(fields)
                    .containsEntry("became_" + state.label(), String.valueOf(counts.get(state.ordinal())))
                    .containsEntry("became_" + state.label() + "_share", String.valueOf(share.value()))
                    .containsEntry("became_" + state.label() + "_share_low", String.valueOf(share.low()))
                    .containsEntry("became_" + state.label() + "_share_high", String.valueOf(share.high()));
        }
    }

    @Test
    void whatThereIsNoneOfIsAnEmptyField() {
        assertThat(fields(Cells.cell("hebbian", 5, .2, 0, 0)))
                .containsEntry("restored", "")
                .containsEntry("improved_high", "")
                .containsEntry("became_original", "0")
                .containsEntry("became_original_share_low", "")
                .containsEntry("unstored", "0")
                .containsEntry("unstored_similarity", "")
                .containsEntry("unstored_same_class_high", "");
    }

    private static String csv(Cell... cells) {
        Setting setting = new Setting(28, 28, 1, "sync", Setting.Images.PICTURES);
        return CapacityCsv.of(List.of(new Report("run", List.of(), setting, List.of(cells), List.of(), Map.of())));
    }

    private static Map<String, String> fields(Cell cell) {
        String[] lines = csv(cell).split("\n");
        String[] names = lines[0].split(",");
        String[] values = lines[1].split(",", -1);
        assertThat(values).hasSameSizeAs(names);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int k = 0; k < names.length; k++) {
            fields.put(names[k], values[k]);
        }
        return fields;
    }
}
