package hopfield.image;

import hopfield.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;

/**
 * A folder of files on any Hadoop file system; a file's name is its path below the folder.
 *
 * @param files the file systems
 * @param address where the folder is, absolute
 */
record PictureFolder(HadoopFiles files, String address) implements Serializable {

    static PictureFolder of(HadoopFiles files, Path root) {
        return new PictureFolder(files, root.toString());
    }

    /**
     * All files in it and below, in the order of their names; none of which any part begins with a dot or an underscore, which
     * Hadoop takes for hidden. On a local disk links are followed, each folder being gone through once.
     *
     * @throws BadInput if it is no folder, or cannot be listed
     */
    List<String> names() {
        Path root = new Path(address);
        try {
            FileSystem system = files.of(root);
            if (!system.exists(root)) {
                throw new BadInput(address + " does not exist; pass a folder of pictures as --images folder:DIR");
            }
            if (!system.getFileStatus(root).isDirectory()) {
                throw new BadInput(address + " is a file, expected a folder of pictures");
            }
            return (system instanceof LocalFileSystem local
                            ? LocalTree.names(local.pathToFile(root).toPath())
                            : names(system, root))
                    .stream()
                            .filter(name -> Stream.of(name.split("/"))
                                    .noneMatch(part -> part.startsWith(".") || part.startsWith("_")))
                            .sorted()
                            .toList();
        } catch (IOException e) {
            throw new BadInput(
                    "folder " + address + " cannot be listed: " + HadoopFiles.reason(e) + "; pass a folder that can",
                    e);
        }
    }

    private static List<String> names(FileSystem system, Path root) throws IOException {
        List<String> names = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> found = system.listFiles(root, true);
        int skipped = root.toUri().getPath().length() + (root.isRoot() ? 0 : 1);
        while (found.hasNext()) {
            names.add(found.next().getPath().toUri().getPath().substring(skipped));
        }
        return names;
    }

    /**
     * The picture in a file.
     *
     * @throws BadInput if there is no memory for it, which says nothing of the file
     */
    GreyPicture picture(String name, byte[] file) throws UnreadablePicture {
        try {
            return PictureDecoder.decode(file);
        } catch (OutOfMemoryError e) {
            throw noRoom(name, e);
        }
    }

    /** There is no memory for a picture, which says nothing of its file. */
    BadInput noRoom(String name, OutOfMemoryError failure) {
        return new BadInput(
                "there is no memory to decode " + name + " of " + address + "; raise --executor-memory (with a local"
                        + " master --driver-memory), or run fewer tasks at once",
                failure);
    }

    /** The bytes of a file, up to one more than a picture may have. */
    byte[] read(String name) throws IOException, UnreadablePicture {
        Path path = new Path(new Path(address), new Path(null, null, name));
        FileSystem system = files.of(path);
        if (system instanceof LocalFileSystem local) {
            LocalTree.requireReadable(local.pathToFile(path).toPath());
        }
        try (InputStream in = system.open(path)) {
            return in.readNBytes(PictureDecoder.MOST_BYTES + 1);
        } catch (ChecksumException e) {
            throw new UnreadablePicture("is not what its checksum file says (." + path.getName() + ".crc)", e);
        } catch (FileNotFoundException | AccessControlException e) {
            throw new UnreadablePicture("cannot be opened", e);
        } catch (IllegalArgumentException e) { // as of a colon, where a file system has checksum files
            throw new UnreadablePicture("has a name that Hadoop cannot open", e);
        }
    }
}
