package dev.segmentation.core.review;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A segmentation done again on a date, beside that of last time: what people decided lasts, clients do not move back and
 * forth, and every move has a cause. It works with every scheme, as it asks the rule and then decides.
 *
 * <pre>{@code
 * ReviewedSegmentation now = Review.asOf(LocalDate.of(2026, 11, 22))
 *         .withPrevious(Previous.of(lastYear))
 *         .withOverrides(ledger)
 *         .withStability(Stability.none().withBands(0.02, 0.02).withOneStep())
 *         .segment(FourS.scheme(), book);
 * now.migration().moves().forEach(System.out::println);
 * }</pre>
 *
 * <p>For each client, in this order: the rule says a segment; a client that was in another one last time is held by the
 * controls of {@link Stability} and by what the scheme itself does not allow; an override in force decides whatever the
 * others say. A client that is new, or that was or is unscored, goes where the rule has it. The order of the clients does not
 * matter.
 */
public final class Review {

    private final LocalDate date;
    private final @Nullable Previous previous;
    private final OverrideLedger overrides;
    private final Stability stability;

    private Review(LocalDate date, @Nullable Previous previous, OverrideLedger overrides, Stability stability) {
        this.date = Objects.requireNonNull(date, "date");
        this.previous = previous;
        this.overrides = Objects.requireNonNull(overrides, "overrides");
        this.stability = Objects.requireNonNull(stability, "stability");
    }

    /**
     * Gives a review with neither a last time, nor overrides, nor controls: the plain scheme.
     *
     * @param date the day that it is of
     * @return the review
     */
    public static Review asOf(LocalDate date) {
        return new Review(date, null, OverrideLedger.empty(), Stability.none());
    }

    /**
     * Gives the same beside a segmentation of last time.
     *
     * @param newPrevious last time
     * @return another review
     * @throws IllegalArgumentException if last time is after the day of the review
     */
    public Review withPrevious(Previous newPrevious) {
        if (newPrevious.date().isAfter(date)) {
            throw new IllegalArgumentException("last time must not be after the day of the review, " + date
                    + ", but was on " + newPrevious.date());
        }
        return new Review(date, newPrevious, overrides, stability);
    }

    /**
     * Gives the same with what people decided.
     *
     * @param newOverrides the ledger
     * @return another review
     */
    public Review withOverrides(OverrideLedger newOverrides) {
        return new Review(date, previous, newOverrides, stability);
    }

    /**
     * Gives the same with other controls.
     *
     * @param newStability the controls
     * @return another review
     */
    public Review withStability(Stability newStability) {
        return new Review(date, previous, overrides, newStability);
    }

    /**
     * Segments a book.
     *
     * @param scheme the scheme
     * @param book the clients of now
     * @return the outcome
     * @throws IllegalArgumentException if the scheme refuses the book; if an override names a segment that the scheme does
     *     not have, or two are in force for one client; or if last time has a segment that the scheme does not have
     */
    public ReviewedSegmentation segment(SegmentationScheme scheme, ClientBook book) {
        Segmentation rule = scheme.segment(book);
        Decisions decisions = new Decisions(rule, date, previous, overrides, stability);
        return new ReviewedSegmentation(date, scheme, rule, Optional.ofNullable(previous), overrides, decisions);
    }

    /** Gives one line: {@code Review[2026-11-22]}. */
    @Override
    public String toString() {
        return "Review[" + date + "]";
    }
}
