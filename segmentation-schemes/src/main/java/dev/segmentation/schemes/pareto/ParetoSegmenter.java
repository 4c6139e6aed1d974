package dev.segmentation.schemes.pareto;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.ColumnSegmenter;
import dev.segmentation.core.book.Columns;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Places clients by one measure, between amounts that shares of its total were reached at. */
final class ParetoSegmenter implements ColumnSegmenter {

    private static final long serialVersionUID = 1;

    private final Measure measure;
    private final Segment[] segments;
    private final Cutoffs cutoffs;

    ParetoSegmenter(Measure measure, List<Segment> segments, Cutoffs cutoffs) {
        this.measure = measure;
        this.segments = segments.toArray(new Segment[0]);
        this.cutoffs = cutoffs;
        if (segments.size() != cutoffs.cuts().size() + 1) {
            throw new IllegalArgumentException("there must be one segment more than cuts, but there are "
                    + segments.size() + " segments and " + cutoffs.cuts().size() + " cuts");
        }
    }

    @Override
    public String schemeId() {
        return Pareto.scheme().id();
    }

    @Override
    public List<Segment> segments() {
        return List.of(segments);
    }

    static ParetoSegmenter from(Settings settings) {
        settings.allow("scheme", "segments", "measure", "cutoffs").mustBe("scheme", Pareto.ID);
        Cutoffs cutoffs = Cutoffs.from(settings.group("cutoffs").orElseThrow(settings.lacking("cutoffs")));
        List<Segment> segments = Segment.listFrom(settings, "segments").orElseThrow(settings.lacking("segments"));
        Measure measure = settings.measure("measure").orElseThrow(settings.lacking("measure"));
        return settings.checked("segments", () -> new ParetoSegmenter(measure, segments, cutoffs));
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("scheme", schemeId())
                .with("segments", segments().stream().map(Segment::settings).toList())
                .with("measure", measure)
                .with("cutoffs", cutoffs.settings());
    }

    @Override
    public List<Requirement> requirements() {
        return List.of(Requirement.needs(measure));
    }

    @Override
    public Assignment assign(Client client) {
        double key = measure.direction().orient(client.measure(measure));
        if (Double.isNaN(key)) {
            return Assignment.unscored(client.id(), List.of(Reason.unknown(measure.name())));
        }
        int tier = cutoffs.tier(key);
        return Assignment.of(client.id(), segments[tier]).withReasons(List.of(reason(tier)));
    }

    private Reason reason(int tier) {
        boolean isLast = tier == cutoffs.cuts().size();
        String share = cutoffs.cuts().get(isLast ? tier - 1 : tier).asked().toString();
        return isLast
                ? new Reason(
                        "total.beyond",
                        List.of(measure.name(), share),
                        "not among those who together bring " + share + " of " + measure)
                : new Reason(
                        "total.within",
                        List.of(measure.name(), share),
                        "among those who together bring " + share + " of " + measure);
    }

    @Override
    public int place(Client client) {
        double key = measure.direction().orient(client.measure(measure));
        return Double.isNaN(key) ? segments.length : cutoffs.tier(key);
    }

    @Override
    public int[] places(Columns columns) {
        int[] places = cutoffs.tiers(new double[][] {columns.keys(measure)});
        for (int row = 0; row < places.length; row++) {
            places[row] = places[row] < 0 ? segments.length : places[row];
        }
        return places;
    }

    @Override
    public Optional<Ordering> ordering() {
        return Optional.of(Ordering.by(measure));
    }

    @Override
    public Optional<Cutoffs> cutoffs() {
        return Optional.of(cutoffs);
    }

    /** A client has no score. */
    @Override
    public IntToDoubleFunction scorer(Columns columns, int[] places) {
        return row -> Double.NaN;
    }

    @Override
    public boolean asksForAttention() {
        return false;
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId() + ", " + segments.length + " segments]";
    }
}
