package dev.segmentation.core.scoring;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * One thing a client is judged by: a measure, how its values become grades, how much that counts, and what happens where
 * the value is unknown.
 *
 * <pre>{@code
 * Criterion.of(REVENUE, Grading.terciles()).withWeight(0.4).withMissing(Missing.NEUTRAL)
 * }</pre>
 */
public final class Criterion {

    private final Measure measure;
    private final Grading grading;
    private final BigDecimal weight;
    private final Missing missing;

    private Criterion(Measure measure, Grading grading, BigDecimal weight, Missing missing) {
        this.measure = Objects.requireNonNull(measure, "measure");
        this.grading = Objects.requireNonNull(grading, "grading");
        this.weight = weight;
        this.missing = Objects.requireNonNull(missing, "missing");
    }

    /**
     * Gives a criterion of weight 1 that leaves clients unscored whose value is unknown.
     *
     * @param measure the measure
     * @param grading how its values become grades
     * @return the criterion
     */
    public static Criterion of(Measure measure, Grading grading) {
        return new Criterion(measure, grading, BigDecimal.ONE, Missing.UNSCORED);
    }

    /**
     * Gives the same criterion with another weight.
     *
     * @param newWeight how much it counts, relative to the other criteria; above 0, and means its shortest decimal text,
     *     so that weights that add up on paper add up here
     * @return another criterion
     * @throws IllegalArgumentException if the weight is not above 0 and finite
     */
    public Criterion withWeight(double newWeight) {
        if (!(newWeight > 0 && newWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the weight of " + measure + " must be above 0 and finite, but was " + newWeight);
        }
        return new Criterion(measure, grading, BigDecimal.valueOf(newWeight), missing);
    }

    /**
     * Gives the same criterion with another policy for unknown values.
     *
     * @param newMissing what happens where the value is unknown
     * @return another criterion
     */
    public Criterion withMissing(Missing newMissing) {
        return new Criterion(measure, grading, weight, newMissing);
    }

    /**
     * Gives the measure.
     *
     * @return the measure
     */
    public Measure measure() {
        return measure;
    }

    /**
     * Gives how values become grades.
     *
     * @return the grading
     */
    public Grading grading() {
        return grading;
    }

    /**
     * Gives how much it counts, relative to the other criteria.
     *
     * @return the weight, exactly
     */
    public BigDecimal weight() {
        return weight;
    }

    /**
     * Gives what happens where the value is unknown.
     *
     * @return the policy
     */
    public Missing missing() {
        return missing;
    }

    /**
     * Gives what the criterion asks of its measure.
     *
     * @return the requirement; the book can do without the measure
     */
    public Requirement requirement() {
        return grading.requirement(measure);
    }

    /** Gives one line: {@code Criterion[revenue, 0.4]}. */
    @Override
    public String toString() {
        return "Criterion[" + measure + ", " + weight.toPlainString() + "]";
    }
}
