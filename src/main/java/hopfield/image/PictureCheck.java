package hopfield.image;

import hopfield.pattern.Shape;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The findings in one batch of a folder's files: each is read and decoded.
 *
 * @param unreadable which files, from the batch's first, cannot be used
 * @param complaints why, of the first of them: "NAME is damaged (...)"
 * @param first the first picture that can be used, or null
 * @param other the first of another size than that, or null
 * @param digest SHA-256 over the names of the pictures and the SHA-256 of their files
 */
record PictureCheck(BitSet unreadable, List<String> complaints, Sized first, Sized other, byte[] digest)
        implements Serializable {
    /** Files that are checked together: what is known of them is a few hundred bytes. */
    static final int BATCH = 16;

    /** Complaints that a user is shown. */
    static final int MOST_COMPLAINTS = 20;

    /** A picture and its size. */
    record Sized(String name, Shape shape) implements Serializable {
        @Override
        public String toString() {
            return name + " is " + shape;
        }
    }

    static PictureCheck of(PictureFolder folder, List<String> names) {
        BitSet unreadable = new BitSet();
        List<String> complaints = new ArrayList<>();
        Sized first = null;
        Sized other = null;
        MessageDigest digest = sha256();
        for (int k = 0; k < names.size(); k++) {
            String name = names.get(k);
            try {
                byte[] file = folder.read(name);
                Sized picture = new Sized(name, folder.picture(name, file).shape());
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(sha256().digest(file));
                if (first == null) {
                    first = picture;
                } else if (other == null && !picture.shape().equals(first.shape())) {
                    other = picture;
                }
            } catch (UnreadablePicture e) {
                unreadable.set(k);
                if (complaints.size() < MOST_COMPLAINTS) {
                    complaints.add(name + " " + e.getMessage());
                }
            } catch (OutOfMemoryError e) { // as it is read
                throw folder.noRoom(name, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new PictureCheck(unreadable, complaints, first, other, digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
