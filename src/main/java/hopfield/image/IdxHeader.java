package hopfield.image;

import hopfield.BadInput;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/** The head of an IDX file: two zeros, the type of its elements, the number d of its dimensions, then d big-endian ints. */
final class IdxHeader {
    private static final int MAX_ITEM_BYTES = 1 << 24;
    private static final Map<Integer, String> TYPES = Map.of(
            0x08, "unsigned bytes",
            0x09, "signed bytes",
            0x0B, "16-bit integers",
            0x0C, "32-bit integers",
            0x0D, "32-bit floats",
            0x0E, "64-bit floats");

    private IdxHeader() {}

    /**
     * The dimensions: items, then the size of an item.
     *
     * @param header the file's first 4 + 4 d bytes, or all that it has
     * @param magic what it must begin with
     * @throws BadInput if it is another file's, or claims what cannot be
     */
    static int[] dimensions(byte[] header, Path path, int magic) {
        if (header.length < 4) {
            throw new BadInput(path + " has " + header.length
                    + " bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(header);
        int found = in.getInt();
        if (found != magic) {
            throw new BadInput(path + " has magic " + found + ", expected " + magic + hint(found, magic));
        }
        int length = 4 + 4 * (magic & 0xFF);
        if (header.length < length) {
            throw new BadInput(path + " ends within its IDX header of " + length + " bytes, found " + header.length
                    + "; fetch it again");
        }
        int[] dimensions = new int[magic & 0xFF];
        long item = 1;
        for (int d = 0; d < dimensions.length; d++) {
            dimensions[d] = in.getInt();
            if (dimensions[d] < 1) {
                throw new BadInput(path + " claims a dimension of " + Integer.toUnsignedString(dimensions[d])
                        + ", expected 1.." + Integer.MAX_VALUE + "; fetch it again");
            }
            item = d == 0 ? 1 : Math.min(item * dimensions[d], Integer.MAX_VALUE);
        }
        if (item > MAX_ITEM_BYTES) {
            throw new BadInput(path + " claims images of " + dimensions[1] + "x" + dimensions[2]
                    + " pixels, more than the " + MAX_ITEM_BYTES + " that are read; pass smaller ones");
        }
        return dimensions;
    }

    private static String hint(int found, int magic) {
        String type = TYPES.get(found >> 8);
        if (found == IdxFile.LABELS_MAGIC) {
            return ": these look like labels; pass the images file";
        }
        if (found == IdxFile.IMAGES_MAGIC) {
            return ": these look like images; pass the labels file";
        }
        if (type == null) {
            return ": not an IDX file; pass one of unsigned bytes";
        }
        return ": an IDX file of " + type + " in " + (found & 0xFF) + " dimensions; convert it to unsigned bytes in "
                + (magic & 0xFF);
    }
}
