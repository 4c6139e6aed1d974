package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a score is made: the weighted mean of the grades of several criteria.
 *
 * <p>With revenue graded 3 of weight 0.4 and hours graded 2 of weight 0.6, the score is 2.4. Weights are exact decimals,
 * so whole grades that make equal scores on paper make equal scores here.
 */
public final class Scorecard {

    /** Sums of weights below this, times a grade below a hundred, are exact in doubles. */
    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000_000_000_000L);

    private final List<Criterion> criteria;

    private Scorecard(List<Criterion> criteria) {
        this.criteria = criteria;
    }

    /**
     * Gives a scorecard.
     *
     * @param criteria at least one, all with grades on one scale and no two of one name; copied
     * @return the scorecard
     * @throws IllegalArgumentException if there is no criterion, scales differ, or a name comes twice
     */
    public static Scorecard of(List<Criterion> criteria) {
        List<Criterion> copy = List.copyOf(criteria);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("a scorecard must have at least one criterion, but has none");
        }
        Criterion first = copy.get(0);
        for (Criterion criterion : copy) {
            if (!criterion.scale().equals(first.scale())) {
                throw new IllegalArgumentException(
                        "the grades of all criteria must be on one scale, but " + first.name()
                                + " is graded " + first.scale() + " and " + criterion.name() + " " + criterion.scale()
                                + " (a grading can be put on another scale)");
            }
            if (copy.stream()
                            .filter(other -> other.name().equals(criterion.name()))
                            .count()
                    > 1) {
                throw new IllegalArgumentException(criterion.name() + " must come once, but comes twice");
            }
        }
        return new Scorecard(copy);
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
     * @throws IllegalArgumentException if the book lacks a measure, or the weights have too many digits
     */
    public FittedScorecard fit(Book book) {
        long[] weights = wholeWeights();
        FittedCriterion[] fitted = new FittedCriterion[weights.length];
        for (int c = 0; c < fitted.length; c++) {
            fitted[c] = criteria.get(c).fit(book, weights[c]);
        }
        return new FittedScorecard(criteria.get(0).scale(), fitted);
    }

    /** Gives the weights as whole numbers in the same proportions. */
    private long[] wholeWeights() {
        int digits = criteria.stream()
                .mapToInt(criterion -> criterion.weight().stripTrailingZeros().scale())
                .max()
                .orElseThrow();
        BigDecimal total = criteria.stream().map(Criterion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.scaleByPowerOfTen(digits).compareTo(MOST_WEIGHT) > 0) {
            throw new IllegalArgumentException("the weights must have at most twelve digits in all, but are "
                    + criteria.stream()
                            .map(criterion -> criterion.weight().toPlainString())
                            .toList());
        }
        return criteria.stream()
                .mapToLong(criterion ->
                        criterion.weight().scaleByPowerOfTen(digits).longValueExact())
                .toArray();
    }
}
