package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NOTICE beside what the packaged jar really carries. */
class NoticeIT {
    /** Whose files are where, by NOTICE's name of it; what only describes other files is nobody's. */
    private static final Map<String, String> CARRIED = Map.ofEntries(
            Map.entry("hopfield/", "spark-hopfield"),
            Map.entry("quickstart.properties", "spark-hopfield"),
            Map.entry("picocli/", "picocli 4.7.7"),
            Map.entry("com/samskivert/mustache/", "JMustache 1.16"),
            Map.entry("me/tongfei/progressbar/", "progressbar 0.10.1"),
            Map.entry("org/jline/", "JLine 3.24.1"),
            Map.entry("META-INF/resources/_static/echarts/6.0.0/", "Apache ECharts 6.0.0"),
            Map.entry("org/bytedeco/javacpp/", "JavaCPP"),
            Map.entry("org/bytedeco/dnnl/", "oneDNN 3.11"),
            Map.entry("org/bytedeco/opencl/", "OpenCL ICD loader 3.0"),
            Map.entry("META-INF/maven/", ""),
            Map.entry("META-INF/native-image/", ""),
            Map.entry("META-INF/services/", ""),
            Map.entry("META-INF/MANIFEST.MF", ""),
            Map.entry("META-INF/NOTICE", ""));

    @Test
    void namesAllThatTheJarCarriesAndLiesInIt() throws IOException {
        String notice = Files.readString(Path.of("NOTICE"));
        List<String> unknown = new ArrayList<>();
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (JarEntry entry :
                    jar.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                String owner = CARRIED.entrySet().stream()
                        .filter(place -> name.startsWith(place.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(name);
                if (!notice.contains(owner)) {
                    unknown.add(name);
                }
                if (name.endsWith("/pom.properties") && !name.contains("/hopfield/")) {
                    Properties artifact = new Properties();
                    artifact.load(jar.getInputStream(entry));
                    assertThat(notice)
                            .as(name)
                            .contains(artifact.getProperty("version").split("-"));
                }
            }
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("META-INF/NOTICE")).readAllBytes()))
                    .isEqualTo(notice);
        }
        assertThat(unknown).isEmpty();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("spark-hopfield-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
