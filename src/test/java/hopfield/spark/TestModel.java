package hopfield.spark;

import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.pattern.Threshold;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** A model that a test trains, saves and opens again. */
record TestModel(SparkSession session, String path) {
    /** In its place within a folder, by two threads; a deck has three parts. */
    static TestModel in(Path folder) {
        return new TestModel(TestSpark.session(2, 3), folder.resolve("model").toString());
    }

    Train.Saved train(Rule rule, ImageSource source, int load, int blockSide) {
        Train.Options options = new Train.Options(rule, Threshold.HALF, blockSide, path);
        return new Train(session, options, source, load).run(Map.of("seed", 1));
    }

    SavedModel open() {
        return SavedModel.open(session, path);
    }
}
