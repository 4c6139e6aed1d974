package dev.segmentation.shell.report;

import dev.segmentation.core.ranking.Concentration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The curve of what the largest clients bring together, with the point where that is 80 %. */
final class ConcentrationChart {

    static final double MOST_OF_IT = 0.8;

    private static final int POINTS = 101;

    private ConcentrationChart() {}

    static Optional<Plot> of(Facts facts) {
        return facts.total()
                .flatMap(measure -> of(Concentration.of(finite(facts.values(measure))), Words.of(measure.name())));
    }

    /** Leaves out what is not finite, which no share can be made of. */
    static double[] finite(double[] values) {
        double[] finite = values.clone();
        for (int i = 0; i < finite.length; i++) {
            finite[i] = Double.isFinite(finite[i]) ? finite[i] : Double.NaN;
        }
        return finite;
    }

    static Optional<Plot> of(Concentration concentration, String name) {
        OptionalInt few = concentration.countReaching(MOST_OF_IT);
        if (few.isEmpty()) {
            return Optional.empty();
        }
        List<Concentration.Point> lorenz = concentration.curve(POINTS);
        double[] xs = new double[lorenz.size()];
        double[] ys = new double[lorenz.size()];
        double most = 1;
        double least = 0;
        for (int i = 0; i < xs.length; i++) {
            Concentration.Point point = lorenz.get(lorenz.size() - 1 - i);
            xs[i] = 1 - point.part();
            ys[i] = 1 - point.share();
            most = Math.max(most, ys[i]);
            least = Math.min(least, ys[i]);
        }
        double part = (double) few.getAsInt() / concentration.size();
        double share = concentration.shareOfLargest(few.getAsInt());
        Plot.Axis y = most > 1 || least < 0
                ? Plot.Axis.around("share of " + name, least, most).asShare()
                : Plot.Axis.ofShares("share of " + name);
        Plot plot = new Plot(
                        "How " + name + " is spread over the clients",
                        caption(concentration, name),
                        Plot.Axis.ofShares("share of clients, the largest first"),
                        y)
                .withRule(0, 0, 1, 1)
                .withLine(xs, ys, Palette.S1)
                .withRule(part, y.least(), part, share)
                .withRule(0, share, part, share)
                .withPoints(new double[] {part}, new double[] {share}, Palette.S1, 9);
        String text = Figures.roundPercent(part) + " bring " + Figures.roundPercent(share);
        return Optional.of(
                part > 0.35
                        ? plot.withLabel(text, part, share, -10, -8, Plot.Anchor.END)
                        : plot.withLabel(text, part, share, 12, 22, Plot.Anchor.START));
    }

    /** Says what one sees: {@code 55 % of clients bring 80 % of revenue.} */
    static String caption(Concentration concentration, String name) {
        OptionalInt few = concentration.countReaching(MOST_OF_IT);
        if (few.isEmpty()) {
            return "There is no " + name + " above 0 to be shared out.";
        }
        double part = (double) few.getAsInt() / concentration.size();
        return Figures.roundPercent(part) + " of clients (" + Figures.count(few.getAsInt()) + " of "
                + Figures.count(concentration.size()) + ") bring " + Figures.roundPercent(MOST_OF_IT) + " of " + name
                + ". The Gini coefficient is " + Figures.decimal(concentration.gini(), 2)
                + ", where 0 is that all bring the same and 1 that one brings all.";
    }
}
