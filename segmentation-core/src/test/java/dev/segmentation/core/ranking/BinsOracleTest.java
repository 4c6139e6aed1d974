package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.core.ranking.Bins.OwnEdge;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bins of equal width against cut of pandas and of R, which widen an outer edge or both; all inner edges are alike. */
class BinsOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();

    @Test
    void binsOfEqualWidthAreThoseOfPandas() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("bins_pandas")) {
            if (row.text("function").equals("cut") && isCompared(row)) {
                Bins bins = bins(row);
                double[] edges = row.numbers("edges");
                // pandas widens one outer edge by a thousandth of the range.
                double range = bins.edges()[bins.count()] - bins.edges()[0];
                for (int e = 0; e < edges.length; e++) {
                    boolean isOuter = e == 0 || e == edges.length - 1;
                    assertEquals(edges[e], bins.edges()[e], (isOuter ? 1.001e-3 : 1e-14) * range, row::toString);
                }
                assertCodes(row, bins);
                compared++;
            }
        }
        assertTrue(compared > 300, "compared " + compared);
    }

    @Test
    void binsOfEqualWidthAreThoseOfR() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("bins_r")) {
            if (isCompared(row)) {
                assertCodes(row, bins(row));
                compared++;
            }
        }
        assertTrue(compared > 300, "compared " + compared);
    }

    /** Equal values have one bin here, and values a bit apart some; both others widen or stop with an error. */
    private static boolean isCompared(Oracle.Row row) {
        double[] sorted = Distribution.of(Oracle.input(INPUTS, row)).sorted();
        boolean isConstant = sorted[0] == sorted[sorted.length - 1];
        return row.text("error").isEmpty() && !isConstant && !row.text("case").equals("ulps");
    }

    private static Bins bins(Oracle.Row row) {
        OwnEdge ownEdge = row.text("option").equals("right") ? OwnEdge.UPPER : OwnEdge.LOWER;
        return Bins.ofEqualWidth(Distribution.of(Oracle.input(INPUTS, row)), Integer.parseInt(row.text("k")), ownEdge);
    }

    private static void assertCodes(Oracle.Row row, Bins bins) {
        double[] values = Oracle.input(INPUTS, row);
        double[] actual = Arrays.stream(values).map(bins::bin).toArray();
        assertArrayEquals(row.numbers("codes"), actual, row::toString);
    }
}
