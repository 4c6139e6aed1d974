package dev.segmentation.api;

import java.io.Serializable;

/**
 * What is known of one measure over a whole book.
 *
 * <p>Of 4, 1, unknown and 7 it is: count 3, missing 1, min 1, max 7, sum 12, mean 4, standard deviation 3. Where there
 * is no known value, min, max and mean are {@code NaN} and the sum is 0; with fewer than two, the standard deviation is
 * {@code NaN}.
 *
 * @param count how many clients have a known value
 * @param missing how many have none
 * @param min the smallest value
 * @param max the largest value
 * @param sum the sum, rounded once from its exact value
 * @param mean the sum divided by the count
 * @param standardDeviation the sample standard deviation, with count − 1
 */
public record Summary(
        long count, long missing, double min, double max, double sum, double mean, double standardDeviation)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @param count see {@link #count()}
     * @param missing see {@link #missing()}
     * @param min see {@link #min()}
     * @param max see {@link #max()}
     * @param sum see {@link #sum()}
     * @param mean see {@link #mean()}
     * @param standardDeviation see {@link #standardDeviation()}
     * @throws IllegalArgumentException if a count is negative
     */
    public Summary {
        if (count < 0 || missing < 0) {
            throw new IllegalArgumentException("counts must be 0 or more, but were " + count + " and " + missing);
        }
    }
}
