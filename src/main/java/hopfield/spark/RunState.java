package hopfield.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The state of the run that a folder holds: none, one that was begun, of whatever identity, or one that is finished.
 *
 * @param files the folder's
 */
record RunState(RunFiles files) {
    static final String LEASE = ".lease";

    private static final String METRICS = "metrics";
    private static final String RECORD = "run.json";
    private static final String REPORT = "report.html";
    private static final String BEGUN = ".begun.json";

    /** In the order in which they are written: the run is finished where the last of these says so. */
    private static final List<String> CONTENTS = List.of(
            "restored",
            "sheet.png",
            METRICS,
            "gallery.json",
            "capacity.csv",
            "capacity.parquet",
            "report.md",
            REPORT,
            RECORD);

    private static final ObjectMapper JSON = new ObjectMapper();

    private List<String> found() throws IOException {
        List<String> found = new ArrayList<>();
        for (String content : CONTENTS) {
            if (files.exists(content)) {
                found.add(content);
            }
        }
        return found;
    }

    /** Whether a run was begun here, or has left rows. */
    boolean holdsRun() {
        return files.has(BEGUN) || files.has(METRICS);
    }

    /** @throws BadInput if there is any part of a run, where none can be resumed or replaced */
    void requireNothing(String path) throws IOException {
        List<String> found = found();
        if (files.exists(BEGUN)) {
            found.add(BEGUN);
        }
        if (!found.isEmpty()) {
            throw new BadInput(path + " already holds a run (" + String.join(", ", found)
                    + "); choose another --out or remove it");
        }
    }

    /** @throws BadInput if there is a run; it is called by the path that the user gave */
    void requireNone(String path) throws IOException {
        if (!finished() && files.exists(LEASE)) {
            String holder = RunLease.holder(files.files(), files.at(LEASE));
            throw new BadInput(holder + " is writing into " + path + ", or was killed; "
                    + (RunLease.isRestoration(holder)
                            ? "choose another --out, or --overwrite what a killed one left"
                            : "--resume finishes what a killed one began, --overwrite begins anew"));
        }
        requireNoPart(path);
    }

    /** Likewise, whoever has the lease. */
    void requireNoPart(String path) throws IOException {
        List<String> found = found();
        if (finished()) {
            throw new BadInput(path + " already holds a finished run; choose another --out, or --overwrite it");
        }
        if (!found.isEmpty()) {
            throw new BadInput(path + " already holds a run that is not finished (" + String.join(", ", found)
                    + "); --resume to finish it, --overwrite to begin anew, or choose another --out");
        }
    }

    /**
     * Whether a run that is to be resumed has nothing left to do.
     *
     * @throws BadInput if it is another run, or none that can be resumed
     */
    boolean nothingLeft(RunIdentity identity) throws IOException {
        if (files.exists(BEGUN)) {
            requireSame(identity);
            return finished();
        }
        if (files.exists(METRICS)) {
            throw new BadInput(files.folder() + " does not say what it was begun with (" + BEGUN
                    + " is missing), so it cannot be resumed; choose another --out, or --overwrite it");
        }
        return false;
    }

    private void requireSame(RunIdentity now) {
        RunIdentity begun;
        try (InputStream in = files.open(BEGUN)) {
            begun = RunIdentity.read(in);
        } catch (IOException e) {
            throw new BadInput(
                    files.at(BEGUN) + " cannot be read (" + HadoopFiles.reason(e) + "), so the run cannot be resumed;"
                            + " choose another --out, or --overwrite it",
                    e);
        }
        List<String> differences = begun.differencesTo(now);
        if (!differences.isEmpty()) {
            throw new BadInput(files.folder() + " holds another run: " + String.join("; ", differences)
                    + "; resume with what it was begun with, or choose another --out");
        }
    }

    /** A report alone may have been made of what there was of a run. */
    private boolean finished() throws IOException {
        if (!files.exists(REPORT) || !files.exists(RECORD)) {
            return false;
        }
        try (InputStream in = files.open(RECORD)) {
            return JSON.readTree(in).has("seconds");
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    /** Removes the run, and first what says that it is finished. */
    void remove() throws IOException {
        files.files().delete(files.at(BEGUN), false); // first: what is left of a run must not pass for one to resume
        for (int k = CONTENTS.size() - 1; k >= 0; k--) {
            files.files().delete(files.at(CONTENTS.get(k)), true);
        }
    }

    /** Says what the run is. */
    void begin(RunIdentity identity) {
        if (!files.read(BEGUN).equals(Optional.of(identity.json()))) {
            files.write(BEGUN, identity.json().getBytes(StandardCharsets.UTF_8));
        }
    }
}
