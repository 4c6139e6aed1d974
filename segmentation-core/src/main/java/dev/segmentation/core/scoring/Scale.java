package dev.segmentation.core.scoring;

import java.io.Serializable;

/**
 * What grades and scores are measured on: from the worst to the best, such as 1 to 3.
 *
 * @param worst the worst grade
 * @param best the best grade, above the worst
 */
public record Scale(double worst, double best) implements Serializable {

    /** From 1, below average, over 2, average, to 3, above average. */
    public static final Scale ONE_TO_THREE = new Scale(1, 3);

    /**
     * Checks the ends.
     *
     * @param worst see {@link #worst()}
     * @param best see {@link #best()}
     * @throws IllegalArgumentException if the best is not above the worst, or one is infinite
     */
    public Scale {
        if (!(worst < best) || Double.isInfinite(worst) || Double.isInfinite(best)) {
            throw new IllegalArgumentException(
                    "a scale must run from a worst to a greater best grade, but was from " + worst + " to " + best);
        }
    }

    /**
     * Gives the grade in the middle: neither good nor bad.
     *
     * @return the mean of the ends
     */
    public double middle() {
        return worst + (best - worst) / 2;
    }

    /** Gives words: {@code 1 to 3}. */
    @Override
    public String toString() {
        return text(worst) + " to " + text(best);
    }

    private static String text(double grade) {
        return grade == Math.rint(grade) ? Long.toString((long) grade) : Double.toString(grade);
    }
}
