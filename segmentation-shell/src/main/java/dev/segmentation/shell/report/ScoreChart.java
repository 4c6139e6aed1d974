package dev.segmentation.shell.report;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Segment;
import dev.segmentation.core.ranking.Bins;
import dev.segmentation.core.ranking.Bins.OwnEdge;
import dev.segmentation.core.ranking.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the numbers that clients are ranked by are spread: how many clients are in each bin, by segment, and where the cuts are. */
final class ScoreChart {

    private static final int BINS = 24;

    private ScoreChart() {}

    /** Clients by bin and by segment. */
    static final class Histogram {

        private final double[] edges;
        private final long[][] counts;

        private Histogram(double[] edges, long[][] counts) {
            this.edges = edges;
            this.counts = counts;
        }

        double[] edges() {
            return edges.clone();
        }

        /** Gives the number of clients by bin, and therein by segment. */
        long[][] counts() {
            return counts.clone();
        }

        static Histogram of(Facts facts) {
            double[] known = IntStream.range(0, facts.result().size())
                    .mapToDouble(facts::score)
                    .filter(Double::isFinite)
                    .toArray();
            Bins bins = Bins.ofEqualWidth(Distribution.of(known), BINS, OwnEdge.LOWER);
            long[][] counts = new long[bins.count()][facts.places().size()];
            for (int row = 0; row < facts.result().size(); row++) {
                int bin = bins.bin(facts.score(row));
                int place = facts.places().indexOf(facts.result().segment(row));
                if (bin >= 0 && place >= 0) {
                    counts[bin][place]++;
                }
            }
            double[] edges = bins.edges();
            if (edges.length == 2 && edges[0] == edges[1]) {
                double room = edges[0] == 0 ? 0.5 : Math.abs(edges[0]) / 20;
                edges = new double[] {edges[0] - room, edges[1] + room};
            }
            return new Histogram(edges, counts);
        }

        long most() {
            long most = 1;
            for (long[] bin : counts) {
                most = Math.max(
                        most,
                        IntStream.range(0, bin.length).mapToLong(s -> bin[s]).sum());
            }
            return most;
        }
    }

    static Optional<Plot> of(Facts facts) {
        if (!facts.hasScores()) {
            return Optional.empty();
        }
        Histogram histogram = Histogram.of(facts);
        double[] edges = histogram.edges();
        String name = Words.of(facts.scoreName());
        Plot.Axis x = Plot.Axis.around(name, edges[0], edges[edges.length - 1]);
        Plot.Axis y = Plot.Axis.around("clients", 0, histogram.most() * 1.12);
        Plot plot = new Plot("How the " + name + " of clients is spread", caption(facts), x, y);
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
        return Optional.of(plot);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static String caption(Facts facts) {
        double[] known = IntStream.range(0, facts.result().size())
                .mapToDouble(facts::score)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int decimals = Math.abs(known[known.length - 1]) < 100 ? 2 : 0;
        StringBuilder caption = new StringBuilder(Figures.count(known.length, "client") + " have a "
                + Words.of(facts.scoreName()) + " from " + Figures.decimal(known[0], decimals) + " to "
                + Figures.decimal(known[known.length - 1], decimals) + "; the middle one has "
                + Figures.decimal(known[(known.length - 1) / 2], decimals) + ".");
        List<Cut> cuts = facts.cuts();
        if (!cuts.isEmpty()) {
            caption.append(
                    cuts.size() == 1 ? " The dashed line is the cut, at " : " The dashed lines are the cuts, at ");
            caption.append(String.join(
                    ", ",
                    cuts.stream()
                            .map(cut -> Figures.decimal(facts.boundary(cut), decimals))
                            .distinct()
                            .toList()));
            caption.append('.');
        }
        return caption.toString();
    }
}
