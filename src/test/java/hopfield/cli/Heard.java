package hopfield.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What is said through a logger, until this is closed. */
final class Heard extends AbstractAppender implements AutoCloseable {
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Heard(Logger logger) {
        super("heard", null, null, false, Property.EMPTY_ARRAY);
        this.logger = logger;
    }

    static Heard of(String name) {
        Heard heard = new Heard((Logger) LogManager.getLogger(name));
        heard.start();
        heard.logger.addAppender(heard);
        return heard;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getMessage().getFormattedMessage());
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.removeAppender(this);
        stop();
    }
}
