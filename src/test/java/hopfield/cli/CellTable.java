package hopfield.cli;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the table of all cells should say of a run with one trial, computed by Spark SQL from its rows. */
final class CellTable {
    /** Means in the order of the table; each has its deviation beside it. */
    static final List<String> MEANS =
            List.of("input_similarity", "similarity", "blank_similarity", "overlap", "iou", "ssim", "steps");

    private CellTable() {}

    static List<Row> of(Dataset<Row> rows) {
        List<Column> all = new ArrayList<>(List.of(
                count_if(col("stored")).as("stored"),
                count_if(col("restored")).as("restored"),
                count_if(col("identified")).as("identified"),
                count_if(col("stored").and(col("exact"))).as("exact"),
                count_if(col("stored").and(col("improved"))).as("improved"),
                count_if(col("stored").and(col("improved").isNotNull())).as("improvable"),
                count_if(col("outcome").equalTo("fixed_point")).as("converged")));
        for (String mean : MEANS) {
            Column value = mean.equals("blank_similarity")
                    ? lit(1).minus(col("foreground").divide(784))
                    : col(mean).cast("double");
            all.add(avg(value).as(mean));
            all.add(stddev(value)
                    .divide(sqrt(count(when(value.isNotNull(), 1))))
                    .as(mean + "_error"));
        }
        return rows.groupBy("rule", "noise", "level", "patterns")
                .agg(count(lit(1)).as("probes"), all.toArray(Column[]::new))
                .collectAsList();
    }
}
