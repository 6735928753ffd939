package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestoredNamesTest {
    @Test
    void aPictureKeepsItsNameUnlessAnotherOrAFolderHasIt() {
        assertThat(names("a", "a.png/b.png")).containsExactly("a~0.png", "a.png/b.png");
        assertThat(names("a.jpg", "a.png", "b/a.jpg")).containsExactly("a.jpg.png", "a.png", "b/a.jpg.png");
        assertThat(names("a", "a.png", "a~0", "a~0.png/x"))
                .containsExactly("a~~0.png", "a.png", "a~0~2.png", "a~0.png/x.png");
    }

    @Test
    void namesThatNoFileSystemTakesAreCut() {
        String longest = "\u20ac".repeat(85);

        List<String> names = names("x/" + longest, "x/" + longest + "e", "x/" + "z".repeat(240));

        assertThat(names)
                .containsExactly(
                        "x/" + "z".repeat(200) + "~0.png",
                        "x/" + "\u20ac".repeat(66) + "~1.png",
                        "x/" + "\u20ac".repeat(66) + "~2.png");
        assertThat(names).allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length < 250);
    }

    /** Short names of the letters that matter collide in every way they can; even as no file system lets them, as objects in a store do. */
    @Test
    void noTwoHaveOneNameAndNoneIsAFolderOnAnothersPath() {
        Random random = new Random(7);
        List<String> parts = List.of("a", ".png", "~", "0", "1", "/a", "~1.png", "/a.png");
        for (int trial = 0; trial < 2000; trial++) {
            Set<String> input = new TreeSet<>();
            for (int k = 0; k < 12; k++) {
                StringBuilder name = new StringBuilder("a");
                random.ints(random.nextInt(5), 0, parts.size()).forEach(part -> name.append(parts.get(part)));
                input.add(name.toString());
            }
            List<String> names = names(input.toArray(String[]::new));
            assertThat(new HashSet<>(names)).as("names of %s", input).hasSameSizeAs(input);
            for (String name : names) {
                assertThat(names).as("names of %s", input).noneMatch(other -> other.startsWith(name + "/"));
            }
        }
    }

    private static List<String> names(String... input) {
        String[] sorted = new TreeSet<>(List.of(input)).toArray(String[]::new);
        return IntStream.range(0, sorted.length)
                .mapToObj(image -> RestoredNames.of(sorted, image))
                .toList();
    }
}
