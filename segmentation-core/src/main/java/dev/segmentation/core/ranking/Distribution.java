package dev.segmentation.core.ranking;

import dev.segmentation.api.Share;
import java.util.Arrays;

/**
 * The known values of a sample, sorted: answers for any value where it stands among them, and for any part which value
 * bounds it.
 *
 * <pre>{@code
 * Distribution revenue = Distribution.of(9, 7, 7, 5);
 * revenue.percentileOf(7, PercentRank.WEAK)   // 0.75
 * revenue.quantile(QuantileType.LINEAR, 0.5)  // 7.0
 * }</pre>
 *
 * <p>{@code NaN} is unknown and takes no part. Costs a sort and 8 bytes a value once, a binary search a question.
 */
public final class Distribution {

    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Gives the distribution of some values.
     *
     * @param values the values; neither changed nor kept
     * @return the distribution of those that are not {@code NaN}
     */
    public static Distribution of(double... values) {
        double[] sorted = new double[values.length];
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sorted[known++] = value + 0.0; // -0.0 becomes 0.0: they are equal
            }
        }
        sorted = known == sorted.length ? sorted : Arrays.copyOf(sorted, known);
        Arrays.sort(sorted);
        return new Distribution(sorted);
    }

    /**
     * Gives how many known values there are.
     *
     * @return 0 or more
     */
    public int size() {
        return sorted.length;
    }

    /**
     * Gives the known values, rising.
     *
     * @return a copy
     */
    public double[] sorted() {
        return sorted.clone();
    }

    /**
     * Gives where a value stands among the known ones, the largest being the best; it need not be one of them.
     *
     * @param value the value
     * @param definition which fraction
     * @return from 0 to 1; {@code NaN} for {@code NaN}, or where there is no known value
     */
    public double percentileOf(double value, PercentRank definition) {
        if (Double.isNaN(value) || sorted.length == 0) {
            return Double.NaN;
        }
        int start = sorted.length - countBelow(sorted, value, true);
        int end = sorted.length - countBelow(sorted, value, false);
        return definition.fraction(definition.ties().rank(start, end, 0), sorted.length);
    }

    /** Gives how many values are smaller, or also equal. */
    static int countBelow(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Gives a quantile.
     *
     * @param type which definition; {@link QuantileType#LINEAR} is the usual one
     * @param p from 0 to 1; means its shortest decimal text
     * @return the quantile; {@code NaN} where there is no known value, or between two opposite infinities
     * @throws IllegalArgumentException if p is outside [0, 1] or {@code NaN}
     */
    public double quantile(QuantileType type, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1], but was " + p);
        }
        return quantile(type, Fraction.ofDecimal(p));
    }

    /**
     * Gives several quantiles.
     *
     * @param type which definition
     * @param p each from 0 to 1, in any order; each means its shortest decimal text
     * @return one quantile for each probability
     * @throws IllegalArgumentException if one is outside [0, 1] or {@code NaN}
     */
    public double[] quantiles(QuantileType type, double... p) {
        double[] quantiles = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("a probability must be in [0, 1], but was " + p[i] + " (probability "
                        + (i + 1) + " of " + p.length + ")");
            }
            quantiles[i] = quantile(type, Fraction.ofDecimal(p[i]));
        }
        return quantiles;
    }

    /**
     * Gives a quantile at an exact share, such as a third.
     *
     * @param type which definition
     * @param share the probability
     * @return the quantile; {@code NaN} where there is no known value
     */
    public double quantile(QuantileType type, Share share) {
        return quantile(type, new Fraction(share.numerator(), share.denominator()));
    }

    private double quantile(QuantileType type, Fraction p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        QuantileType.Position position = type.position(p, sorted.length);
        return position.between(sorted[position.lower()], sorted[position.upper()]);
    }

    /**
     * Gives the median of the distances from the median, as it is: of 1, 2, 4, 9 the median is 3, the distances are 2, 1,
     * 1, 6, and this is 1.5. For a normal sample 1.4826 times it estimates the standard deviation.
     *
     * @return 0 or more; {@code NaN} where there is no known value, or the median is infinite
     */
    public double medianAbsoluteDeviation() {
        if (!Double.isFinite(quantile(QuantileType.LINEAR, Share.of(1, 2)))) {
            return Double.NaN;
        }
        double[] distances = new double[sorted.length];
        Arrays.setAll(distances, i -> Math.abs(fromMedian(sorted[i])));
        return of(distances).quantile(QuantileType.LINEAR, Share.of(1, 2));
    }

    /**
     * Gives how far a value lies above the median, without loss where the median itself is no double: the distances to
     * the two middle values are of one sign.
     */
    double fromMedian(double value) {
        double lower = sorted[(sorted.length - 1) / 2];
        double upper = sorted[sorted.length / 2];
        double twice = (value - lower) + (value - upper);
        return Double.isFinite(twice) ? twice / 2 : (value / 2 - lower / 2) + (value / 2 - upper / 2);
    }

    /** Gives one line: {@code Distribution[4 values]}. */
    @Override
    public String toString() {
        return "Distribution[" + sorted.length + " values]";
    }
}
