package dev.segmentation.schemes.pareto;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.api.TopShares;
import java.util.List;
import java.util.Objects;

/**
 * The 80/20 line: the vital few, the clients who together bring 80 % of revenue, and the useful many, the others.
 *
 * <p>Clients are counted off from the one with the most revenue until their sum reaches the share; the one who crosses it
 * is in, and so are all with the same revenue as the last one. Of revenues 50, 31, 15 and 4 the first two are the vital
 * few. A client without revenue known is left unscored.
 *
 * <p>{@link #abc} makes three classes, at 80 and 95 %.
 *
 * <p>A book whose revenue does not add up to more than 0 has no such line, and is refused. The sums are exact.
 *
 * <p>Source: J. M. Juran, "The non-Pareto principle; mea culpa", Quality Progress 8 (1975), for the words; the practice
 * among advisers: Principal, "Your clients are your competitor's best prospects".
 */
public final class Pareto implements SegmentationScheme {

    static final String ID = "pareto";

    private final Measure measure;
    private final TopShares shares;
    private final List<Segment> segments;

    /** Makes the scheme of two segments at 80 % of revenue; {@link java.util.ServiceLoader} calls this. */
    public Pareto() {
        this(
                Measure.REVENUE,
                TopShares.of(0.80).withRounding(Rounding.CEILING),
                List.of(
                        new Segment("Vital few", 1, "Together they bring 80%.", "Know them well, and keep them."),
                        new Segment(
                                "Useful many", 2, "The others.", "Find the next vital ones; serve with less time.")));
    }

    private Pareto(Measure measure, TopShares shares, List<Segment> segments) {
        this.measure = measure;
        this.shares = shares;
        this.segments = segments;
    }

    /**
     * Gives the scheme of two segments, at 80 % of revenue.
     *
     * @return the scheme
     */
    public static Pareto scheme() {
        return new Pareto();
    }

    /**
     * Gives the scheme of three classes A, B and C, at 80 and 95 % of revenue.
     *
     * @return the scheme
     */
    public static Pareto abc() {
        return scheme().withTiers(
                        TopShares.of(0.80, 0.95).withRounding(Rounding.CEILING),
                        List.of(
                                new Segment("A", 1, "Together they bring 80%.", "Know them well, and keep them."),
                                new Segment("B", 2, "With them it is 95%.", "Serve fully."),
                                new Segment("C", 3, "The others.", "Serve with less time.")));
    }

    /**
     * Gives the same scheme for another measure.
     *
     * @param newMeasure what is ranked by and added up; more must be better
     * @return another scheme
     */
    public Pareto withMeasure(Measure newMeasure) {
        return new Pareto(Objects.requireNonNull(newMeasure, "measure"), shares, segments);
    }

    /**
     * Gives the same scheme with other shares.
     *
     * @param newShares which shares of the total, how to round, and what to do with equal clients at a cut
     * @param newSegments one more than there are shares, with orders 1, 2, 3 and so on; copied
     * @return another scheme
     * @throws IllegalArgumentException if the numbers of shares and segments do not fit
     */
    public Pareto withTiers(TopShares newShares, List<Segment> newSegments) {
        List<Segment> copy = List.copyOf(newSegments);
        if (copy.size() != newShares.shares().size() + 1) {
            throw new IllegalArgumentException("there must be one segment more than shares, but there are "
                    + copy.size() + " segments and " + newShares.shares().size() + " shares");
        }
        return new Pareto(measure, newShares, copy);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "The vital few who together bring 80% of revenue, and the useful many.";
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public List<Requirement> requirements() {
        return List.of(Requirement.needs(measure));
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("measure", measure)
                .with("tiers", shares.settings())
                .with("segments", segments.stream().map(Segment::settings).toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>The keys are {@code measure}, {@code tiers}, as {@link TopShares#withSettings} reads them, and {@code segments}, as
     * {@link Segment#listFrom} reads them.
     */
    @Override
    public Pareto withSettings(Settings settings) {
        settings.allow("measure", "tiers", "segments");
        Measure newMeasure = settings.measure("measure").orElse(measure);
        TopShares newShares = settings.group("tiers").map(shares::withSettings).orElse(shares);
        List<Segment> newSegments = Segment.listFrom(settings, "segments").orElse(segments);
        return settings.checked(
                settings.has("segments") ? "segments" : "tiers",
                () -> withMeasure(newMeasure).withTiers(newShares, newSegments));
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return ParetoSegmenter.from(settings);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the values do not add up to more than 0
     */
    @Override
    public Segmenter fit(Book book) {
        return new ParetoSegmenter(measure, segments, book.cutoffsOfTotal(Ordering.by(measure), measure, shares));
    }

    /** Gives one line: {@code Pareto[revenue, 2 segments]}. */
    @Override
    public String toString() {
        return "Pareto[" + measure + ", " + segments.size() + " segments]";
    }
}
