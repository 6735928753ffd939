package hopfield.cli;

import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Row;

/** SQL for standard errors of means, and the margins of their 95 % intervals, over recalls, in which those of one image under a network are a cluster. */
final class StandardErrorSql {
    private StandardErrorSql() {}

    /** Half the width of the interval of a mean by Student's distribution; null of one image. */
    static Double margin(Row row, String name) {
        long clusters = row.<Long>getAs("C_" + name);
        return clusters < 2
                ? null
                : Double.valueOf(
                        row.<Double>getAs(name) * new TDistribution(clusters - 1.0).inverseCumulativeProbability(.975));
    }

    /**
     * A row for each group: of each value its error, sqrt(C / (C - 1) * sum_c (x_c - x m_c)^2) / n over its C images, null of one,
     * and C.
     *
     * @param group the columns that make a group
     * @param values SQL of each value, by the name of its error; may be null of a recall that does not count
     * @param counted SQL of which recalls count
     */
    static String of(String group, Map<String, String> values, String counted) {
        BinaryOperator<String> each = (form, join) -> values.entrySet().stream()
                .map(value -> form.replace("@", value.getKey()).replace("#", value.getValue()))
                .collect(Collectors.joining(join));
        String images = "select " + group + ", network, image, "
                + each.apply("coalesce(sum(#), 0) x_@, count(#) m_@", ", ") + " from recalls where " + counted
                + " group by " + group + ", network, image";
        String means = "select *, "
                + each.apply(
                        "try_divide(sum(x_@) over (partition by " + group + "), sum(m_@) over (partition by " + group
                                + ")) p_@",
                        ", ")
                + " from (" + images + ")";
        return "select " + group + ", "
                + each.apply(
                        "if(count_if(m_@ > 0) > 1, sqrt(try_divide(count_if(m_@ > 0), count_if(m_@ > 0) - 1)"
                                + " * sum(pow(x_@ - p_@ * m_@, 2))) / sum(m_@), null) @, count_if(m_@ > 0) C_@",
                        ", ")
                + " from (" + means + ") group by " + group;
    }
}
