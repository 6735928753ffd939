package hopfield.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** All files below a folder of a local disk, where links may lead in circles, or nowhere. */
final class LocalTree {
    private final Path root;
    private final Set<Path> visited = new HashSet<>();
    private final Queue<Path> links = new ArrayDeque<>();
    private final List<String> names = new ArrayList<>();

    private LocalTree(Path root) {
        this.root = root;
    }

    /**
     * The paths, below a folder, of all that is no folder, broken links too. Each folder is gone through once: by its own path where
     * that is below the root, else by the first link to it.
     */
    static List<String> names(Path root) throws IOException {
        LocalTree tree = new LocalTree(root);
        tree.walk(root);
        while (!tree.links.isEmpty()) {
            tree.walk(tree.links.remove());
        }
        return tree.names;
    }

    private void walk(Path folder) throws IOException {
        if (!visited.add(folder.toRealPath())) {
            return;
        }
        for (Path child : children(folder)) {
            if (!Files.isDirectory(child)) {
                names.add(root.relativize(child).toString());
            } else if (Files.isSymbolicLink(child)) {
                links.add(child);
            } else {
                walk(child);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (AccessDeniedException e) {
            throw new IOException("no permission to list " + folder, e);
        }
        children.sort(null);
        return children;
    }

    /** Refuses a link that leads nowhere, and what is no file but waits for others to write, as a pipe. */
    static void requireReadable(Path file) throws UnreadablePicture {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new UnreadablePicture("is a broken link");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnreadablePicture("is no regular file");
        }
    }
}
