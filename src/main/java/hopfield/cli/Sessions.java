package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import hopfield.spark.LocalFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.NativeCodeLoader;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkIllegalArgumentException;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Spark sessions of commands. */
final class Sessions {
    /** How often a run says that it lives: see docs/operations.md. */
    private static final String BEAT = "spark.hopfield.heartbeat";

    /** Hadoop's name for the class that reads and writes file: paths. */
    private static final String LOCAL_FILES = "fs.file.impl";

    /** Heaps in which Spark does not start. */
    private static final Set<String> TOO_LITTLE = Set.of("INVALID_DRIVER_MEMORY", "INVALID_EXECUTOR_MEMORY");

    /** The logger that says of each task why it failed. */
    static final String TASKS = "org.apache.spark.scheduler.TaskSetManager";

    private Sessions() {}

    /** The session that spark-submit prepared. */
    static SparkSession open() {
        return open(Optional.empty());
    }

    /**
     * Likewise.
     *
     * @param eventLog folder in which Spark logs events for its history server; made if need be
     * @throws BadInput if that cannot be written, or nothing that tasks shuffle and spill
     */
    static SparkSession open(Optional<String> eventLog) {
        ScratchFolders.check(new SparkConf());
        SparkSession.Builder builder = SparkSession.builder().appName("spark-hopfield");
        Optional.ofNullable(hadoop().get(LOCAL_FILES))
                .ifPresent(files -> builder.config("spark.hadoop." + LOCAL_FILES, files));
        eventLog.map(Sessions::folder).ifPresent(folder -> builder.config("spark.eventLog.enabled", true)
                .config("spark.eventLog.dir", folder.toUri().toString()));
        try {
            return builder.getOrCreate();
        } catch (SparkIllegalArgumentException e) {
            throw TOO_LITTLE.contains(e.getCondition()) ? new BadInput(withoutCodes(e.getMessage()), e) : e;
        }
    }

    /** Spark's message without its names for the error: it tells both values, and what to do. */
    private static String withoutCodes(String message) {
        return message.replaceFirst("^\\[\\w+] ", "").replaceFirst(" SQLSTATE: \\w+$", "");
    }

    /** Whether driver and executor are one, whose class path has this product's classes from the start. */
    static boolean isOneProcess() {
        String master = new SparkConf().get("spark.master", "");
        return master.equals("local") || master.startsWith("local[");
    }

    /**
     * Hadoop as a session has it, for what is read before there is one: with all that the user has set through Spark or in Hadoop's
     * own files. File systems are made once, by whoever comes first.
     */
    static Configuration hadoop() {
        Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
        if (isOneProcess()
                && !NativeCodeLoader.isNativeCodeLoaded()
                && hadoop.get(LOCAL_FILES, "").isBlank()) {
            hadoop.set(LOCAL_FILES, LocalFiles.class.getName());
        }
        return hadoop;
    }

    private static Path folder(String eventLog) {
        HadoopFiles hadoop = new HadoopFiles(hadoop());
        Path folder = hadoop.path("--event-log", eventLog);
        try {
            if (!hadoop.of(folder).mkdirs(folder)) {
                throw new IOException("it cannot be made");
            }
            return folder;
        } catch (IOException e) {
            throw new BadInput(
                    "--event-log " + eventLog + " is no folder to write into: " + HadoopFiles.reason(e)
                            + "; choose another",
                    e);
        }
    }

    /** Keeps everybody from saying, while the JVM ends, what comes of that. */
    static void hush() {
        Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
    }

    /** Keeps Spark from saying, while it stops after a failure, what became of the tasks that were cancelled. */
    static void hush(SparkSession session) {
        session.sparkContext().setLogLevel("OFF");
    }

    /**
     * Does jobs of whose failed tasks nothing is said: what the first job that fails throws says why, and nothing is said from then on
     * either.
     */
    static <T> T tasksUnheard(Supplier<T> jobs) {
        Level before = LogManager.getLogger(TASKS).getLevel();
        Configurator.setLevel(TASKS, Level.OFF);
        T result = jobs.get();
        Configurator.setLevel(TASKS, before);
        return result;
    }

    /** Ends what is under way, which another does now. */
    static void giveUp(SparkSession session) {
        hush(session);
        session.sparkContext().cancelAllJobs();
    }

    /** The session's application, in words. */
    static String name(SparkSession session) {
        SparkContext context = session.sparkContext();
        return context.applicationId() + " by " + context.sparkUser() + " on "
                + context.conf().get("spark.driver.host", "an unknown host");
    }

    /** How often a run says that it lives. */
    static Duration beat(SparkSession session) {
        return Duration.ofSeconds(Math.max(1, session.sparkContext().conf().getTimeAsSeconds(BEAT, "5s")));
    }
}
