package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write into a run's folder: a file that names its holder, and is changed at every beat. One that has not changed for
 * {@value #BEATS_TO_DIE} beats was left by a sweep that was killed. Only the file's own changes count, so that clocks need not agree.
 */
final class RunLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLease.class);
    private static final int BEATS_TO_DIE = 6;

    private final FileSystem files;
    private final Path path;
    private final String holder;
    private final Runnable whenLost;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(RunLease::daemon);
    private BadInput loss;

    private RunLease(FileSystem files, Path path, String holder, Runnable whenLost) {
        this.files = files;
        this.path = path;
        this.holder = holder;
        this.whenLost = whenLost;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lease");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Takes a lease; waits for up to {@value #BEATS_TO_DIE} beats where there is one already, to see whether its holder lives.
     *
     * @param who the holder, in words: a sweep's application, or what else it is, as "the restoration of ..."
     * @param whenLost called at every beat once another has it: what is under way then is in vain
     * @throws BadInput if another holds it
     */
    static RunLease take(FileSystem files, Path path, String who, Duration beat, Runnable whenLost) throws IOException {
        if (files.exists(path)) {
            String dead = written(files, path);
            String other = awaitDeath(files, path, beat);
            if (!written(files, path).equals(dead)) {
                throw justBegun(path, null);
            }
            LOG.info("{} ended without finishing; its work is taken over", other);
            files.delete(path, false);
        }
        RunLease lease = new RunLease(files, path, who + ", " + UUID.randomUUID(), whenLost);
        lease.create();
        lease.heart.scheduleWithFixedDelay(lease::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        return lease;
    }

    /**
     * Waits to see whether a lease's holder lives.
     *
     * @return the holder, which does not
     * @throws BadInput if it does
     */
    static String awaitDeath(FileSystem files, Path path, Duration beat) throws IOException {
        String other = holder(files, path);
        long patience = beat.multipliedBy(BEATS_TO_DIE).toMillis();
        try {
            long seen = files.getFileStatus(path).getModificationTime();
            long silent = System.currentTimeMillis() - seen;
            if (silent < patience) {
                LOG.info("{} wrote here {} s ago; waiting to see whether it still runs", other, silent / 1000);
            }
            for (long waited = 0; waited < patience; waited += beat.toMillis()) {
                Thread.sleep(beat.toMillis());
                if (files.getFileStatus(path).getModificationTime() != seen) {
                    throw new BadInput(other + " is writing into " + path.getParent()
                            + "; wait for it to end, or choose another --out");
                }
            }
        } catch (FileNotFoundException e) {
            throw new BadInput(other + " has just ended in " + path.getParent() + "; try again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + other, e);
        }
        return other;
    }

    private static BadInput justBegun(Path path, IOException cause) {
        return new BadInput("another run has just begun in " + path.getParent() + "; choose another --out", cause);
    }

    /** Whoever holds a lease, in words. */
    static String holder(FileSystem files, Path path) {
        String text = written(files, path);
        return text.contains(", ") ? named(text.substring(0, text.lastIndexOf(", "))) : "another run";
    }

    /** The text of a lease; empty where it cannot be read. */
    private static String written(FileSystem files, Path path) {
        try (InputStream in = files.open(path)) {
            return new String(in.readNBytes(1000), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether a holder, in words, is no sweep, which {@code --resume} would finish. */
    static boolean isRestoration(String holder) {
        return holder.startsWith("the restoration");
    }

    private static String named(String who) {
        return who.startsWith("the ") ? who : "the sweep of " + who;
    }

    /** Makes the file, unless another has, whatever its file system says then; removes what it cannot fill. */
    private void create() throws IOException {
        OutputStream opened;
        boolean reserved = false;
        try {
            reserved = reserve();
            opened = files.create(path, reserved);
        } catch (IOException e) {
            if (reserved) {
                removeOwn();
            }
            if (e instanceof FileAlreadyExistsException || files.exists(path)) {
                throw justBegun(path, e);
            }
            throw e;
        }
        try {
            RunFiles.fill(opened, text());
        } catch (IOException e) {
            removeOwn();
            throw e;
        }
    }

    /** Removes the file unless it holds another's text. */
    private void removeOwn() throws IOException {
        if (files.exists(path) && (files.getFileStatus(path).getLen() == 0 || holder.startsWith(content()))) {
            files.delete(path, false);
        }
    }

    /** On a local disk, where Hadoop looks for a file and then makes it, makes an empty one in one act; whether it has. */
    private boolean reserve() throws IOException {
        if (!"file".equals(files.getUri().getScheme())) {
            return false;
        }
        files.mkdirs(path.getParent());
        try {
            Files.createFile(java.nio.file.Path.of(files.makeQualified(path).toUri()));
            return true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(path.toString());
        } catch (IOException e) {
            return false; // what is wrong there the file system says in its own words
        }
    }

    private byte[] text() {
        return holder.getBytes(StandardCharsets.UTF_8);
    }

    private String content() throws IOException {
        try (InputStream in = files.open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Changes the file's time alone, where that can be done: a full disk would leave nothing of a file that is written again. */
    private synchronized void renew() throws IOException {
        long before = files.getFileStatus(path).getModificationTime();
        files.setTimes(path, Math.max(System.currentTimeMillis(), before + 1), -1);
        if (files.getFileStatus(path).getModificationTime() == before) {
            RunFiles.fill(files, path, text(), true);
        }
    }

    private void beat() {
        try {
            check();
            renew();
        } catch (BadInput lost) {
            whenLost.run(); // again and again: it may begin something between two beats
        } catch (IOException | RuntimeException e) {
            LOG.warn("could not renew the lease {}: {}", path, e.getMessage());
        }
    }

    /**
     * Makes sure that the lease is still held, before something is written that cannot be taken back.
     *
     * @throws BadInput if it is not; once lost, it stays so
     */
    synchronized void check() throws IOException {
        if (loss == null) {
            loss = found();
        }
        if (loss != null) {
            throw new BadInput(loss.getMessage(), loss);
        }
    }

    /** The message that another has it; null if none has. */
    private BadInput found() throws IOException {
        try {
            if (content().equals(holder)) {
                return null;
            }
        } catch (FileNotFoundException e) {
            return new BadInput(
                    path + " is gone: another run has taken " + path.getParent()
                            + " over from this one, or it was removed;"
                            + " see what is there, and give the same command "
                            + (isRestoration(holder) ? "again" : "with --resume"),
                    e);
        }
        return new BadInput(holder(files, path) + " has taken " + path.getParent()
                + " over from this one, which stood still for too long; leave the rest to it");
    }

    /** Gives the lease back. */
    @Override
    public void close() {
        heart.shutdownNow();
        try {
            heart.awaitTermination(10, TimeUnit.SECONDS);
            check();
            files.delete(path, false);
        } catch (BadInput lost) {
            LOG.debug("nothing to give back", lost);
        } catch (IOException e) {
            LOG.warn("could not give back the lease {}: {}", path, HadoopFiles.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
