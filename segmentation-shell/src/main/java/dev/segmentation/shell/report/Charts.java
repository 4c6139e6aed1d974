package dev.segmentation.shell.report;

import dev.segmentation.api.Segmentation;
import dev.segmentation.core.ranking.Concentration;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** The charts of the report as an image. */
public final class Charts {

    private static final int DOTS = 2;
    private static final int TITLE = 34;

    private Charts() {}

    /**
     * Writes the charts of a segmentation as one PNG image, one below the other: how concentrated revenue is, how the scores
     * are spread, and the quadrants of engagement, as far as the book has the numbers.
     *
     * @param result the outcome for a book
     * @param file the image; replaced if it is there
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the book has the numbers for none of them
     */
    public static void png(Segmentation result, Path file) throws IOException {
        Facts facts = new Facts(Report.of(result));
        png(
                java.util.stream.Stream.of(
                                ConcentrationChart.of(facts),
                                ScoreChart.of(facts).map(ScoreChart::plot),
                                EngagementChart.of(facts))
                        .flatMap(java.util.Optional::stream)
                        .toList(),
                file);
    }

    /**
     * Writes the curve of a concentration as a PNG image.
     *
     * @param concentration how unevenly a total is spread
     * @param name what it is a total of, such as {@code revenue}
     * @param file the image; replaced if it is there
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if there is no total above 0 to be spread
     */
    public static void png(Concentration concentration, String name, Path file) throws IOException {
        png(ConcentrationChart.of(concentration, name).stream().toList(), file);
    }

    private static void png(List<Plot> plots, Path file) throws IOException {
        if (plots.isEmpty()) {
            throw new IllegalArgumentException(
                    "a chart needs a total above 0, scores, or profit and engagement, but there is none of them");
        }
        int height = plots.size() * (Plot.HEIGHT + TITLE);
        BufferedImage image = new BufferedImage(Plot.WIDTH * DOTS, height * DOTS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(DOTS, DOTS);
        graphics.setColor(Palette.PAPER.color());
        graphics.fillRect(0, 0, Plot.WIDTH, height);
        for (Plot plot : plots) {
            graphics.setColor(Palette.INK.color());
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
            graphics.drawString(plot.title(), 4, 22);
            graphics.translate(0, TITLE);
            Graphics2D own = (Graphics2D) graphics.create();
            plot.paint(own);
            own.dispose();
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Plot.FONT_SIZE));
            for (Plot.Label label : plot.labels()) {
                int width = graphics.getFontMetrics().stringWidth(label.text());
                double left = switch (label.anchor()) {
                    case START -> label.x();
                    case MIDDLE -> label.x() - width / 2.0;
                    case END -> label.x() - width;
                };
                graphics.setColor(label.color().color());
                graphics.drawString(label.text(), (float) left, (float) label.y());
            }
            graphics.translate(0, Plot.HEIGHT);
        }
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException(file + ": this Java cannot write PNG");
        }
    }
}
