package hopfield.spark;

import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.PatternPng;
import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;

/**
 * Where tasks put restored pictures: a PNG each, under the name that its source gives it. A picture is written under a name of
 * the attempt's own first, in a hidden folder beside theirs, so that none is half-written, whatever is retried, run twice or killed.
 *
 * @param files the file systems
 * @param folder absolute
 * @param source the pictures' names and size
 */
record RestoredPictures(HadoopFiles files, String folder, Broadcast<ImageSource> source) implements Serializable {

    /** Of every picture. */
    Shape shape() {
        return new Shape(source.value().width(), source.value().height());
    }

    void write(int image, Pattern restored, long attempt) {
        Path picture =
                new Path(new Path(folder), new Path(null, null, source.value().fileName(image)));
        Path partial = new Path(new Path(folder).getParent(), ".attempts/" + attempt + "-" + image + ".png");
        try {
            FileSystem system = files.of(picture);
            try (OutputStream out = system.create(partial, true)) {
                out.write(PatternPng.of(restored, shape()));
            }
            system.mkdirs(picture.getParent());
            if (!system.rename(partial, picture)) {
                system.delete(partial, false);
                if (!system.exists(picture)) {
                    throw new IOException("could not rename " + partial);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + picture + ": " + HadoopFiles.reason(e), e);
        }
    }
}
