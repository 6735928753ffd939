package hopfield.image;

import hopfield.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;

/**
 * The pictures of a folder, numbered in the order of their paths. The folders that it holds are classes: a picture's class is the
 * first folder on its path, one that lies in no folder has none.
 */
final class FolderImages implements ImageSource {
    private static final long serialVersionUID = 1;

    private final PictureFolder folder;
    private final String[] names;
    private final String[] classes;
    private final Preparation preparation;
    private final FolderCheck found;

    private FolderImages(PictureFolder folder, Preparation preparation, FolderCheck found) {
        this.folder = folder;
        this.names = found.names().toArray(String[]::new);
        this.classes = found.names().stream()
                .map(FolderImages::className)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        this.preparation = preparation;
        this.found = found.withoutNames();
        if (classes.length > Short.MAX_VALUE) {
            throw new BadInput(folder.address() + " has pictures in " + classes.length
                    + " folders, which are their classes;" + " expected at most " + Short.MAX_VALUE);
        }
    }

    /**
     * Opens a folder: every file in it is read once, to know that it can be.
     *
     * @param strict whether a file that cannot be used is an error; else it is left out
     * @throws BadInput if there is no picture, or two are of different sizes and are not to be scaled
     */
    static FolderImages open(HadoopFiles files, Path root, Preparation preparation, boolean strict, Workers workers) {
        PictureFolder folder = PictureFolder.of(files, root);
        return new FolderImages(folder, preparation, FolderCheck.of(folder, preparation, strict, workers));
    }

    private static String className(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }

    @Override
    public String name() {
        return new Path(folder.address()).getName();
    }

    @Override
    public int count() {
        return names.length;
    }

    @Override
    public int width() {
        return preparation.shape(found.first().shape()).width();
    }

    @Override
    public int height() {
        return preparation.shape(found.first().shape()).height();
    }

    @Override
    public List<String> classes() {
        return List.of(classes);
    }

    @Override
    public List<String> warnings() {
        return found.warnings();
    }

    @Override
    public Map<String, String> checksums() {
        return Map.of(name() + "/", found.sha256());
    }

    @Override
    public String fileName(int image) {
        return RestoredNames.of(names, image);
    }

    @Override
    public Iterator<Image> read(int from, int until) {
        return IntStream.range(from, until).mapToObj(this::image).iterator();
    }

    private Image image(int number) {
        String name = names[number];
        try {
            GreyPicture picture = folder.picture(name, folder.read(name));
            if (!preparation
                    .shape(picture.shape())
                    .equals(preparation.shape(found.first().shape()))) {
                throw new UnreadablePicture("is " + picture.shape());
            }
            int label = Arrays.binarySearch(classes, className(name));
            return new Image(number, label < 0 ? Image.UNLABELLED : label, preparation.pattern(picture));
        } catch (UnreadablePicture e) {
            throw new BadInput(folder.address() + " has changed while it was read: " + name + " " + e.getMessage(), e);
        } catch (OutOfMemoryError e) { // as it is read or scaled
            throw folder.noRoom(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
