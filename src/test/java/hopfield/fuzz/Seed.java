package hopfield.fuzz;

/**
 * An input that a reader accepts, from which the fuzzer sets out.
 *
 * @param name of its file
 * @param reader throws what it refuses with
 */
public record Seed(String name, byte[] bytes, Reader reader) {
    /** Reads bytes as what they are meant to be. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] bytes) throws Exception;
    }

    /** Has it read. */
    void read() throws Exception {
        reader.read(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
