package hopfield.image;

import hopfield.BadInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Several sources of one size as a single deck, numbered through. */
final class ConcatenatedImages implements ImageSource {
    private static final long serialVersionUID = 1;

    private final String name;
    private final ArrayList<ImageSource> parts;

    ConcatenatedImages(String name, List<? extends ImageSource> parts) {
        this.name = name;
        this.parts = new ArrayList<>(parts);
        ImageSource first = parts.get(0);
        for (ImageSource part : parts) {
            if (part.width() != first.width() || part.height() != first.height()) {
                throw new BadInput(part.name() + " has images of " + part.width() + "x" + part.height() + ", "
                        + first.name() + " of " + first.width() + "x" + first.height() + "; one deck needs one size");
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int count() {
        return parts.stream().mapToInt(ImageSource::count).reduce(0, Math::addExact);
    }

    @Override
    public int width() {
        return parts.get(0).width();
    }

    @Override
    public int height() {
        return parts.get(0).height();
    }

    @Override
    public Map<String, String> checksums() {
        Map<String, String> sums = new LinkedHashMap<>();
        parts.forEach(part -> sums.putAll(part.checksums()));
        return sums;
    }

    @Override
    public Iterator<Image> read(int from, int until) {
        return new Iterator<>() {
            private int next = from;
            private int part = -1;
            private int start;
            private Iterator<Image> images = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                return next < until;
            }

            @Override
            public Image next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                while (!images.hasNext()) {
                    start += part < 0 ? 0 : parts.get(part).count();
                    ImageSource source = parts.get(++part);
                    int first = Math.max(next - start, 0);
                    int end = Math.min(until - start, source.count());
                    images = first < end ? source.read(first, end) : images;
                }
                next++;
                Image image = images.next();
                return new Image(image.number() + start, image.label(), image.pattern());
            }
        };
    }
}
