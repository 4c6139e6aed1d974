package dev.segmentation.core.scoring;

import dev.segmentation.api.Settings;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What grades and scores are measured on: from the worst to the best, such as 1 to 3.
 *
 * @param worst the worst grade
 * @param best the best grade, above the worst
 */
public record Scale(double worst, double best) implements Serializable {

    private static final double MOST_WHOLE = 1e15;

    /** From 1, below average, over 2, average, to 3, above average. */
    public static final Scale ONE_TO_THREE = new Scale(1, 3);

    /** From 0 to 1. */
    public static final Scale ZERO_TO_ONE = new Scale(0, 1);

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

    /** Gives the grade that lies here as another one lies on its scale; the ends become the ends. */
    double at(Scale other, double grade) {
        double part = (grade - other.worst) / (other.best - other.worst);
        return part == 1 ? best : worst + part * (best - worst);
    }

    Settings settings() {
        return Settings.empty().with("worst", worst).with("best", best);
    }

    static Scale from(Settings settings) {
        settings.allow("worst", "best");
        double worst = settings.real("worst").orElseThrow(settings.lacking("worst"));
        double best = settings.real("best").orElseThrow(settings.lacking("best"));
        return settings.checked("best", () -> new Scale(worst, best));
    }

    // What a record does by itself is linked at first use, which takes longer than all that a short run does with it.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Scale that
                        && Double.compare(worst, that.worst) == 0
                        && Double.compare(best, that.best) == 0);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(worst) + Double.hashCode(best);
    }

    /** Gives words: {@code 1 to 3}. */
    @Override
    public String toString() {
        return text(worst) + " to " + text(best);
    }

    /** Gives a whole number without a point, as long as it can be told from the next one. */
    static String text(double grade) {
        boolean isWhole = grade == Math.rint(grade) && Math.abs(grade) < MOST_WHOLE;
        return isWhole ? Long.toString((long) grade) : Double.toString(grade);
    }
}
