package hopfield.cluster;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Spark's own Master and two Workers of one core, each a process on this machine; the workers have hosts of their own, as Spark
 * never runs two copies of a task on one host.
 */
final class SparkCluster implements AutoCloseable {
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(5);
    private static final String MASTER = "127.0.0.1";
    private static final List<String> WORKERS = List.of("127.0.0.1", "127.0.0.2");

    private final Path folder;
    private final String address;
    private final Process master;
    private final Map<String, Process> workers = new LinkedHashMap<>();

    SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        int port = freePort();
        this.address = "spark://" + MASTER + ":" + port;
        this.master = start("master", "org.apache.spark.deploy.master.Master", MASTER, "--port", String.valueOf(port));
        await("master", "I have been elected leader");
        replaceTheDead();
    }

    String master() {
        return address;
    }

    /** Starts workers in place of those that have died, or were never started. */
    void replaceTheDead() throws IOException, InterruptedException {
        List<String> started = new ArrayList<>();
        for (String host : WORKERS) {
            if (!workers.containsKey(host) || !workers.get(host).isAlive()) {
                String name = "worker-" + host + "-" + System.nanoTime();
                String work = folder.resolve("work").resolve(name).toString();
                workers.put(
                        host,
                        start(
                                name,
                                "org.apache.spark.deploy.worker.Worker",
                                host,
                                "--cores",
                                "1",
                                "--memory",
                                "1g",
                                "--work-dir",
                                work,
                                address));
                started.add(name);
            }
        }
        for (String name : started) {
            await(name, "Successfully registered with master");
        }
    }

    private Process start(String name, String mainClass, String host, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", HOME + "/jars/*", mainClass));
        command.addAll(List.of("--host", host, "--webui-port", String.valueOf(freePort())));
        command.addAll(List.of(args));
        File log = log(name).toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", host);
        return builder.start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private void await(String name, String line) throws IOException, InterruptedException {
        for (long end = System.currentTimeMillis() + PATIENCE; System.currentTimeMillis() < end; Thread.sleep(50)) {
            if (Files.exists(log(name)) && Files.readString(log(name)).contains(line)) {
                return;
            }
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
        for (Process worker : workers.values()) {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
