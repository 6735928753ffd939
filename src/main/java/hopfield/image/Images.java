package hopfield.image;

import hopfield.BadInput;
import hopfield.pattern.Seed;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Opens what {@code --images} names. */
public final class Images {
    /** The forms of {@code --images}. */
    public static final String FORMS = "mnist[:DIR], idx:FILE, folder:DIR, digits[:COUNT] or random:COUNTxN";

    private static final java.nio.file.Path LOCAL_MNIST = java.nio.file.Path.of("data/mnist");
    private static final int MOST_PIXELS = 1 << 24;
    private static final int DEFAULT_DIGITS = 10_000;
    private static final Pattern RANDOM = Pattern.compile("(\\d+)x(\\d+)");

    private final HadoopFiles files;
    private final Map<String, String> environment;
    private final Workers workers;
    private final Runnable downloadMnist;

    /**
     * @param files the file systems to read from
     * @param environment where MNIST_DIR is looked up
     * @param workers who reads the files of a folder
     */
    public Images(HadoopFiles files, Map<String, String> environment, Workers workers) {
        this(
                files,
                environment,
                workers,
                () -> MnistDownload.fetch(MnistDownload.MIRROR, MnistDownload.SHA256, LOCAL_MNIST));
    }

    /** Folders are read where this is called. */
    public Images(HadoopFiles files, Map<String, String> environment) {
        this(files, environment, Workers.HERE);
    }

    Images(HadoopFiles files, Map<String, String> environment, Workers workers, Runnable downloadMnist) {
        this.files = files;
        this.environment = environment;
        this.workers = workers;
        this.downloadMnist = downloadMnist;
    }

    /** Opens the images of a specification as they are, half of white up. */
    public ImageSource open(String spec, Seed seed) {
        return open(spec, seed, Preparation.NONE, false);
    }

    /**
     * Opens the images of a specification.
     *
     * @param spec one of {@link #FORMS}
     * @param seed the root of what is generated
     * @param preparation what is done to every picture
     * @param strict whether a folder's file that is no picture is a mistake; else it is left out
     * @throws BadInput if the specification or the data is wrong, saying which
     */
    public ImageSource open(String spec, Seed seed, Preparation preparation, boolean strict) {
        int colon = spec.indexOf(':');
        String kind = colon < 0 ? spec : spec.substring(0, colon);
        Optional<String> rest = colon < 0 ? Optional.empty() : Optional.of(spec.substring(colon + 1));
        if (rest.isPresent() && rest.get().isBlank()) {
            throw new BadInput("--images " + spec + " ends at its colon; expected " + FORMS);
        }
        return switch (kind) {
            case "mnist" ->
                rest.map(folder -> Mnist.open(files, files.path("--images", folder), preparation))
                        .orElseGet(() -> mnist(preparation));
            case "idx" -> IdxImages.open(files, path(spec, rest), preparation);
            case "folder" -> FolderImages.open(files, path(spec, rest), preparation, strict, workers);
            case "digits" ->
                GeneratedImages.digits(
                        rest.map(count -> positive(count, spec)).orElse(DEFAULT_DIGITS), seed, preparation);
            case "random" -> random(spec, rest.orElse(""), seed, preparation);
            default -> throw unknown(spec);
        };
    }

    private Path path(String spec, Optional<String> rest) {
        return files.path("--images", rest.orElseThrow(() -> unknown(spec)));
    }

    /**
     * The size of the images of a specification, without reading or fetching them where that can be helped.
     *
     * @throws BadInput as {@link #open} does
     */
    public DeckSize size(String spec, Seed seed, Preparation preparation, boolean strict) {
        return sizeInFiles(spec)
                .map(deck -> deck.prepared(preparation))
                .orElseGet(() -> DeckSize.of(open(spec, seed, preparation, strict)));
    }

    /** The size in the headers, of images that have them. */
    private Optional<DeckSize> sizeInFiles(String spec) {
        if (spec.startsWith("idx:") && spec.length() > 4) {
            return Optional.of(IdxImages.size(files, files.path("--images", spec.substring(4))));
        }
        if (spec.startsWith("mnist:") && spec.length() > 6) {
            return Optional.of(Mnist.size(files, files.path("--images", spec.substring(6))));
        }
        if (spec.equals("mnist")) {
            String named = environment.getOrDefault("MNIST_DIR", "");
            Path folder = named.isBlank() ? new Path(LOCAL_MNIST.toUri()) : files.path("MNIST_DIR", named);
            return Optional.of(Mnist.size(files, folder));
        }
        return Optional.empty();
    }

    private ImageSource mnist(Preparation preparation) {
        String named = environment.get("MNIST_DIR");
        if (named != null && !named.isBlank()) {
            return Mnist.open(files, files.path("MNIST_DIR", named), preparation);
        }
        Path local = new Path(LOCAL_MNIST.toUri());
        if (!Mnist.isIn(files, local)) {
            try {
                downloadMnist.run();
            } catch (BadInput e) {
                throw new BadInput(
                        "MNIST is neither in $MNIST_DIR nor in " + LOCAL_MNIST + " and cannot be downloaded ("
                                + e.getMessage() + "); pass --images mnist:DIR, or --images digits for built-in ones",
                        e);
            }
        }
        return Mnist.open(files, local, preparation);
    }

    private static ImageSource random(String spec, String size, Seed seed, Preparation preparation) {
        Matcher matcher = RANDOM.matcher(size);
        if (!matcher.matches()) {
            throw unknown(spec);
        }
        if (preparation.scales()) {
            throw new BadInput("--size scales pictures, which --images " + spec + " are not; leave it out");
        }
        int neurons = positive(matcher.group(2), spec);
        if (neurons > MOST_PIXELS) {
            throw new BadInput(
                    "--images " + spec + " asks for " + neurons + " pixels, expected at most " + MOST_PIXELS);
        }
        return GeneratedImages.random(positive(matcher.group(1), spec), neurons, seed);
    }

    private static int positive(String count, String spec) {
        if (count.matches("0*[1-9]\\d{0,9}") && Long.parseLong(count) <= Integer.MAX_VALUE) {
            return Integer.parseInt(count);
        }
        throw new BadInput("--images " + spec + ": '" + count + "' is not a number from 1 to " + Integer.MAX_VALUE);
    }

    private static BadInput unknown(String spec) {
        return new BadInput("--images " + spec + " is not known; expected " + FORMS);
    }
}
