package hopfield.image;

import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Hears a reader that fills what a file lacks with grey and only warns: such a picture is not what its file was. */
final class Damage implements IIOReadWarningListener {
    private String heard;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (Stream.of("Truncated", "Premature", "Corrupt").anyMatch(warning::contains)) {
            heard = warning;
        }
    }

    /** Refuses a picture that the reader warned of. */
    void check() throws UnreadablePicture {
        if (heard != null) {
            throw new UnreadablePicture("is damaged (" + heard + ")");
        }
    }
}
