package hopfield.cluster;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Seed;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;

/** A real HDFS of one name node and two data nodes in this JVM, which holds digits in the files that MNIST comes in. */
final class Hdfs implements AutoCloseable {
    static final int TRAINING = 900;
    static final int TEST = 300;

    /** What a file claims while it is written: a block of 128 MB on either data node. */
    static final long BLOCK_CLAIMED = 2L << 27;

    private final MiniDFSCluster cluster;
    private final FileSystem files;

    Hdfs(java.nio.file.Path folder) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set("dfs.replication", "2");
        configuration.set("hdfs.minidfs.basedir", folder.toString());
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(2).build();
        cluster.waitActive();
        files = cluster.getFileSystem();
        ImageSource digits =
                new Images(new HadoopFiles(configuration), Map.of()).open("digits:" + (TRAINING + TEST), new Seed(1));
        write("train", digits, 0, TRAINING);
        write("t10k", digits, TRAINING, TRAINING + TEST);
    }

    /** Two IDX files, of which the images' is compressed. */
    private void write(String part, ImageSource digits, int from, int until) throws IOException {
        try (DataOutputStream images = new DataOutputStream(
                        new GZIPOutputStream(files.create(new Path("/mnist/" + part + "-images-idx3-ubyte.gz"))));
                DataOutputStream labels = files.create(new Path("/mnist/" + part + "-labels-idx1-ubyte"))) {
            for (int value : new int[] {0x0803, until - from, digits.height(), digits.width()}) {
                images.writeInt(value);
            }
            labels.writeInt(0x0801);
            labels.writeInt(until - from);
            for (Iterator<Image> all = digits.read(from, until); all.hasNext(); ) {
                Image image = all.next();
                labels.writeByte(image.label());
                for (int i = 0; i < digits.neurons(); i++) {
                    images.writeByte(image.pattern().isUp(i) ? 255 : 0);
                }
            }
        }
    }

    /** The full address of a path. */
    String at(String path) {
        return cluster.getURI() + path;
    }

    boolean has(String path) {
        try {
            return files.exists(new Path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String path) throws IOException {
        try (FSDataInputStream in = files.open(new Path(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All that the files of a folder hold. */
    String texts(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        for (FileStatus file : files.listStatus(new Path(folder))) {
            all.append(text(file.getPath().toString()));
        }
        return all.toString();
    }

    /** Work while one of the data nodes is dead. */
    interface Work {
        void run() throws Exception;
    }

    void withOneDataNode(Work work) throws Exception {
        MiniDFSCluster.DataNodeProperties dead = cluster.stopDataNode(0);
        try {
            work.run();
        } finally {
            cluster.restartDataNode(dead);
            cluster.waitActive();
        }
    }

    void inSafeMode(Work work) throws Exception {
        cluster.getFileSystem().setSafeMode(SafeModeAction.ENTER);
        try {
            work.run();
        } finally {
            cluster.getFileSystem().setSafeMode(SafeModeAction.LEAVE);
        }
    }

    /** Makes a folder into which so many bytes go, in all replicas, those that open files claim included. */
    void makeSmall(String path, long bytes) throws IOException {
        files.mkdirs(new Path(path));
        cluster.getFileSystem().setQuota(new Path(path), HdfsConstants.QUOTA_DONT_SET, bytes);
    }

    @Override
    public void close() {
        cluster.shutdown();
    }
}
