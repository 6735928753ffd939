package hopfield.cli;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class of tests as if spark-submit had started it. */
final class AsSubmitted implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Commands.beSparkSubmit();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Commands.beNobody();
    }
}
