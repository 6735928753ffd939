package hopfield.image;

import hopfield.BadInput;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The contents of a folder, all its files read and decoded once.
 *
 * @param names of the pictures, in order
 * @param first the first of them
 * @param warnings a line that names the files left out; none where there are none
 * @param sha256 over the pictures' names and files, in their order
 */
record FolderCheck(List<String> names, PictureCheck.Sized first, List<String> warnings, String sha256)
        implements Serializable {

    static FolderCheck of(PictureFolder folder, Preparation preparation, boolean strict, Workers workers) {
        List<String> names = folder.names();
        if (names.isEmpty()) {
            throw new BadInput(folder.address() + " holds no file; pass a folder of PNG, JPEG, GIF or BMP pictures");
        }
        List<ArrayList<String>> batches = new ArrayList<>();
        for (int from = 0; from < names.size(); from += PictureCheck.BATCH) {
            batches.add(new ArrayList<>(names.subList(from, Math.min(names.size(), from + PictureCheck.BATCH))));
        }
        List<PictureCheck> checks = workers.map(
                String.format(Locale.ROOT, "check %,d pictures", names.size()),
                batches,
                batch -> PictureCheck.of(folder, batch));

        List<String> readable = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        PictureCheck.Sized first = null;
        PictureCheck.Sized other = null;
        MessageDigest digest = PictureCheck.sha256();
        for (int k = 0; k < checks.size(); k++) {
            PictureCheck check = checks.get(k);
            List<String> batch = batches.get(k);
            for (int i = check.unreadable().nextClearBit(0);
                    i < batch.size();
                    i = check.unreadable().nextClearBit(i + 1)) {
                readable.add(batch.get(i));
            }
            complaints.addAll(check.complaints());
            first = first == null ? check.first() : first;
            other = other == null ? another(first, check) : other;
            digest.update(check.digest());
        }
        refuse(folder, preparation, strict, names.size(), first, other, complaints);
        int left = names.size() - readable.size();
        List<String> warnings = left == 0 ? List.of() : List.of(warning(folder, names.size(), left, complaints));
        return new FolderCheck(readable, first, warnings, HexFormat.of().formatHex(digest.digest()));
    }

    /** The names, which are many, are kept elsewhere. */
    FolderCheck withoutNames() {
        return new FolderCheck(List.of(), first, warnings, sha256);
    }

    private static PictureCheck.Sized another(PictureCheck.Sized first, PictureCheck check) {
        if (check.first() != null && !check.first().shape().equals(first.shape())) {
            return check.first();
        }
        return check.other();
    }

    private static void refuse(
            PictureFolder folder,
            Preparation preparation,
            boolean strict,
            int files,
            PictureCheck.Sized first,
            PictureCheck.Sized other,
            List<String> complaints) {
        if (first == null) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "%s holds no picture: of its %,d %s the first %s; expected PNG, JPEG, GIF or BMP",
                    folder.address(),
                    files,
                    files == 1 ? "file" : "files",
                    complaints.get(0)));
        }
        if (strict && !complaints.isEmpty()) {
            throw new BadInput(folder.address() + ": " + complaints.get(0)
                    + "; mend or remove it, or leave --strict out to skip such files");
        }
        if (!preparation.scales() && other != null) {
            throw new BadInput(
                    folder.address() + " has pictures of several sizes: " + first + ", " + other + "; pass --size "
                            + first.shape().width() + "x" + first.shape().height() + " to scale them all");
        }
    }

    private static String warning(PictureFolder folder, int files, int left, List<String> complaints) {
        int named = Math.min(complaints.size(), PictureCheck.MOST_COMPLAINTS);
        return String.format(
                Locale.ROOT,
                "%,d of %,d files of %s left out: %s%s",
                left,
                files,
                folder.address(),
                String.join("; ", complaints.subList(0, named)),
                left > named ? String.format(Locale.ROOT, "; and %,d more", left - named) : "");
    }
}
