package hopfield.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells failures of disks and file systems, which are no bugs, from others; tasks send them home as text. */
final class StorageFailure {
    private static final Pattern SAID = Pattern.compile(
            "No space left on device|File too large|Too many open files|Disk quota exceeded|Read-only file system"
                    + "|Name node is in safe mode|The (DiskSpace|NameSpace) quota [^\\n]* is exceeded"
                    + "|could only be written to 0 of the [^\\n]* nodes|Could not obtain block|Input/output error"
                    + "|(Call|No Route to Host) +[Ff]rom [^\\n]* failed on (connection|socket timeout) exception: [^;\\n]*");

    private StorageFailure() {}

    /** The message of the file system, if it was one that failed. */
    static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher said = SAID.matcher(String.valueOf(cause.getMessage()));
            if (said.find()) {
                return Optional.of(said.group());
            }
        }
        return Optional.empty();
    }
}
