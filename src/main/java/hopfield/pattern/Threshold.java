package hopfield.pattern;

import hopfield.BadInput;
import java.io.Serializable;

/** From which grey on a pixel is up (+1): bright is up, as in MNIST, so that a pattern shown with up as white looks like its picture. */
public sealed interface Threshold extends Serializable {
    /** Half of white: 128 of 255. */
    Threshold HALF = new Share(.5);

    /**
     * The least grey, 1..256, that is up in a picture.
     *
     * @param grey unsigned bytes, at least one. Not modified.
     */
    int least(byte[] grey);

    /** The name in options: {@link #of} of it is this threshold. */
    String label();

    /**
     * The threshold of a name.
     *
     * @throws BadInput if there is none
     */
    static Threshold of(String text) {
        return switch (text) {
            case "otsu" -> new Otsu();
            case "mean" -> new Mean();
            default -> {
                try {
                    yield new Share(Double.parseDouble(text));
                } catch (IllegalArgumentException e) {
                    throw new BadInput(
                            "--threshold '" + text
                                    + "' is not known; expected a share of white above 0, at most 1, or otsu, or mean",
                            e);
                }
            }
        };
    }

    /**
     * A share of white, one for every picture.
     *
     * @param share of white, above 0, at most 1
     */
    record Share(double share) implements Threshold {
        public Share {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share of white must be above 0 and at most 1, was " + share);
            }
        }

        @Override
        public int least(byte[] grey) {
            return (int) Math.ceil(share * 255);
        }

        @Override
        public String label() {
            return Double.toString(share);
        }
    }

    /** Up is brighter than the picture's mean; a picture of one grey is halved. */
    record Mean() implements Threshold {
        @Override
        public int least(byte[] grey) {
            long sum = 0;
            boolean plain = true;
            for (byte pixel : grey) {
                sum += Byte.toUnsignedInt(pixel);
                plain &= pixel == grey[0];
            }
            return plain ? HALF.least(grey) : (int) (sum / grey.length) + 1;
        }

        @Override
        public String label() {
            return "mean";
        }
    }

    /**
     * Otsu's (1979, IEEE Transactions on Systems, Man, and Cybernetics 9, 62): the cut that leaves the largest variance between
     * dark and bright, w0 w1 (mu1 - mu0)^2; of several the darkest. A picture of one grey is halved.
     */
    record Otsu() implements Threshold {
        @Override
        public int least(byte[] grey) {
            long[] histogram = new long[256];
            long sum = 0;
            for (byte pixel : grey) {
                int value = Byte.toUnsignedInt(pixel);
                histogram[value]++;
                sum += value;
            }
            int best = HALF.least(grey);
            double largest = 0;
            long dark = 0;
            long darkSum = 0;
            for (int cut = 0; cut < 255; cut++) {
                dark += histogram[cut];
                darkSum += cut * histogram[cut];
                long bright = grey.length - dark;
                if (dark > 0 && bright > 0) {
                    double apart = (double) (sum - darkSum) / bright - (double) darkSum / dark;
                    double between = (double) dark * bright * apart * apart;
                    if (between > largest) {
                        largest = between;
                        best = cut + 1;
                    }
                }
            }
            return best;
        }

        @Override
        public String label() {
            return "otsu";
        }
    }
}
