package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Rounding;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShareOfTotalCutsTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();
    private static final TopShares REACH = TopShares.of(0.80, 0.95).withRounding(Rounding.CEILING);

    @Test
    void theExampleOfTheJavadoc() {
        assertEquals(2, above(REACH, 50, 30, 15, 5));
        assertEquals(2, above(REACH.withRounding(Rounding.FLOOR), 50, 30, 15, 5));
        assertEquals(2, above(REACH, 50, 31, 15, 4));
        assertEquals(1, above(REACH.withRounding(Rounding.FLOOR), 50, 31, 15, 4));
        assertEquals(2, above(REACH.withRounding(Rounding.NEAREST), 50, 31, 15, 4));
    }

    @Test
    void aShareThatIsHitOnPaperIsHitHere() {
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        double[][] keys = {tenths, {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}};
        assertEquals(8, ShareOfTotalCuts.of(keys, tenths, REACH).cuts().get(0).count());
    }

    @Test
    void equalRowsOfOtherAmountsMayComeInAnyOrder() {
        TopShares nine = TopShares.of(0.90).withRounding(Rounding.CEILING).withTies(TiePolicy.DEMOTE);
        double[][] keys = {{2, 1, 1}};
        assertEquals(
                ShareOfTotalCuts.of(keys, new double[] {5, 4, 1}, nine),
                ShareOfTotalCuts.of(keys, new double[] {5, 1, 4}, nine));
    }

    @Test
    void paretoCountsAreThoseOfExactArithmetic() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("pareto_count")) {
            if (!row.text("k").isEmpty()) {
                double[] values = Oracle.input(INPUTS, row);
                TopShares shares = TopShares.of(List.of(Oracle.share(row.text("share"))))
                        .withRounding(Rounding.CEILING)
                        .withTies(TiePolicy.PROMOTE);
                long wanted = ShareOfTotalCuts.of(new double[][] {values}, values, shares)
                        .cuts()
                        .get(0)
                        .wanted();
                assertEquals(Long.parseLong(row.text("k")), wanted, row::toString);
                compared++;
            }
        }
        assertTrue(compared > 50, "compared " + compared);
    }

    /** Equal values are kept together, into the better class or into the worse; or their places break the tie. */
    @Test
    void classesAreThoseOfExactArithmetic() {
        Map<String, TopShares> rules = Map.of(
                "tie_group_start_lt", REACH.withTies(TiePolicy.PROMOTE),
                "tie_group_end_le", REACH.withRounding(Rounding.FLOOR).withTies(TiePolicy.DEMOTE),
                "cum_before_lt", REACH,
                "cum_through_le", REACH.withRounding(Rounding.FLOOR));
        for (Oracle.Row row : Oracle.read("abc_80_95")) {
            double[] values = Oracle.input(INPUTS, row);
            double[][] keys = row.text("rule").startsWith("cum") ? Oracle.withPlaces(values) : new double[][] {values};
            TopShares rule = Objects.requireNonNull(rules.get(row.text("rule")), row::toString);
            if (row.text("labels").isEmpty()) {
                assertThrows(IllegalArgumentException.class, () -> ShareOfTotalCuts.of(keys, values, rule));
            } else {
                double[] tiers = TopShareOracleTest.tiers(ShareOfTotalCuts.of(keys, values, rule), keys);
                double[] expected = Arrays.stream(row.texts("labels"))
                        .mapToDouble(label -> List.of("A", "B", "C").indexOf(label))
                        .toArray();
                assertArrayEquals(expected, tiers, row::toString);
            }
        }
    }

    @Test
    void aTotalThatIsNotAboveZeroHasNoShares() {
        assertThrows(IllegalArgumentException.class, () -> above(REACH, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> above(REACH));
        assertThrows(IllegalArgumentException.class, () -> above(REACH, Double.POSITIVE_INFINITY));
        assertEquals(1, above(REACH, 1, Double.NaN), "an unknown amount takes no part");
    }

    private static long above(TopShares shares, double... amounts) {
        return ShareOfTotalCuts.of(new double[][] {amounts}, amounts, shares)
                .cuts()
                .get(0)
                .count();
    }
}
