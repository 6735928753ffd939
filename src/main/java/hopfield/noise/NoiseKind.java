package hopfield.noise;

import hopfield.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** The kinds of noise by name, and the reading of {@code kind=level,level,...}. */
public enum NoiseKind {
    FLIP(Flip::new),
    FLIP_EXACT(FlipExact::new),
    SALT_PEPPER(SaltPepper::new),
    GAUSSIAN(Gaussian::new),
    GAUSSIAN_ANALOG(GaussianAnalog::new),
    SQUARE(Square::new),
    ROWS(Rows::new),
    PIXELS(Pixels::new),
    FRAME(Frame::new);

    private final DoubleFunction<Noise> maker;

    NoiseKind(DoubleFunction<Noise> maker) {
        this.maker = maker;
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(NoiseKind::label).collect(Collectors.joining(", "));
    }

    /** The names of those that {@linkplain Masking mask}, for messages. */
    public static String maskingNames() {
        return Arrays.stream(values())
                .filter(kind -> kind.maker.apply(0) instanceof Masking)
                .map(NoiseKind::label)
                .collect(Collectors.joining(", "));
    }

    /**
     * Reads one kind with its levels, e.g. {@code flip=0,0.1,0.3}.
     *
     * @throws BadInput if the kind is not known, or a level is not a number, out of range or given twice
     */
    public static List<Noise> parse(String spec) {
        int equals = spec.indexOf('=');
        if (equals < 1 || equals == spec.length() - 1) {
            throw new BadInput(
                    "noise '" + spec + "' has no levels; expected kind=level,level,... with a kind of " + names());
        }
        NoiseKind kind = of(spec.substring(0, equals).strip());
        List<Noise> noises = new ArrayList<>();
        Set<Double> seen = new HashSet<>();
        for (String level : spec.substring(equals + 1).split(",", -1)) {
            Noise noise = kind.at(level.strip());
            if (!seen.add(noise.level())) {
                throw new BadInput("noise '" + spec + "' has level " + level.strip() + " twice; give each level once");
            }
            noises.add(noise);
        }
        return noises;
    }

    private Noise at(String level) {
        try {
            return maker.apply(Double.parseDouble(level) + 0.0);
        } catch (NumberFormatException e) {
            throw new BadInput("noise level '" + level + "' of " + label() + " is not a number", e);
        } catch (IllegalArgumentException e) {
            throw new BadInput("noise level " + e.getMessage(), e);
        }
    }

    private static NoiseKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("noise '" + name + "' is not known; expected one of " + names()));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
