package dev.segmentation.schemes.fours;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * The four S's, its first two: segment the clients by what they are worth to the practice, and streamline them into
 * Platinum, Gold, Silver and Standard.
 *
 * <p><b>Segment.</b> Each client is graded from 1 (below average) to 3 (above average) on up to five criteria of equal
 * weight: revenue, future revenue and hours by terciles of the book, attitude and influence as the adviser graded them.
 * The score is the mean of the grades. A criterion whose measure the book does not have is left out; a client of whom a
 * measure is unknown is left unscored.
 *
 * <p><b>Streamline.</b> Ranked by score, then by revenue, the top 10 % are Platinum, the next to 25 % Gold, the next to
 * 50 % Silver, the rest Standard. These are cumulative shares of the scored clients, rounded to nearest; equal clients
 * at a cut go up together. Of ten clients one is Platinum, two are Gold (2.5 is rounded to 3), two Silver, five Standard.
 *
 * <p>With revenue alone the tiers are the top shares of revenue.
 *
 * <p>All of it can be set:
 *
 * <pre>{@code
 * FourS.scheme()
 *         .withCriteria(List.of(
 *                 Criterion.of(REVENUE, Grading.thresholds(2_000, 10_000)).withWeight(0.6),
 *                 Criterion.of(ATTITUDE, Grading.given(1, 3)).withWeight(0.4).withMissing(Missing.NEUTRAL)))
 *         .withTiers(TopShares.of(0.05, 0.25), List.of(Segment.of("Top", 1), Segment.of("Core", 2), Segment.of("Rest", 3)))
 * }</pre>
 *
 * <p>Source: Invesco, "Strategic client segmentation", in Crafting a High-Performance Practice. It does not name the
 * lower half; {@code Standard} is this library's word.
 */
public final class FourS implements SegmentationScheme {

    static final String ID = "four-s";

    private static final List<Segment> SEGMENTS = List.of(
            new Segment("Platinum", 1, "The best 10% of clients.", "Give the most and the best: be proactive."),
            new Segment("Gold", 2, "The next clients, to 25%.", "Serve fully; help them to become Platinum."),
            new Segment("Silver", 3, "The next clients, to 50%.", "Serve well, with the team and technology."),
            new Segment("Standard", 4, "The other half.", "Serve at the least demand on time."));

    private static final TopShares SHARES = TopShares.of(0.10, 0.25, 0.50);

    private static final List<Criterion> CRITERIA = List.of(
            Criterion.of(Measure.REVENUE, Grading.terciles()),
            Criterion.of(Measure.FUTURE_REVENUE, Grading.terciles()),
            Criterion.of(Measure.HOURS, Grading.terciles()),
            Criterion.of(Measure.ATTITUDE, Grading.given(1, 3)),
            Criterion.of(Measure.INFLUENCE, Grading.given(1, 3)));

    private final List<Criterion> criteria;
    private final List<Measure> tieBreakers;
    private final TopShares shares;
    private final List<Segment> segments;

    /** Makes the scheme as published; {@link java.util.ServiceLoader} calls this. */
    public FourS() {
        this(CRITERIA, List.of(Measure.REVENUE), SHARES, SEGMENTS);
    }

    private FourS(List<Criterion> criteria, List<Measure> tieBreakers, TopShares shares, List<Segment> segments) {
        this.criteria = criteria;
        this.tieBreakers = tieBreakers;
        this.shares = shares;
        this.segments = segments;
    }

    /**
     * Gives the scheme as published.
     *
     * @return the scheme
     */
    public static FourS scheme() {
        return new FourS();
    }

    /**
     * Gives the same scheme with other criteria.
     *
     * @param newCriteria at least one, all graded on one scale; copied
     * @return another scheme
     * @throws IllegalArgumentException if there is no criterion, scales differ, or a measure comes twice
     */
    public FourS withCriteria(List<Criterion> newCriteria) {
        return new FourS(Scorecard.of(newCriteria).criteria(), tieBreakers, shares, segments);
    }

    /**
     * Gives the same scheme with other measures to break ties of the score.
     *
     * @param newTieBreakers the measures, the one that decides first in front; those that a book does not have are left
     *     out, and a client of whom one is unknown is left unscored. May be empty; copied.
     * @return another scheme
     */
    public FourS withTieBreakers(List<Measure> newTieBreakers) {
        return new FourS(criteria, List.copyOf(newTieBreakers), shares, segments);
    }

    /**
     * Gives the same scheme with other tiers.
     *
     * @param newShares where to cut, how to round, and what to do with equal clients at a cut
     * @param newSegments one more than there are shares, with orders 1, 2, 3 and so on; copied
     * @return another scheme
     * @throws IllegalArgumentException if the numbers of shares and segments do not fit
     */
    public FourS withTiers(TopShares newShares, List<Segment> newSegments) {
        List<Segment> copy = List.copyOf(newSegments);
        if (copy.size() != newShares.shares().size() + 1) {
            throw new IllegalArgumentException("there must be one segment more than shares, but there are "
                    + copy.size() + " segments and " + newShares.shares().size() + " shares");
        }
        return new FourS(criteria, tieBreakers, newShares, copy);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "Platinum, Gold and Silver by worth to the practice: the first two of the four S's.";
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    /** Gives the measures of the criteria, then those that break ties and are no criterion; the book can do without each. */
    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        criteria.forEach(criterion -> criterion.requirement().ifPresent(requirements::add));
        for (Measure tieBreaker : tieBreakers) {
            if (requirements.stream().noneMatch(own -> own.measure().equals(tieBreaker))) {
                requirements.add(Requirement.uses(tieBreaker));
            }
        }
        return List.copyOf(requirements);
    }

    @Override
    public List<String> attributes() {
        return criteria.stream()
                .flatMap(criterion -> criterion.attribute().stream())
                .toList();
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("criteria", criteria.stream().map(Criterion::settings).toList())
                .with("tie_breakers", tieBreakers)
                .with("tiers", shares.settings())
                .with("segments", segments.stream().map(Segment::settings).toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>The keys are {@code criteria}, as {@link Criterion#from} reads each, {@code tie_breakers}, a list of measures,
     * {@code tiers}, as {@link TopShares#withSettings} reads them, and {@code segments}, as {@link Segment#listFrom} reads them.
     */
    @Override
    public FourS withSettings(Settings settings) {
        settings.allow("criteria", "tie_breakers", "tiers", "segments");
        FourS scheme = settings.groups("criteria")
                .map(groups -> settings.checked(
                        "criteria",
                        () -> withCriteria(groups.stream().map(Criterion::from).toList())))
                .orElse(this);
        List<Measure> newTieBreakers = settings.measures("tie_breakers").orElse(tieBreakers);
        TopShares newShares = settings.group("tiers").map(shares::withSettings).orElse(shares);
        List<Segment> newSegments = Segment.listFrom(settings, "segments").orElse(segments);
        return settings.checked(
                settings.has("segments") ? "segments" : "tiers",
                () -> scheme.withTieBreakers(newTieBreakers).withTiers(newShares, newSegments));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the book has no measure or attribute of a criterion
     */
    @Override
    public Segmenter fit(Book book) {
        List<Criterion> present =
                criteria.stream().filter(criterion -> criterion.isIn(book)).toList();
        if (present.isEmpty()) {
            throw new IllegalArgumentException("scheme " + ID + " needs at least one of "
                    + criteria.stream().map(Criterion::name).toList() + ", but the book has " + book.measures());
        }
        FittedScorecard scorecard = Scorecard.of(present).fit(book);
        Ordering ordering = FourSSegmenter.ordering(
                scorecard, tieBreakers.stream().filter(book::has).toList());
        return FourSSegmenter.of(scorecard, segments, ordering, book.cutoffs(ordering, shares));
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return FourSSegmenter.from(settings);
    }

    /** Gives one line: {@code FourS[four-s, 4 segments]}. */
    @Override
    public String toString() {
        return "FourS[" + ID + ", " + segments.size() + " segments]";
    }
}
