package hopfield.image;

/** A file is not a picture that can be used; the message says why, in a few words to stand behind the file's name. */
final class UnreadablePicture extends Exception {
    private static final long serialVersionUID = 1;

    UnreadablePicture(String message) {
        super(message);
    }

    UnreadablePicture(String message, Throwable cause) {
        super(message, cause);
    }
}
