package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.image.TestPictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Folders of pictures through sweep, train and restore, from the command line to the files. */
@ExtendWith(AsSubmitted.class)
class PicturesTest {
    private static final Path ICONS = Path.of("conf/icons");

    @TempDir
    private Path folder;

    @Test
    void iconsAreRestoredExactlyByASweep() throws IOException {
        run("sweep --config conf/icons.properties --trials 3 --out " + folder.resolve("run"));

        List<String> cells = Files.readAllLines(folder.resolve("run/capacity.csv"));
        int exact = List.of(cells.get(0).split(",")).indexOf("exact");
        assertThat(exact).isNotNegative();
        assertThat(cells).hasSizeGreaterThan(1);
        assertThat(cells.subList(1, cells.size())).allMatch(cell -> Double.parseDouble(cell.split(",")[exact]) == 1);
    }

    @Test
    void iconsAreRestoredExactlyByATrainedMemory() throws IOException {
        Path model = folder.resolve("model");
        Path out = folder.resolve("run");
        run("train --images folder:" + ICONS + " --rule hebbian --out " + model);

        Commands.Outcome outcome =
                run("restore --model " + model + " --images folder:" + ICONS + " --noise gaussian=3 --out " + out);

        assertThat(outcome.out()).contains("of 3 that are stored 3 restored, 3 exactly; similarity 1.0000, was 0.6");
        for (String icon : List.of("cat.png", "house.png", "tree.png")) {
            BufferedImage restored =
                    ImageIO.read(out.resolve("restored").resolve(icon).toFile());
            assertThat(restored.getWidth()).isEqualTo(100);
            assertThat(restored.getRGB(0, 0)).as("paper").isEqualTo(0xFFFFFFFF);
            assertThat(restored.getRGB(50, 50)).as("in the middle of " + icon).isEqualTo(0xFF000000);
        }
        assertThat(ImageIO.read(out.resolve("sheet.png").toFile()).getHeight()).isEqualTo(3 * 224);
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/result/exact").asInt()).isEqualTo(3);
        assertThat(run.at("/model/rule").asText()).isEqualTo("hebbian");
        assertThat(run.at("/model/data/sha256/icons~1").asText())
                .hasSize(64)
                .isEqualTo(run.at("/data/sha256/icons~1").asText());
        assertThat(out.resolve("metrics/rule=hebbian/patterns=3")).isDirectoryContaining("glob:**/part-*.parquet");
        assertThat(Commands.rows(out + "/metrics"))
                .hasSize(3)
                .allMatch(row -> row.endsWith(",gaussian,3.0,hebbian,3]"));
    }

    @Test
    void damagedPicturesAreRestoredAsTheyAreGiven() throws IOException {
        Path model = folder.resolve("model");
        Path damaged = Files.createDirectories(folder.resolve("damaged/half"));
        Path out = folder.resolve("run");
        run("train --images folder:" + ICONS + " --rule projection --out " + model);
        BufferedImage cat = ImageIO.read(ICONS.resolve("cat.png").toFile());
        for (int i = 0; i < 3000; i++) {
            cat.setRGB(i % 100, i / 100, 0xFFFFFFFF);
        }
        Files.write(damaged.resolve("cat.png"), TestPictures.file(cat, "png"));

        Commands.Outcome outcome =
                run("restore --model " + model + " --images folder:" + folder.resolve("damaged") + " --out " + out);

        assertThat(outcome.out()).contains("1 pictures as given: ").contains("1 came to rest: " + out + "/sheet.png");
        assertThat(out.resolve("metrics")).doesNotExist();
        assertSamePixels(out.resolve("restored/half/cat.png"), ICONS.resolve("cat.png"));
    }

    /** A picture called a, one called b.png in a folder called a.png, and three that differ by their endings. */
    @Test
    void noRestoredPictureTakesThePlaceOfAnother() throws IOException {
        Path given = Files.createDirectories(folder.resolve("given"));
        List<String> names = List.of("a", "a.png/b.png", "c.png", "c.jpg", "c");
        for (String name : names) {
            Files.createDirectories(given.resolve(name).getParent());
            Files.copy(ICONS.resolve("cat.png"), given.resolve(name));
        }
        run("train --rule nearest --images folder:" + given + " --out " + folder.resolve("model"));

        run("restore --model " + folder.resolve("model") + " --images folder:" + given + " --out "
                + folder.resolve("run"));

        Path restored = folder.resolve("run/restored");
        for (String name : List.of("a~0.png", "a.png/b.png", "c.png", "c.jpg.png", "c~2.png")) {
            assertSamePixels(restored.resolve(name), ICONS.resolve("cat.png"));
        }
        try (Stream<Path> files = Files.walk(restored)) {
            assertThat(files.filter(file -> file.toString().endsWith(".png") && Files.isRegularFile(file)))
                    .hasSameSizeAs(names);
        }
    }

    @Test
    void otherPicturesAreScaledToTheModelsSizeAndCutAtItsThreshold() throws IOException {
        Path model = folder.resolve("model");
        run("train --images folder:" + ICONS + " --size 40x30 --threshold otsu --out " + model);
        Path large = Files.createDirectories(folder.resolve("large"));
        Files.write(large.resolve("any.jpg"), TestPictures.file(TestPictures.colourful(300, 200), "jpg"));

        run("restore --model " + model + " --images folder:" + large + " --size 40x30 --out " + folder.resolve("run"));

        assertThat(ImageIO.read(folder.resolve("run/restored/any.jpg.png").toFile())
                        .getHeight())
                .isEqualTo(30);
        JsonNode json = new ObjectMapper().readTree(model.resolve("model.json").toFile());
        assertThat(json.get("threshold").asText()).isEqualTo("otsu");
        assertThat(json.get("neurons").asInt()).isEqualTo(1200);
    }

    @Test
    void classesAndFilesLeftOutReachTheReportAsText() throws IOException {
        Path pictures = folder.resolve("pictures");
        for (String name : List.of("<script>alert(1)<", "dogs")) {
            Files.createDirectories(pictures.resolve(name));
            for (String icon : List.of("cat.png", "house.png")) {
                Files.copy(ICONS.resolve(icon), pictures.resolve(name).resolve(icon));
            }
        }
        Files.writeString(pictures.resolve("<b>notes<b>.txt"), "words");

        run("sweep --images folder:" + pictures + " --size 20x20 --patterns 4 --rule centred --noise flip=0.1 --out "
                + folder.resolve("run"));

        String report = Files.readString(folder.resolve("run/report.html"));
        assertThat(report)
                .contains("&lt;script&gt;alert(1)&lt;", "1 of 5 files of ", "&lt;b&gt;notes&lt;b&gt;.txt is no PNG")
                .contains("\"classes\":[\"\\u003cscript>alert(1)\\u003c\",\"dogs\"]")
                .doesNotContain("<script>alert", "<b>notes");
        JsonNode data = new ObjectMapper()
                .readTree(folder.resolve("run/run.json").toFile())
                .get("data");
        assertThat(data.at("/classes/1").asText()).isEqualTo("dogs");
        assertThat(data.at("/warnings/0").asText()).contains("<b>notes<b>.txt is no PNG, JPEG, GIF or BMP");
    }

    private static void assertSamePixels(Path one, Path other) throws IOException {
        BufferedImage restored = ImageIO.read(one.toFile());
        BufferedImage drawn = ImageIO.read(other.toFile());
        for (int i = 0; i < 10_000; i++) {
            int argb = drawn.getRGB(i % 100, i / 100);
            double alpha = (argb >>> 24) / 255.;
            double luma = .299 * (argb >> 16 & 255) + .587 * (argb >> 8 & 255) + .114 * (argb & 255);
            boolean bright = luma * alpha + 255 * (1 - alpha) >= 127.5;
            assertThat(restored.getRGB(i % 100, i / 100)).isEqualTo(bright ? 0xFFFFFFFF : 0xFF000000);
        }
    }

    private static Commands.Outcome run(String command) {
        Commands.Outcome outcome = Commands.run(command.split(" "));
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return outcome;
    }
}
