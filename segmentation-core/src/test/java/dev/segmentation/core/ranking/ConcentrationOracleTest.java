package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Rounding;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Shares of a total against exact arithmetic, to the bit, and against laeken. */
class ConcentrationOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();

    @Test
    void lorenzCurvesAreTheExactOnesRoundedOnce() {
        for (Oracle.Row row : Oracle.read("lorenz")) {
            Concentration concentration = concentration(row);
            double[] parts = row.numbers("p");
            assertSame(
                    row,
                    "lorenz",
                    Arrays.stream(parts).map(concentration::lorenz).toArray());
            assertSame(
                    row,
                    "top_share_interpolated",
                    Arrays.stream(parts).map(concentration::topShare).toArray());
        }
    }

    @Test
    void coefficientsAreTheExactOnesRoundedOnce() {
        for (Oracle.Row row : Oracle.read("gini")) {
            Concentration concentration = concentration(row);
            assertEquals(Integer.parseInt(row.text("n")), concentration.size(), row::toString);
            assertSame(row, "sum", concentration.total());
            assertSame(row, "gini", concentration.gini());
            assertSame(row, "gini_unbiased", concentration.giniUnbiased());
            assertSame(row, "hoover", concentration.hoover());
            long negative = Arrays.stream(Oracle.input(INPUTS, row))
                    .filter(value -> value < 0)
                    .count();
            assertEquals(Long.parseLong(row.text("negative_values")), negative, row::toString);
        }
    }

    /** laeken sums in doubles, which overflow for the one case that it answers nothing to. */
    @Test
    void giniIsThatOfLaeken() {
        int left = 0;
        for (Oracle.Row row : Oracle.read("gini_laeken")) {
            if (row.text("gini").equals("NaN") || row.text("gini").endsWith("Infinity")) {
                left++;
            } else {
                assertEquals(row.number("gini"), concentration(row).gini(), 1e-12, row::toString);
            }
        }
        assertTrue(left <= 3, "left out " + left);
    }

    @Test
    void paretoCountsAreExact() {
        for (Oracle.Row row : Oracle.read("pareto_count")) {
            Concentration concentration = concentration(row);
            OptionalInt count = concentration.countReaching(row.number("share"));
            assertEquals(row.text("k").isEmpty(), count.isEmpty(), row::toString);
            if (count.isPresent()) {
                assertEquals(Integer.parseInt(row.text("k")), count.getAsInt(), row::toString);
                assertSame(row, "k_over_n", (double) count.getAsInt() / concentration.size());
                assertSame(row, "share_reached", concentration.shareOfLargest(count.getAsInt()));
            }
        }
    }

    @Test
    void sharesOfTheLargestAreExact() {
        for (Oracle.Row row : Oracle.read("top_share_of_total")) {
            Concentration concentration = concentration(row);
            Rounding rounding = Objects.requireNonNull(Oracle.ROUNDINGS.get(row.text("rounding")), row::toString);
            long count = Oracle.share(row.text("p")).count(concentration.size(), rounding);
            assertEquals(Long.parseLong(row.text("k")), count, row::toString);
            assertSame(row, "share", concentration.shareOfLargest((int) count));
        }
    }

    private static Concentration concentration(Oracle.Row row) {
        return Concentration.of(Oracle.input(INPUTS, row));
    }

    /** To the bit, the sign of a zero aside; an empty cell is what is not defined. */
    private static void assertSame(Oracle.Row row, String column, double... actual) {
        double[] expected = row.text(column).isEmpty() ? new double[actual.length] : row.numbers(column);
        if (row.text(column).isEmpty()) {
            Arrays.fill(expected, Double.NaN);
        }
        assertEquals(expected.length, actual.length, row::toString);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i] + 0.0, actual[i] + 0.0, () -> column + " of " + row);
        }
    }
}
