package hopfield.image;

import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears of a reader what it does not fail for: it fills what a file lacks with grey and only warns, or leaves rows black and says
 * nothing but how far it came. Such a picture is not what its file was.
 */
final class Damage implements IIOReadWarningListener, IIOReadProgressListener {
    private static final float ALL = 100;

    private String heard;
    private float percent;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (Stream.of("Truncated", "Premature", "Corrupt").anyMatch(warning::contains)) {
            heard = warning;
        }
    }

    /** Of a GIF, the share of its rows that are complete; other readers count otherwise. */
    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        percent = percentageDone;
    }

    /** Refuses a picture that the reader warned of, or whose data end before its last row. */
    void check(String format, byte[] file) throws UnreadablePicture {
        if (heard != null) {
            throw new UnreadablePicture("is damaged (" + heard + ")");
        }
        if (format.equalsIgnoreCase("gif") && percent < ALL || format.equalsIgnoreCase("bmp") && !BmpRuns.end(file)) {
            throw new UnreadablePicture("is damaged (its pixels end early)");
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
