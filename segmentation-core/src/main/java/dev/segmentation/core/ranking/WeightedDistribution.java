package dev.segmentation.core.ranking;

import dev.segmentation.api.Share;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The values of a sample, each with a weight, such as clients weighted by their assets.
 *
 * <p>One definition, the inverse of the distribution function: the quantile p is the smallest value that, with all smaller
 * ones, has at least the part p of the total weight. With equal weights it is {@link QuantileType#INVERTED_CDF}. The
 * values 1, 2, 3, 4 with the weights 4, 1, 3, 2 have the median 2: 1 and 2 together weigh 5 of 10.
 *
 * <p>Weights are added up exactly, so that a boundary is hit or missed as it is on paper. A value of weight 0, or an
 * unknown one, takes no part. Costs a sort, and an exact sum a distinct value.
 */
public final class WeightedDistribution {

    /** The distinct values, rising, and the exact weight of each with all before it. */
    private final double[] values;

    private final Fraction[] weightUpTo;

    private WeightedDistribution(double[] values, Fraction[] weightUpTo) {
        this.values = values;
        this.weightUpTo = weightUpTo;
    }

    /**
     * Gives the distribution of some values.
     *
     * @param values the values; neither changed nor kept
     * @param weights one a value, each finite and 0 or more; neither changed nor kept
     * @return the distribution of the values that are not {@code NaN} and have a weight
     * @throws IllegalArgumentException if the lengths differ, or a weight is negative, infinite or {@code NaN}
     */
    public static WeightedDistribution of(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException("there must be one weight a value, but there are " + values.length
                    + " values and " + weights.length + " weights");
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "a weight must be finite and 0 or more, but was " + weights[i] + " (at index " + i + ")");
            }
        }
        int[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]) && weights[i] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a] + 0.0, values[b] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] distinct = new double[order.length];
        Fraction[] upTo = new Fraction[order.length];
        int count = 0;
        ExactSum sum = ExactSum.ofDoubles();
        for (int i : order) {
            sum.add(weights[i]);
            if (count == 0 || distinct[count - 1] != values[i]) {
                distinct[count++] = values[i] + 0.0;
            }
            upTo[count - 1] = Fraction.of(sum.units());
        }
        return new WeightedDistribution(Arrays.copyOf(distinct, count), Arrays.copyOf(upTo, count));
    }

    /**
     * Gives a quantile.
     *
     * @param p from 0 to 1; means its shortest decimal text
     * @return the quantile, always one of the values; {@code NaN} where nothing has a weight
     * @throws IllegalArgumentException if p is outside [0, 1] or {@code NaN}
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0, 1], but was " + p);
        }
        return quantile(Fraction.ofDecimal(p));
    }

    /**
     * Gives a quantile at an exact share, such as a third.
     *
     * @param share the probability
     * @return the quantile; {@code NaN} where nothing has a weight
     */
    public double quantile(Share share) {
        return quantile(new Fraction(share.numerator(), share.denominator()));
    }

    private double quantile(Fraction p) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Fraction wanted = p.times(weightUpTo[values.length - 1]);
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weightUpTo[middle].minus(wanted).numerator().signum() >= 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }

    /**
     * Gives the part of the total weight that lies below a value, that of the value itself counted half.
     *
     * @param value the value; it need not be one of the distribution
     * @return from 0 to 1; {@code NaN} for {@code NaN}, or where nothing has a weight
     */
    public double midRankOf(double value) {
        if (Double.isNaN(value) || values.length == 0) {
            return Double.NaN;
        }
        int place = Arrays.binarySearch(values, value + 0.0);
        int below = place < 0 ? -place - 1 : place;
        int upTo = place < 0 ? below : below + 1;
        Fraction twice = weightBefore(below).plus(weightBefore(upTo));
        Fraction total = weightUpTo[values.length - 1].plus(weightUpTo[values.length - 1]);
        return new Rational(twice.numerator(), total.numerator(), 0).toDouble();
    }

    private Fraction weightBefore(int place) {
        return place == 0 ? Fraction.of(0, 1) : weightUpTo[place - 1];
    }

    /** Gives one line: {@code WeightedDistribution[4 values]}. */
    @Override
    public String toString() {
        return "WeightedDistribution[" + values.length + " values]";
    }
}
