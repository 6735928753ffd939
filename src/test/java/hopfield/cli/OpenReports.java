package hopfield.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs and a browser for the classes that test their reports: made with the first of them, and gone with the last test of all. */
final class OpenReports implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(OpenReports.class);

    /** The runs, and a browser that opens their reports. */
    record Reports(Browser browser, TestRuns runs, Path folder) implements AutoCloseable {
        private static Reports open() {
            Browser browser = Browser.open();
            try {
                Path folder = Files.createTempDirectory("reports");
                Reports reports = new Reports(browser, new TestRuns(folder), folder);
                reports.runs.make();
                return reports;
            } catch (IOException e) {
                browser.close();
                throw new UncheckedIOException(e);
            }
        }

        /** Opens a run's report on a projector, in light colours. */
        void open(String run) {
            browser.open(runs.report(run), 1600, 1000, "light");
        }

        List<?> undrawn() {
            return (List<?>) browser.run(Scripts.UNDRAWN);
        }

        @Override
        public void close() throws IOException {
            browser.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Reports reports(ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Reports.class, none -> Reports.open(), Reports.class);
    }

    /** Here, where a missing browser skips the class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        reports(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Reports.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return reports(context);
    }
}
