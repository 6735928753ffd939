package hopfield;

/**
 * A mistake of the user's: the message is one line that says what is wrong, with both values, and what to do. The
 * command line prints it without a stack trace and exits with status 2; any other exception is a bug.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
