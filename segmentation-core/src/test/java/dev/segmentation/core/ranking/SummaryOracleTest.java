package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Summary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Summaries against exact rational arithmetic, to the bit. */
class SummaryOracleTest {

    @Test
    void everyFigureIsTheExactOneRoundedOnce() {
        Map<String, double[]> inputs = Oracle.inputs();
        for (Oracle.Row row : Oracle.read("summaries")) {
            SummaryAccumulator accumulator = new SummaryAccumulator();
            accumulator.add(Oracle.input(inputs, row));
            Summary summary = accumulator.summary();
            assertEquals(Long.parseLong(row.text("n")), summary.count(), row::toString);
            assertEquals(Long.parseLong(row.text("missing")), summary.missing(), row::toString);
            assertSame(row, "min", summary.min());
            assertSame(row, "max", summary.max());
            assertSame(row, "sum", summary.count() == 0 ? Double.NaN : summary.sum());
            assertSame(row, "mean", summary.mean());
            assertSame(row, "sd_sample", summary.standardDeviation());
            double median = Distribution.of(Oracle.input(inputs, row)).quantile(QuantileType.LINEAR, 0.5);
            double[] expected = {row.text("median").isEmpty() ? Double.NaN : row.number("median")};
            Oracle.assertClose(expected, new double[] {median}, row);
        }
    }

    /** What every mean is made of: an exact fraction becomes the nearest double. */
    @Test
    void meansOfDecimalsAreRoundedOnce() {
        for (Oracle.Row row : Oracle.read("decimal_means")) {
            BigDecimal sum =
                    Arrays.stream(row.texts("decimals")).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo(new BigDecimal(row.text("sum"))), row::toString);
            BigInteger n = new BigInteger(row.text("n"));
            Fraction mean = new Fraction(sum.unscaledValue(), n.multiply(BigInteger.TEN.pow(sum.scale())));
            String[] terms = row.text("mean_fraction").split("/", -1);
            Fraction told = new Fraction(new BigInteger(terms[0]), new BigInteger(terms[1]));
            assertTrue(mean.minus(told).isZero(), row::toString);
            assertEquals(row.number("mean"), mean.toDouble(), row::toString);
            assertEquals(row.number("mean"), told.toDouble(), row::toString);
        }
    }

    private static void assertSame(Oracle.Row row, String column, double actual) {
        if (column.equals("sum") && row.text("n").equals("0")) {
            return; // the sum of nothing is 0 here
        }
        double expected = row.text(column).isEmpty() ? Double.NaN : row.number(column);
        assertEquals(expected + 0.0, actual + 0.0, () -> column + " of " + row);
    }
}
