package hopfield.spark;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import hopfield.noise.Noise;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/** The cells of a memory in words, as Spark's interface shows them. */
final class CellNames {
    private CellNames() {}

    /** As "3 cells: flip=0, 0.2; gaussian=1". */
    static String of(List<Noise> noises) {
        return noises.size()
                + (noises.size() == 1 ? " cell: " : " cells: ")
                + noises.stream()
                        .collect(groupingBy(Noise::kind, LinkedHashMap::new, mapping(CellNames::level, joining(", "))))
                        .entrySet()
                        .stream()
                        .map(kind -> kind.getKey() + "=" + kind.getValue())
                        .collect(joining("; "));
    }

    private static String level(Noise noise) {
        return BigDecimal.valueOf(noise.level()).stripTrailingZeros().toPlainString();
    }
}
