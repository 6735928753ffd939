package hopfield.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Spark's own Master and Workers of one core, each a process on this machine. */
final class SparkCluster implements AutoCloseable {
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(5);

    private final Path folder;
    private final String master;
    private final List<Process> processes = new ArrayList<>();

    SparkCluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = folder;
        int port = freePort();
        this.master = "spark://127.0.0.1:" + port;
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--webui-port",
                String.valueOf(freePort()));
        await("master", "I have been elected leader");
        keepWorkers(workers);
    }

    String master() {
        return master;
    }

    /** Starts workers in place of those that have died. */
    void keepWorkers(int workers) throws IOException, InterruptedException {
        processes.removeIf(process -> !process.isAlive());
        List<String> started = new ArrayList<>();
        for (int k = processes.size() - 1; k < workers; k++) {
            String name = "worker-" + System.nanoTime();
            start(
                    name,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    String.valueOf(freePort()),
                    "--work-dir",
                    folder.resolve(name).toString(),
                    master);
            started.add(name);
        }
        for (String name : started) {
            await(name, "Successfully registered with master");
        }
    }

    private void start(String name, String mainClass, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.add("-Xmx256m");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", HOME + "/jars/*", mainClass));
        command.addAll(List.of(args));
        File log = log(name).toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment()
                .put("SPARK_LOCAL_IP", InetAddress.getLoopbackAddress().getHostAddress());
        processes.add(builder.start());
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void await(String name, String line) throws IOException, InterruptedException {
        for (long end = System.currentTimeMillis() + PATIENCE; System.currentTimeMillis() < end; ) {
            if (Files.exists(log(name)) && Files.readString(log(name)).contains(line)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(name + " did not start:\n" + Files.readString(log(name)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends all processes, and the executors with their workers. */
    @Override
    public void close() {
        for (int k = processes.size() - 1; k >= 0; k--) {
            processes.get(k).descendants().forEach(ProcessHandle::destroyForcibly);
            processes.get(k).destroyForcibly();
        }
    }
}
