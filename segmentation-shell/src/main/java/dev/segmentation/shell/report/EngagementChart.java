package dev.segmentation.shell.report;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.shell.report.Plot.Anchor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clients by what they get and what they bring after the cost of serving: four quadrants. */
final class EngagementChart {

    /** How many different values of engagement are still drawn as columns. */
    private static final int MOST_COLUMNS = 10;

    /** Points nearer than this are one, so that the page stays small. */
    private static final double SAME_DOTS = 5;

    /** The part of a whole that lies farthest from all its repeated sums: points spread by it do not cover each other. */
    private static final double GOLDEN = 0.6180339887498949;

    private EngagementChart() {}

    private record Point(double engaged, double profit, Segment segment) {}

    /** The points, and the lines between the quadrants; equal to them is above. */
    record Quadrants(List<Point> points, double engagedFrom, Optional<Double> profitAbove, List<Long> counts) {

        /** Gives them by the scheme {@code engagement}, or by the measures of the book; nothing where they are not known. */
        static Optional<Quadrants> of(Facts facts) {
            boolean isOwnScheme = facts.segmenter().schemeId().equals("engagement");
            return isOwnScheme ? ofReasons(facts) : ofMeasures(facts);
        }

        private static Optional<Quadrants> ofReasons(Facts facts) {
            List<Point> points = new ArrayList<>();
            long[] counts = new long[4];
            double from = 1;
            Optional<Double> above = Optional.empty();
            for (int row = 0; row < facts.result().size(); row++) {
                double profit = Double.NaN;
                double engaged = Double.NaN;
                int place = 0;
                for (Reason reason : facts.result().assignment(row).reasons()) {
                    if (reason.code().startsWith("profit.")) {
                        profit = Double.parseDouble(reason.arguments().get(0));
                        above = amount(reason.arguments().get(1));
                        place += reason.code().equals("profit.above") ? 0 : 2;
                    }
                    if (reason.code().startsWith("engaged.")) {
                        engaged = Double.parseDouble(reason.arguments().get(0));
                        from = Double.parseDouble(reason.arguments().get(1));
                        place += reason.code().equals("engaged.yes") ? 0 : 1;
                    }
                }
                if (Double.isFinite(profit) && Double.isFinite(engaged)) {
                    points.add(new Point(engaged, profit, facts.result().segment(row)));
                    counts[place]++;
                }
            }
            return points.isEmpty() ? Optional.empty() : Optional.of(new Quadrants(points, from, above, list(counts)));
        }

        /** Takes the amount from {@code above 0} or {@code at least 100}. */
        private static Optional<Double> amount(String line) {
            try {
                return Optional.of(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
            } catch (NumberFormatException inOtherWords) {
                return Optional.empty();
            }
        }

        private static Optional<Quadrants> ofMeasures(Facts facts) {
            if (!facts.book().has(Measure.ENGAGED)) {
                return Optional.empty();
            }
            List<Point> points = new ArrayList<>();
            long[] counts = new long[4];
            for (int row = 0; row < facts.result().size(); row++) {
                Client client = facts.book().client(row);
                double engaged = client.measure(Measure.ENGAGED);
                double profit = facts.profit(client);
                if (Double.isFinite(profit) && Double.isFinite(engaged)) {
                    points.add(new Point(engaged, profit, facts.result().segment(row)));
                    counts[(profit > 0 ? 0 : 2) + (engaged >= 1 ? 0 : 1)]++;
                }
            }
            return points.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Quadrants(points, 1, Optional.of(0.0), list(counts)));
        }

        private static List<Long> list(long[] counts) {
            return Arrays.stream(counts).boxed().toList();
        }

        String caption() {
            long all = points.size();
            return "Of " + Figures.count(all, "client") + " " + Figures.count(counts.get(0)) + " ("
                    + percent(counts.get(0))
                    + ") are profitable and get what the practice does, " + Figures.count(counts.get(1)) + " ("
                    + percent(counts.get(1)) + ") are profitable and do not get it yet, " + Figures.count(counts.get(2))
                    + " ("
                    + percent(counts.get(2)) + ") get it and are not profitable, and " + Figures.count(counts.get(3))
                    + " ("
                    + percent(counts.get(3)) + ") neither.";
        }

        private String percent(long count) {
            return Figures.roundPercent((double) count / points.size());
        }

        boolean isYesOrNo() {
            return points.stream().allMatch(point -> point.engaged() == 0 || point.engaged() == 1);
        }
    }

    static Optional<Plot> of(Facts facts) {
        return Quadrants.of(facts).map(quadrants -> plot(facts, quadrants));
    }

    private static Plot plot(Facts facts, Quadrants quadrants) {
        boolean isYesOrNo = quadrants.isYesOrNo();
        double[] columns = quadrants.points().stream()
                .mapToDouble(Point::engaged)
                .distinct()
                .sorted()
                .limit(MOST_COLUMNS + 1)
                .toArray();
        double gap = isYesOrNo ? 1 : gap(columns);
        double line = isYesOrNo ? 0.5 : quadrants.engagedFrom();
        double least = Math.min(columns[0], line) - gap / 2;
        double most =
                quadrants.points().stream().mapToDouble(Point::engaged).max().orElse(1);
        Plot.Axis x = isYesOrNo
                ? Plot.Axis.plain("does the client get what the practice does?", -0.5, 1.5)
                : Plot.Axis.around("engagement", least, Math.max(most, line) + gap / 2);
        double lowest =
                quadrants.points().stream().mapToDouble(Point::profit).min().orElse(0);
        double highest =
                quadrants.points().stream().mapToDouble(Point::profit).max().orElse(0);
        double zero = quadrants.profitAbove().orElse(lowest);
        Plot.Axis y = Plot.Axis.around("profit", Math.min(lowest, zero), Math.max(highest, zero));
        Plot plot = new Plot("Who gets it, and who is profitable", quadrants.caption(), x, y);
        spread(facts, quadrants, gap, x, y)
                .forEach((segment, points) -> plot.withPoints(
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray(),
                        facts.color(segment),
                        5));
        plot.withRule(line, y.least(), line, y.most());
        if (quadrants.profitAbove().isPresent()) {
            plot.withRule(x.least(), zero, x.most(), zero);
        }
        if (isYesOrNo) {
            plot.withLabel("not yet", 0, y.least(), 0, 17, Anchor.MIDDLE);
            plot.withLabel("gets it", 1, y.least(), 0, 17, Anchor.MIDDLE);
        }
        if (facts.segmenter().schemeId().equals("engagement")) {
            plot.withLabel("B", x.least(), y.most(), 8, 16, Anchor.START);
            plot.withLabel("A", x.most(), y.most(), -8, 16, Anchor.END);
            plot.withLabel("D", x.least(), y.least(), 8, -8, Anchor.START);
            plot.withLabel("C", x.most(), y.least(), -8, -8, Anchor.END);
        }
        return plot;
    }

    /** Gives the least distance between columns; 0 where there are too many to be columns. */
    private static double gap(double[] columns) {
        if (columns.length > MOST_COLUMNS) {
            return 0;
        }
        double gap = Double.POSITIVE_INFINITY;
        for (int c = 1; c < columns.length; c++) {
            gap = Math.min(gap, columns[c] - columns[c - 1]);
        }
        return Double.isInfinite(gap) ? 1 : gap;
    }

    /** Spreads the points of a column over its width, and takes those that would cover each other for one. */
    private static Map<Segment, List<double[]>> spread(
            Facts facts, Quadrants quadrants, double gap, Plot.Axis x, Plot.Axis y) {
        Map<Segment, List<double[]>> bySegment = new LinkedHashMap<>();
        facts.places().forEach(segment -> bySegment.put(segment, new ArrayList<>()));
        Set<List<Object>> seen = new HashSet<>();
        long next = 0;
        for (Point point : quadrants.points()) {
            double part = next++ * GOLDEN % 1 - 0.5;
            double at = Math.max(x.least(), Math.min(x.most(), point.engaged() + part * 0.7 * gap));
            long column = Math.round((at - x.least()) / (x.most() - x.least()) * Plot.WIDTH / SAME_DOTS);
            long row = Math.round((point.profit() - y.least()) / (y.most() - y.least()) * Plot.HEIGHT / SAME_DOTS);
            if (seen.add(List.of(point.segment(), column, row))) {
                bySegment
                        .computeIfAbsent(point.segment(), any -> new ArrayList<>())
                        .add(new double[] {at, point.profit()});
            }
        }
        bySegment.values().removeIf(List::isEmpty);
        return bySegment;
    }
}
