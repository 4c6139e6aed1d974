package dev.segmentation.schemes.fours;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Scorecard;
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
 * <p>Source: Invesco, "Strategic client segmentation", in Crafting a High-Performance Practice. It does not name the
 * lower half; {@code Standard} is this library's word.
 */
public final class FourS implements SegmentationScheme {

    private static final String ID = "four-s";

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

    /** Makes the scheme as published; {@link java.util.ServiceLoader} calls this. */
    public FourS() {}

    /**
     * Gives the scheme as published.
     *
     * @return the scheme
     */
    public static FourS scheme() {
        return new FourS();
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
        return SEGMENTS;
    }

    @Override
    public List<Requirement> requirements() {
        return CRITERIA.stream().map(Criterion::requirement).toList();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the book has none of the five measures
     */
    @Override
    public Segmenter fit(Book book) {
        List<Criterion> criteria = CRITERIA.stream()
                .filter(criterion -> book.has(criterion.measure()))
                .toList();
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("scheme " + ID + " needs at least one of the measures "
                    + CRITERIA.stream().map(Criterion::measure).toList() + ", but the book has " + book.measures());
        }
        FittedScorecard scorecard = Scorecard.of(criteria).fit(book);
        Ordering byScore = Ordering.by("score", scorecard);
        Ordering ordering = book.has(Measure.REVENUE) ? byScore.thenBy(Measure.REVENUE) : byScore;
        return new FourSSegmenter(scorecard, Segmenter.ranked(ID, SEGMENTS, ordering, book.cutoffs(ordering, SHARES)));
    }

    /** Gives one line: {@code FourS[four-s, 4 segments]}. */
    @Override
    public String toString() {
        return "FourS[" + ID + ", " + SEGMENTS.size() + " segments]";
    }
}
