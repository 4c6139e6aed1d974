package dev.segmentation.shell.table;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The segments of a segmentation as a table: how many clients, which share was asked and realised, what they bring. */
public final class SegmentsTable {

    private final Segmentation result;
    private final LowestScores lowest;
    private final boolean hasRevenue;

    /**
     * Takes what is to be shown.
     *
     * @param result the outcome for a book
     */
    public SegmentsTable(Segmentation result) {
        this.result = result;
        this.lowest = LowestScores.of(result);
        this.hasRevenue = result.book().has(Measure.REVENUE);
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        List<String> header = new ArrayList<>(List.of("segment", "clients", "asked", "realised"));
        if (hasRevenue) {
            header.addAll(List.of("revenue", "of revenue"));
        }

        if (!lowest.isEmpty()) {
            header.add("lowest score");
        }
        List<Boolean> left = new ArrayList<>(header.stream().map(name -> false).toList());
        left.set(0, true);
        TextTable table = new TextTable(header, left);
        for (Segment segment : result.segments()) {
            table.add(row(segment, asked(segment), ShownNumber.percent(result.share(segment))));
        }
        if (result.count(Segment.UNSCORED) > 0) {
            table.add(row(Segment.UNSCORED, "", ""));
        }
        return table.toString();
    }

    private List<String> row(Segment segment, String asked, String realised) {
        List<String> row = new ArrayList<>();
        row.add(segment.name());
        row.add(String.format(Locale.ROOT, "%,d", result.count(segment)));
        row.add(asked);
        row.add(realised);
        if (hasRevenue) {
            Summary known = result.summary(segment, Measure.REVENUE);
            double revenue = known.count() == 0 && known.missing() > 0 ? Double.NaN : known.sum();
            double total = result.book().summary(Measure.REVENUE).sum();
            row.add(ShownNumber.amount(revenue));
            row.add(!(total > 0) ? "" : ShownNumber.percent(revenue / total));
        }
        if (!lowest.isEmpty()) {
            OptionalDouble least = lowest.in(segment);
            row.add(least.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", least.getAsDouble()));
        }
        return row;
    }

    /** Gives the share asked for this segment alone: the difference of two cumulative ones. */
    private String asked(Segment segment) {
        List<Cut> cuts = result.segmenter().cutoffs().map(Cutoffs::cuts).orElse(List.of());
        if (cuts.size() + 1 != result.segments().size()) {
            return ""; // the cuts, if any, are not between the segments
        }
        int place = result.segments().indexOf(segment);
        double from = place == 0 ? 0 : cuts.get(place - 1).asked().toDouble();
        double to = place == cuts.size() ? 1 : cuts.get(place).asked().toDouble();
        String of = result.segmenter()
                .cutoffs()
                .flatMap(Cutoffs::total)
                .map(total -> " of " + total)
                .orElse("");
        return ShownNumber.percent(to - from) + of;
    }
}
