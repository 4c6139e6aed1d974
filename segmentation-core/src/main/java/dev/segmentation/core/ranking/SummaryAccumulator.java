package dev.segmentation.core.ranking;

import dev.segmentation.api.Summary;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * A builder of a {@link Summary}: takes values one by one, or merges what others took, on this machine or another.
 *
 * <p>Sums and sums of squares are kept exactly and rounded once at the end, so that the result is the same to the bit
 * for any order of the values and any grouping of the merges. 4, 1, unknown and 7 give count 3, missing 1, sum 12,
 * mean 4 and standard deviation 3.
 *
 * <p>An infinite value makes the sum and the mean infinite, or {@code NaN} where both infinities are there, and the
 * standard deviation {@code NaN}. Takes constant space and some nanoseconds a value. Not safe for use by several
 * threads: give each thread its own and merge.
 */
public final class SummaryAccumulator implements Serializable {

    private static final long serialVersionUID = 1;

    private long count;
    private long missing;
    private long positiveInfinities;
    private long negativeInfinities;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private final ExactSum sum = ExactSum.ofDoubles();
    private final ExactSum squares = ExactSum.ofSquares();

    /** Makes an empty one. */
    public SummaryAccumulator() {}

    /**
     * Takes a value.
     *
     * @param value the value; {@code NaN} counts as missing
     */
    public void add(double value) {
        if (Double.isNaN(value)) {
            missing++;
            return;
        }
        count++;
        min = Math.min(min, value);
        max = Math.max(max, value);
        if (Double.isInfinite(value)) {
            if (value > 0) {
                positiveInfinities++;
            } else {
                negativeInfinities++;
            }
            return;
        }
        sum.add(value);
        squares.addSquare(value);
    }

    /**
     * Takes all values of an array.
     *
     * @param values the values; not changed and not kept
     */
    public void add(double[] values) {
        for (double value : values) {
            add(value);
        }
    }

    /**
     * Takes all that another one took.
     *
     * @param other the other one; it stays as it is
     */
    public void merge(SummaryAccumulator other) {
        count += other.count;
        missing += other.missing;
        positiveInfinities += other.positiveInfinities;
        negativeInfinities += other.negativeInfinities;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        sum.add(other.sum);
        squares.add(other.squares);
    }

    /**
     * Gives the summary of what was taken so far.
     *
     * @return the summary
     */
    public Summary summary() {
        if (count == 0) {
            return new Summary(0, missing, Double.NaN, Double.NaN, 0.0, Double.NaN, Double.NaN);
        }
        // -0.0 and 0.0 are equal, so which of them came first must not show.
        double least = min + 0.0;
        double most = max + 0.0;
        if (positiveInfinities + negativeInfinities > 0) {
            double infinite = positiveInfinities == 0
                    ? Double.NEGATIVE_INFINITY
                    : negativeInfinities == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            return new Summary(count, missing, least, most, infinite, infinite, Double.NaN);
        }
        BigInteger total = sum.units();
        BigInteger n = BigInteger.valueOf(count);
        return new Summary(
                count,
                missing,
                least,
                most,
                new Rational(total, BigInteger.ONE, sum.unitExponent()).toDouble(),
                new Rational(total, n, sum.unitExponent()).toDouble(),
                count == 1 ? Double.NaN : standardDeviation(total, n));
    }

    /** The root of (n Σx² − (Σx)²) / (n (n − 1)); (Σx)² and Σx² are in the same units. */
    private double standardDeviation(BigInteger total, BigInteger n) {
        BigInteger numerator = n.multiply(squares.units()).subtract(total.multiply(total));
        BigInteger denominator = n.multiply(n.subtract(BigInteger.ONE));
        return new Rational(numerator, denominator, squares.unitExponent()).squareRoot();
    }
}
