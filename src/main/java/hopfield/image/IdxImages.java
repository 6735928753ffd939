package hopfield.image;

import hopfield.BadInput;
import hopfield.pattern.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** Images of one IDX file, with the labels of another where there is one. */
final class IdxImages implements ImageSource {
    private static final long serialVersionUID = 1;

    private final IdxFile images;
    private final IdxFile labels;

    private final Shape given;
    private final Preparation preparation;

    private IdxImages(IdxFile images, IdxFile labels, Preparation preparation) {
        this.images = images;
        this.labels = labels;
        this.given = new Shape(images.dimensions()[2], images.dimensions()[1]);
        this.preparation = preparation;
    }

    /** Opens an images file; labels are read from the file beside it that bears the matching MNIST name, if it exists. */
    static IdxImages open(HadoopFiles files, Path path, Preparation preparation) {
        String name = IdxFile.decompressedName(path);
        String labels = name.replace("images", "labels").replace("idx3", "idx1");
        return open(
                files,
                path,
                labels.equals(name) ? Optional.empty() : IdxFile.find(files, path.getParent(), labels),
                preparation);
    }

    static IdxImages open(HadoopFiles files, Path imagesPath, Optional<Path> labelsPath, Preparation preparation) {
        IdxFile images = IdxFile.open(files, imagesPath, IdxFile.IMAGES_MAGIC);
        IdxFile labels = labelsPath
                .map(path -> IdxFile.open(files, path, IdxFile.LABELS_MAGIC))
                .orElse(null);
        if (labels != null && labels.dimensions()[0] != images.dimensions()[0]) {
            throw new BadInput(imagesPath + " has " + images.dimensions()[0] + " images but " + labelsPath.get()
                    + " has " + labels.dimensions()[0] + " labels; pass two files of one set");
        }
        return new IdxImages(images, labels, preparation);
    }

    /** The header of an images file. */
    static DeckSize size(HadoopFiles files, Path path) {
        int[] dimensions = IdxFile.dimensions(files, path, IdxFile.IMAGES_MAGIC);
        return new DeckSize(IdxFile.decompressedName(path), dimensions[0], dimensions[2], dimensions[1]);
    }

    @Override
    public String name() {
        return images.name();
    }

    @Override
    public int count() {
        return images.dimensions()[0];
    }

    @Override
    public int width() {
        return preparation.shape(given).width();
    }

    @Override
    public int height() {
        return preparation.shape(given).height();
    }

    @Override
    public Map<String, String> checksums() {
        Map<String, String> sums = new LinkedHashMap<>();
        sums.put(images.name(), images.sha256());
        if (labels != null) {
            sums.put(labels.name(), labels.sha256());
        }
        return sums;
    }

    @Override
    public Iterator<Image> read(int from, int until) {
        byte[] classes = labels == null ? new byte[0] : classes(from, until);
        try {
            return new Reader(images.readFrom(from), from, until, classes);
        } catch (EOFException e) {
            throw changed(images, "image " + from, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] classes(int from, int until) {
        try (InputStream in = labels.readFrom(from)) {
            byte[] classes = in.readNBytes(until - from);
            if (classes.length < until - from) {
                throw changed(labels, "label " + (from + classes.length), null);
            }
            return classes;
        } catch (EOFException e) {
            throw changed(labels, "label " + (until - 1), e); // a gzip stream is read ahead
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param missing an item that was there when the file was opened */
    private static BadInput changed(IdxFile file, String missing, EOFException cause) {
        return new BadInput(
                file.path() + " has changed while it was read: it ends before " + missing
                        + "; make sure that nobody writes it, and give the same command again",
                cause);
    }

    /** Decodes one image at a time; closes the file after the last. */
    private final class Reader implements Iterator<Image> {
        private final InputStream in;
        private final int from;
        private final int until;
        private final byte[] classes;
        private final byte[] pixels = new byte[given.neurons()];
        private int next;

        Reader(InputStream in, int from, int until, byte[] classes) throws IOException {
            this.in = in;
            this.from = from;
            this.until = until;
            this.classes = classes;
            this.next = from;
            closeAfterLast();
        }

        @Override
        public boolean hasNext() {
            return next < until;
        }

        @Override
        public Image next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                if (in.readNBytes(pixels, 0, pixels.length) < pixels.length) {
                    throw changed(images, "image " + next, null);
                }
                int label = classes.length == 0 ? Image.UNLABELLED : Byte.toUnsignedInt(classes[next - from]);
                Image image = new Image(next++, label, preparation.pattern(new GreyPicture(given, pixels)));
                closeAfterLast();
                return image;
            } catch (EOFException e) {
                throw changed(images, "image " + next, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void closeAfterLast() throws IOException {
            if (next == until) {
                in.close();
            }
        }
    }
}
