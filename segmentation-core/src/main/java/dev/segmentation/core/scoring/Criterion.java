package dev.segmentation.core.scoring;

import dev.segmentation.api.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * One thing a client is judged by: a measure, how its values become grades, and how much that counts.
 *
 * @param measure the measure
 * @param grading how values become grades
 * @param weight how much it counts, relative to the other criteria; a whole number, so that equal scores are equal to
 *     the last bit
 */
public record Criterion(Measure measure, Grading grading, int weight) implements Serializable {

    /**
     * Checks the parts.
     *
     * @param measure see {@link #measure()}
     * @param grading see {@link #grading()}
     * @param weight see {@link #weight()}
     * @throws IllegalArgumentException if the weight is below 1
     */
    public Criterion {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(grading, "grading");
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of " + measure + " must be 1 or more, but was " + weight);
        }
    }
}
