package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import java.util.List;

/**
 * How a score is made: the weighted mean of the grades of several criteria.
 *
 * <p>With revenue graded 3 and hours graded 2, both of weight 1, the score is 2.5.
 */
public final class Scorecard {

    private final List<Criterion> criteria;

    private Scorecard(List<Criterion> criteria) {
        this.criteria = criteria;
    }

    /**
     * Gives a scorecard.
     *
     * @param criteria at least one; copied
     * @return the scorecard
     * @throws IllegalArgumentException if there is no criterion
     */
    public static Scorecard of(List<Criterion> criteria) {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("a scorecard must have at least one criterion, but has none");
        }
        return new Scorecard(List.copyOf(criteria));
    }

    /**
     * Gives the criteria.
     *
     * @return at least one
     */
    public List<Criterion> criteria() {
        return criteria;
    }

    /**
     * Learns from a book how to grade its clients.
     *
     * @param book the book; it has the measure of every criterion
     * @return what scores one client
     * @throws IllegalArgumentException if the book lacks a measure
     */
    public FittedScorecard fit(Book book) {
        Grading.Grades[] grades = criteria.stream()
                .map(criterion -> criterion.grading().fit(book, criterion.measure()))
                .toArray(Grading.Grades[]::new);
        return new FittedScorecard(criteria.toArray(new Criterion[0]), grades);
    }
}
