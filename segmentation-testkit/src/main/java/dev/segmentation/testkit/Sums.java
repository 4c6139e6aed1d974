package dev.segmentation.testkit;

import dev.segmentation.api.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Adds up numbers as exact decimals, so that their order does not matter. */
final class Sums {

    /** A root has endless digits: far more than a double has, so that rounding twice is as rounding once. */
    private static final MathContext ROOT = new MathContext(60);

    /** From the largest double to the smallest: half way between two doubles, the smallest one decides. */
    private static final MathContext QUOTIENT = new MathContext(1_500);

    private Sums() {}

    static Summary summary(double... values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        long missing = (long) values.length - known.length;
        if (known.length == 0) {
            return new Summary(0, missing, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN);
        }
        // Adding zero makes -0.0 to 0.0, which are equal.
        double min = Arrays.stream(known).min().orElseThrow() + 0.0;
        double max = Arrays.stream(known).max().orElseThrow() + 0.0;
        if (Double.isInfinite(min) || Double.isInfinite(max)) {
            double sum = Double.isFinite(min) ? max : Double.isFinite(max) ? min : min + max;
            return new Summary(known.length, missing, min, max, sum, sum, Double.NaN);
        }
        BigDecimal count = BigDecimal.valueOf(known.length);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (double value : known) {
            BigDecimal exact = new BigDecimal(value);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
        }
        double mean = sum.divide(count, QUOTIENT).doubleValue();
        double deviation = Double.NaN;
        if (known.length > 1) {
            // n times the sum of squares less the square of the sum: no rounding before the division.
            BigDecimal spread = count.multiply(squares).subtract(sum.multiply(sum));
            BigDecimal variance = spread.divide(count.multiply(count.subtract(BigDecimal.ONE)), QUOTIENT);
            deviation = variance.round(ROOT).sqrt(ROOT).doubleValue();
        }
        return new Summary(known.length, missing, min, max, sum.doubleValue(), mean, deviation);
    }
}
