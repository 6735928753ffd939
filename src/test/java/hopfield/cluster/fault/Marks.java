package hopfield.cluster.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the processes of a run and its test know of a fault: files in a folder of this machine.
 *
 * @param folder where they are
 */
public record Marks(Path folder) {
    private static final String GO_ON = "go-on";

    /** Whether this is the one that leaves a mark: the fault is injected once. */
    public boolean leave(String name) {
        try {
            Files.createFile(folder.resolve(name));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a mark has been left. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Lets what has paused go on. */
    public void goOn() {
        leave(GO_ON);
    }

    /** Waits to be told to go on, which may never be. */
    void pause() throws InterruptedException {
        while (!has(GO_ON)) {
            Thread.sleep(20);
        }
    }

    /** Ends a process as a crash does, and waits for it if it is this one. */
    static void kill(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-9", String.valueOf(process.pid())).start();
            Thread.sleep(60_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
