package dev.segmentation.shell.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A builder of a chart: what XChart draws between two axes, the lines of the axes, and texts beside.
 *
 * <p>The texts are kept apart, as a page sets them in its own font while an image needs them drawn.
 */
final class Plot {

    static final int WIDTH = 560;
    static final int HEIGHT = 320;
    static final float FONT_SIZE = 12;

    private static final int LEFT = 66;
    private static final int RIGHT = 18;
    private static final int TOP = 34;
    private static final int BOTTOM = 50;
    private static final int MOST_STEPS = 6;
    private static final Color NONE = new Color(0, 0, 0, 0);
    private static final Stroke HAIR = new BasicStroke(1);
    private static final Stroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 4}, 0);

    private final String title;
    private final String description;
    private final Axis x;
    private final Axis y;
    private final XYChart chart;
    private int series;
    private final List<Label> labels = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    Plot(String title, String description, Axis x, Axis y) {
        this.title = title;
        this.description = description;
        this.x = x;
        this.y = y;
        this.chart = new XYChartBuilder()
                .width(WIDTH - LEFT - RIGHT)
                .height(HEIGHT - TOP - BOTTOM)
                .build();
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false);
        style.setChartTitleVisible(false);
        style.setAxisTitlesVisible(false);
        style.setAxisTicksVisible(false);
        style.setPlotGridLinesVisible(false);
        style.setPlotBorderVisible(false);
        style.setPlotMargin(0);
        style.setPlotContentSize(1);
        style.setChartPadding(0);
        style.setChartBackgroundColor(NONE);
        style.setPlotBackgroundColor(NONE);
        style.setXAxisMin(x.least());
        style.setXAxisMax(x.most());
        style.setYAxisMin(y.least());
        style.setYAxisMax(y.most());
        labels.add(new Label(x.name(), LEFT + width() / 2, HEIGHT - 8, Anchor.MIDDLE, Palette.MUTED));
        labels.add(new Label(y.name(), 4, 14, Anchor.START, Palette.MUTED));
    }

    private static double width() {
        return WIDTH - LEFT - RIGHT;
    }

    private static double height() {
        return HEIGHT - TOP - BOTTOM;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    private double across(double value) {
        return LEFT + (value - x.least()) / (x.most() - x.least()) * width();
    }

    private double down(double value) {
        return TOP + (y.most() - value) / (y.most() - y.least()) * height();
    }

    /** Adds a line through points. */
    Plot withLine(double[] xs, double[] ys, Palette color) {
        add(xs, ys, color, XYSeriesRenderStyle.Line, SeriesMarkers.NONE);
        return this;
    }

    /** Adds areas, each a closed line; there is a point without height between two of them. */
    Plot withAreas(double[] xs, double[] ys, Palette color) {
        XYSeries series = add(xs, ys, color, XYSeriesRenderStyle.PolygonArea, SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(0.6f));
        series.setLineColor(Palette.PAPER.color());
        return this;
    }

    /** Adds points. */
    Plot withPoints(double[] xs, double[] ys, Palette color, int size) {
        chart.getStyler().setMarkerSize(size);
        add(xs, ys, color, XYSeriesRenderStyle.Scatter, SeriesMarkers.CIRCLE);
        return this;
    }

    private XYSeries add(double[] xs, double[] ys, Palette color, XYSeriesRenderStyle style, Marker marker) {
        XYSeries added = chart.addSeries("series " + series++, xs, ys);
        added.setXYSeriesRenderStyle(style);
        added.setLineColor(color.color());
        added.setFillColor(color.color());
        added.setMarkerColor(color.color());
        added.setMarker(marker);
        added.setLineStyle(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return added;
    }

    /** Adds a dashed line between two points. */
    Plot withRule(double fromX, double fromY, double toX, double toY) {
        rules.add(new Rule(across(fromX), down(fromY), across(toX), down(toY)));
        return this;
    }

    /** Adds a text at a point, moved by some dots. */
    Plot withLabel(String text, double atX, double atY, double right, double below, Anchor anchor) {
        labels.add(new Label(Html.shown(text), across(atX) + right, down(atY) + below, anchor, Palette.INK));
        return this;
    }

    List<Label> labels() {
        List<Label> all = new ArrayList<>(labels);
        for (double tick : x.ticks()) {
            all.add(new Label(x.text(tick), across(tick), HEIGHT - BOTTOM + 17, Anchor.MIDDLE, Palette.MUTED));
        }
        for (double tick : y.ticks()) {
            all.add(new Label(y.text(tick), LEFT - 8, down(tick) + 4, Anchor.END, Palette.MUTED));
        }
        return all;
    }

    /** Draws everything but the texts. */
    void paint(Graphics2D graphics) {
        graphics.setColor(Palette.LINE.color());
        graphics.setStroke(HAIR);
        for (double tick : y.ticks()) {
            graphics.draw(new Line2D.Double(LEFT, down(tick), WIDTH - RIGHT, down(tick)));
        }
        for (double tick : x.ticks()) {
            graphics.draw(new Line2D.Double(across(tick), HEIGHT - BOTTOM, across(tick), HEIGHT - BOTTOM + 4));
        }
        if (series > 0) {
            Graphics2D inside = (Graphics2D) graphics.create();
            inside.translate(LEFT, TOP);
            chart.paint(inside, (int) width(), (int) height());
            inside.dispose();
        }
        graphics.setColor(Palette.INK.color());
        graphics.setStroke(DASHED);
        for (Rule rule : rules) {
            graphics.draw(new Line2D.Double(rule.fromX(), rule.fromY(), rule.toX(), rule.toY()));
        }
    }

    /** On which side of its point a text stands. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A text and where its foot is, in dots. */
    record Label(String text, double x, double y, Anchor anchor, Palette color) {}

    private record Rule(double fromX, double fromY, double toX, double toY) {}

    /** An axis: its name, its ends, and how its numbers are written. */
    record Axis(String name, double least, double most, double step, boolean isShare) {

        /** Gives the axis of shares, from 0 to 1. */
        static Axis ofShares(String name) {
            return new Axis(name, 0, 1, 0.2, true);
        }

        /** Gives an axis without numbers. */
        static Axis plain(String name, double least, double most) {
            return new Axis(name, least, most, 0, false);
        }

        /** Gives an axis that holds some numbers, with ends at whole steps. */
        static Axis around(String name, double least, double most) {
            double from = least;
            double to = most;
            if (!(to > from)) {
                double room = from == 0 ? 1 : Math.abs(from) / 2;
                from -= room;
                to += room;
            }
            double step = step(from, to);
            return new Axis(name, Math.floor(from / step) * step, Math.ceil(to / step) * step, step, false);
        }

        /** Gives the axis of counts from 0 up to some room above the greatest, in steps of whole numbers. */
        static Axis ofCounts(String name, long most) {
            double to = most * 1.12;
            double step = Math.max(1, step(0, to));
            return new Axis(name, 0, Math.ceil(to / step) * step, step, false);
        }

        private static double step(double from, double to) {
            double raw = (to - from) / MOST_STEPS;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            return power * (raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10);
        }

        /** Gives the same axis with its numbers written as shares. */
        Axis asShare() {
            return new Axis(name, least, most, step, true);
        }

        List<Double> ticks() {
            List<Double> ticks = new ArrayList<>();
            if (step > 0) {
                long steps = Math.round((most - least) / step);
                for (long i = 0; i <= steps; i++) {
                    ticks.add(i == steps ? most : least + i * step);
                }
            }
            return ticks;
        }

        String text(double tick) {
            return isShare ? Figures.roundPercent(tick) : Figures.tick(tick, step);
        }
    }
}
