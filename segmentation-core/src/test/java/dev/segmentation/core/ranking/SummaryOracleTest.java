package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.segmentation.api.Summary;
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
