package hopfield.image;

import hopfield.BadInput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
        Stream<Image> images = Stream.empty();
        int start = 0;
        for (ImageSource part : parts) {
            int first = Math.max(from, start) - start;
            int end = Math.min(until, start + part.count()) - start;
            if (first < end) {
                int offset = start;
                Iterable<Image> range = () -> part.read(first, end);
                images = Stream.concat(
                        images,
                        Stream.of(range)
                                .flatMap(r -> StreamSupport.stream(r.spliterator(), false))
                                .map(image -> new Image(image.number() + offset, image.label(), image.pattern())));
            }
            start += part.count();
        }
        return images.iterator();
    }
}
