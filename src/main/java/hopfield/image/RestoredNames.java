package hopfield.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The paths of PNGs that are made of pictures: a picture's own, with .png behind it where it has not. Where that is another
 * picture's, or a folder's, or too long, the picture's number makes it one of its own, as in cat~7.png.
 */
final class RestoredNames {
    private static final String PNG = ".png";

    /** Bytes of a file's name: most file systems take 255, and Hadoop puts five around those of checksums. */
    private static final int LONGEST = 240;

    /** Bytes that are kept of a longer one. */
    private static final int KEPT = 200;

    private RestoredNames() {}

    /**
     * The path of one; no two pictures have the same, and none is a folder on another's.
     *
     * @param names all pictures' paths, sorted. Not modified.
     */
    static String of(String[] names, int image) {
        String name = names[image];
        boolean png = name.regionMatches(true, name.length() - PNG.length(), PNG, 0, PNG.length());
        String own = png ? name : name + PNG;
        if (bytes(own) <= LONGEST && !isFolder(names, own) && (png || !isPicture(names, own))) {
            return own;
        }
        String tilde = "~";
        String numbered = numbered(name, tilde, image);
        while (isFolder(names, numbered) || isPicture(names, numbered) || isOwn(names, numbered)) {
            tilde += "~";
            numbered = numbered(name, tilde, image);
        }
        return numbered;
    }

    /** The number stands last, so that two pictures' differ whatever is before it. */
    private static String numbered(String name, String tilde, int image) {
        String kept = name;
        while (bytes(kept) > KEPT) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept + tilde + image + PNG;
    }

    /** Of the last part. */
    private static int bytes(String path) {
        return path.substring(path.lastIndexOf('/') + 1).getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isPicture(String[] names, String path) {
        return Arrays.binarySearch(names, path) >= 0;
    }

    /** Whether a picture may have this path as its own name with an ending. */
    private static boolean isOwn(String[] names, String path) {
        return isPicture(names, path.substring(0, path.length() - PNG.length()));
    }

    private static boolean isFolder(String[] names, String path) {
        int next = -1 - Arrays.binarySearch(names, path + "/");
        return next >= 0 && next < names.length && names[next].startsWith(path + "/");
    }
}
