package dev.segmentation.shell.report;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Segment;
import dev.segmentation.core.ranking.Bins;
import dev.segmentation.core.ranking.Bins.OwnEdge;
import dev.segmentation.core.ranking.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the numbers that clients are ranked by are spread: how many clients are in each bin, by segment, and where the cuts are. */
final class ScoreChart {

    private static final int BINS = 24;

    private final Facts facts;
    private final Histogram histogram;
    private final String caption;

    private ScoreChart(Facts facts) {
        this.facts = facts;
        double[] known = IntStream.range(0, facts.result().size())
                .mapToDouble(facts::score)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        this.histogram = Histogram.of(facts, known);
        this.caption = caption(facts, known);
    }

    /** Gives the chart; nothing where no client has a score. */
    static Optional<ScoreChart> of(Facts facts) {
        return facts.hasScores() ? Optional.of(new ScoreChart(facts)) : Optional.empty();
    }

    Histogram histogram() {
        return histogram;
    }

    String caption() {
        return caption;
    }

    /** Clients by bin and by segment. */
    static final class Histogram {

        private final double[] edges;
        private final long[][] counts;

        private Histogram(double[] edges, long[][] counts) {
            this.edges = edges;
            this.counts = counts;
        }

        /** Gives the number of clients by bin, and therein by segment. */
        long[][] counts() {
            return counts.clone();
        }

        private static Histogram of(Facts facts, double... known) {
            Bins bins = Bins.ofEqualWidth(Distribution.of(known), BINS, OwnEdge.LOWER);
            long[][] counts = new long[bins.count()][facts.places().size()];
            for (int row = 0; row < facts.result().size(); row++) {
                int bin = bins.bin(facts.score(row));
                int place = facts.places().indexOf(facts.result().segment(row));
                if (bin >= 0 && place >= 0) {
                    counts[bin][place]++;
                }
            }
            return new Histogram(bins.edges(), counts);
        }

        /** Gives the numbers that a bin holds: {@code 1.50 to 2.00}, and {@code 2.00} where all clients have that one. */
        String range(int bin) {
            int decimals = decimals(edges[edges.length - 1]);
            String from = Figures.decimal(edges[bin], decimals);
            return edges[bin] == edges[bin + 1] ? from : from + " to " + Figures.decimal(edges[bin + 1], decimals);
        }

        /** Gives where the bins are drawn: where all clients have one number, a little to both sides of it. */
        private double[] drawn() {
            if (edges.length > 2 || edges[0] != edges[1]) {
                return edges.clone();
            }
            double side = edges[0] == 0 ? 0.02 : Math.abs(edges[0]) / 50;
            return new double[] {edges[0] - side, edges[1] + side};
        }

        private long most() {
            return Arrays.stream(counts)
                    .mapToLong(bin -> Arrays.stream(bin).sum())
                    .max()
                    .orElse(1);
        }
    }

    Plot plot() {
        double[] edges = histogram.drawn();
        String name = Words.of(facts.scoreName());
        double room = edges.length == 2 ? 4 * (edges[1] - edges[0]) : 0;
        Plot.Axis x = Plot.Axis.around(name, edges[0] - room, edges[edges.length - 1] + room);
        Plot.Axis y = Plot.Axis.ofCounts("clients", histogram.most());
        Plot plot = new Plot("How the " + name + " of clients is spread", caption, x, y);
        long[] height = new long[histogram.counts().length];
        for (int place = facts.places().size() - 1; place >= 0; place--) {
            Segment segment = facts.places().get(place);
            List<Double> xs = new ArrayList<>();
            List<Double> ys = new ArrayList<>();
            for (int bin = 0; bin < height.length; bin++) {
                long clients = histogram.counts()[bin][place];
                if (clients > 0) {
                    double from = height[bin];
                    height[bin] += clients;
                    double to = height[bin];
                    xs.addAll(List.of(edges[bin], edges[bin + 1], edges[bin + 1], edges[bin], edges[bin]));
                    ys.addAll(List.of(from, from, to, to, Double.NaN));
                }
            }
            if (!xs.isEmpty()) {
                plot.withAreas(array(xs), array(ys), facts.color(segment));
            }
        }
        List<Cut> cuts = facts.cuts();
        for (int c = 0; c < cuts.size(); c++) {
            double at = facts.boundary(cuts.get(c));
            if (at >= x.least() && at <= x.most()) {
                plot.withRule(at, y.least(), at, y.most());
            }
        }
        return plot;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int decimals(double greatest) {
        return Math.abs(greatest) < 100 ? 2 : 0;
    }

    private static String caption(Facts facts, double... sorted) {
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        int decimals = decimals(greatest);
        StringBuilder caption =
                new StringBuilder(Figures.count(sorted.length, "client") + (sorted.length == 1 ? " has" : " have"));
        caption.append(" a ").append(Words.of(facts.scoreName()));
        if (least == greatest) {
            caption.append(" of ").append(Figures.decimal(least, decimals)).append('.');
        } else {
            caption.append(" from ")
                    .append(Figures.decimal(least, decimals))
                    .append(" to ")
                    .append(Figures.decimal(greatest, decimals))
                    .append("; the middle one has ")
                    .append(Figures.decimal(sorted[(sorted.length - 1) / 2], decimals))
                    .append('.');
        }
        // A cut that nobody is above has no number.
        List<String> cuts = facts.cuts().stream()
                .mapToDouble(facts::boundary)
                .filter(Double::isFinite)
                .mapToObj(cut -> Figures.decimal(cut, decimals))
                .distinct()
                .toList();
        if (!cuts.isEmpty()) {
            caption.append(
                            cuts.size() == 1
                                    ? " The dashed line is the cut, at "
                                    : " The dashed lines are the cuts, at ")
                    .append(String.join(", ", cuts))
                    .append('.');
        }
        return caption.toString();
    }
}
