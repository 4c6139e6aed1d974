package dev.segmentation.core.ranking;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How the values of a column are put on a scale of their own, to be compared with those of another column.
 *
 * <p>In numbers, for 1, 2, 4, 9 (mean 4, median 3, median absolute deviation 1.5):
 *
 * <table>
 *   <caption>Normalised values by definition</caption>
 *   <tr><th>definition</th><th>1</th><th>2</th><th>4</th><th>9</th></tr>
 *   <tr><td>{@link #MIN_MAX}</td><td>0</td><td>0.125</td><td>0.375</td><td>1</td></tr>
 *   <tr><td>{@link #Z_SAMPLE}</td><td>-0.843</td><td>-0.562</td><td>0</td><td>1.405</td></tr>
 *   <tr><td>{@link #Z_POPULATION}</td><td>-0.973</td><td>-0.649</td><td>0</td><td>1.622</td></tr>
 *   <tr><td>{@link #ROBUST_Z}</td><td>-0.899</td><td>-0.450</td><td>0.450</td><td>2.698</td></tr>
 * </table>
 *
 * <p>For fractions that follow the ranks see {@link PercentRank}.
 */
public enum Normalization {
    /** (x − least) / (greatest − least): from 0 to 1. */
    MIN_MAX {
        @Override
        DoubleUnaryOperator fit(double[] values) {
            double[] sorted = Distribution.of(values).sorted();
            double least = sorted[0];
            double range = sorted[sorted.length - 1] - least;
            return value -> (value - least) / range;
        }
    },
    /** (x − mean) / standard deviation, with n − 1. */
    Z_SAMPLE {
        @Override
        DoubleUnaryOperator fit(double[] values) {
            return fromMean(values, 1);
        }
    },
    /** (x − mean) / standard deviation, with n. */
    Z_POPULATION {
        @Override
        DoubleUnaryOperator fit(double[] values) {
            return fromMean(values, 0);
        }
    },
    /**
     * (x − median) / (1.4826 · median absolute deviation), which a few outliers do not move; the factor makes it like a z of
     * normal values. Source: F. R. Hampel, "The Influence Curve and its Role in Robust Estimation", Journal of the American
     * Statistical Association 69 (1974), 383-393.
     */
    ROBUST_Z {
        @Override
        DoubleUnaryOperator fit(double[] values) {
            Distribution distribution = Distribution.of(values);
            double spread = DEVIATIONS_PER_MEDIAN_DISTANCE * distribution.medianAbsoluteDeviation();
            return value -> distribution.fromMedian(value) / spread;
        }
    };

    private static final double DEVIATIONS_PER_MEDIAN_DISTANCE = 1.4826;

    /** Beyond these powers of two, differences could overflow or deviations lose bits: values are moved away from there. */
    private static final int GREAT_EXPONENT = 1000;

    private static final int TINY_EXPONENT = -500;
    private static final int DOWN = -100;
    private static final int UP = 500;

    /**
     * Normalises the values of a column.
     *
     * <p>The order of the values does not show in a single bit, and the results are within some units of the last place.
     *
     * @param values the values; neither changed nor kept
     * @return one for each, never infinite; {@code NaN} for {@code NaN}, and for all where the spread is 0 (equal values, one
     *     alone, or a median absolute deviation of 0), a value is infinite, or the quotient is beyond all doubles
     */
    public double[] of(double[] values) {
        double[] moved = moved(values);
        double[] normalised = new double[values.length];
        if (Arrays.stream(moved).anyMatch(Double::isInfinite)
                || Arrays.stream(moved).allMatch(Double::isNaN)) {
            Arrays.fill(normalised, Double.NaN);
            return normalised;
        }
        DoubleUnaryOperator normalise = fit(moved);
        Arrays.setAll(normalised, i -> finiteOrNaN(normalise.applyAsDouble(moved[i])));
        return normalised;
    }

    /** Learns from finite values, of which at least one is known. Where the spread is 0, no quotient is finite. */
    abstract DoubleUnaryOperator fit(double[] values);

    private static double finiteOrNaN(double quotient) {
        return Double.isFinite(quotient) ? quotient + 0.0 : Double.NaN;
    }

    /** Multiplies all by one power of two where they are very great or very small; it does not show in the result. */
    private static double[] moved(double[] values) {
        double size = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        int exponent = Math.getExponent(size);
        int shift = exponent > GREAT_EXPONENT ? DOWN : exponent < TINY_EXPONENT ? UP : 0;
        return shift == 0
                ? values
                : Arrays.stream(values).map(value -> Math.scalb(value, shift)).toArray();
    }

    private static DoubleUnaryOperator fromMean(double[] values, int notCounted) {
        ExactSum sum = ExactSum.ofDoubles();
        ExactSum squares = ExactSum.ofSquares();
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                sum.add(value);
                squares.addSquare(value);
            }
        }
        BigInteger total = sum.units();
        BigInteger size = BigInteger.valueOf(n);
        double deviation = new Rational(
                        size.multiply(squares.units()).subtract(total.multiply(total)),
                        size.multiply(BigInteger.valueOf(Math.max(1, n - notCounted))),
                        squares.unitExponent())
                .squareRoot();
        double mean = new Rational(total, size, sum.unitExponent()).toDouble();
        sum.add(mean, -n);
        // What rounding took from the mean: near the mean it is all that tells a value from it.
        double rest = new Rational(sum.units(), size, sum.unitExponent()).toDouble();
        return value -> ((value - mean) - rest) / deviation;
    }
}
