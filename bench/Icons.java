import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Draws conf/icons, in colour on nothing: java bench/Icons.java conf/icons */
class Icons {
    private static final int SIDE = 100;

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        write(folder.resolve("cat.png"), Icons::cat);
        write(folder.resolve("house.png"), Icons::house);
        write(folder.resolve("tree.png"), Icons::tree);
    }

    private static void tree(Graphics2D pen) {
        pen.setColor(new Color(0x6b4423));
        pen.fill(new Rectangle2D.Double(43, 76, 14, 21));
        pen.setColor(new Color(0x1f6b3a));
        for (double[] tier : new double[][] {{4, 26, 38}, {20, 36, 60}, {38, 46, 82}}) {
            pen.fill(polygon(50, tier[0], 50 + tier[1], tier[2], 50 - tier[1], tier[2]));
        }
    }

    private static void house(Graphics2D pen) {
        pen.setColor(new Color(0x8c2f2b));
        pen.fill(new Rectangle2D.Double(70, 10, 11, 26));
        pen.fill(polygon(50, 6, 98, 50, 2, 50));
        Area walls = new Area(new Rectangle2D.Double(13, 50, 74, 46));
        walls.subtract(new Area(new Rectangle2D.Double(56, 62, 19, 34)));
        Area window = new Area(new Rectangle2D.Double(24, 60, 22, 20));
        window.subtract(new Area(new Rectangle2D.Double(33.5, 60, 3, 20)));
        window.subtract(new Area(new Rectangle2D.Double(24, 68.5, 22, 3)));
        walls.subtract(window);
        pen.setColor(new Color(0x4a4e69));
        pen.fill(walls);
    }

    private static void cat(Graphics2D pen) {
        pen.setColor(new Color(0x3d405b));
        pen.fill(polygon(10, 4, 46, 30, 10, 58));
        pen.fill(polygon(90, 4, 54, 30, 90, 58));
        pen.fill(new Ellipse2D.Double(6, 20, 88, 76));
        pen.setColor(new Color(0xf2cc8f));
        pen.fill(new Ellipse2D.Double(21, 42, 22, 18));
        pen.fill(new Ellipse2D.Double(57, 42, 22, 18));
        pen.fill(polygon(43, 66, 57, 66, 50, 74));
        pen.setColor(new Color(0x1d1e2c));
        pen.fill(new Ellipse2D.Double(29, 42, 6, 18));
        pen.fill(new Ellipse2D.Double(65, 42, 6, 18));
        pen.setColor(new Color(0xf2cc8f));
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D mouth = new Path2D.Double();
        mouth.moveTo(34, 80);
        mouth.quadTo(43, 89, 50, 80);
        mouth.quadTo(57, 89, 66, 80);
        pen.draw(mouth);
        for (int side : new int[] {-1, 1}) {
            pen.draw(polygon(50 + side * 22, 72, 50 + side * 38, 69));
            pen.draw(polygon(50 + side * 22, 77, 50 + side * 36, 80));
        }
    }

    /** @param xy corners, x and y in turn */
    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int k = 2; k < xy.length; k += 2) {
            path.lineTo(xy[k], xy[k + 1]);
        }
        path.closePath();
        return path;
    }

    private static void write(Path file, Consumer<Graphics2D> drawing) throws IOException {
        BufferedImage icon = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = icon.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(pen);
        pen.dispose();
        ImageIO.write(icon, "png", file.toFile());
    }
}
