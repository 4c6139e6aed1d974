package dev.segmentation.core.ranking;

import dev.segmentation.api.Direction;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Normalised values and positions against exact arithmetic. */
class NormalizationOracleTest {

    private static final Ranking HIGHEST_FIRST = Ranking.withDefaults();
    private static final Ranking LOWEST_FIRST = Ranking.withDefaults().withBest(Direction.LOWER_IS_BETTER);

    private static final Map<String, UnaryOperator<double[]>> KINDS = Map.of(
            "min_max", Normalization.MIN_MAX::of,
            "z_sample", Normalization.Z_SAMPLE::of,
            "z_population", Normalization.Z_POPULATION::of,
            "robust_z_1.4826", Normalization.ROBUST_Z::of,
            "percent_rank", values -> LOWEST_FIRST.percentRanks(values, PercentRank.PERCENT_RANK),
            "cume_dist", values -> HIGHEST_FIRST.percentRanks(values, PercentRank.WEAK),
            "mid", values -> HIGHEST_FIRST.percentRanks(values, PercentRank.MID),
            "strict", values -> HIGHEST_FIRST.percentRanks(values, PercentRank.STRICT),
            "average_rank_over_n_plus_1", NormalizationOracleTest::averageRanksInside);

    @Test
    void everyKindIsThatOfExactArithmetic() {
        Map<String, double[]> inputs = Oracle.inputs();
        for (Oracle.Row row : Oracle.read("normalised")) {
            double[] values = Oracle.input(inputs, row);
            double[] actual = Objects.requireNonNull(KINDS.get(row.text("kind")), row::toString)
                    .apply(values);
            double[] expected = row.numbers("values");
            if (row.text("values").isEmpty()) {
                // Not defined: NaN for all, but that the percent rank of one alone is 0, as in SQL.
                expected = values.clone();
                double undefined = row.text("kind").equals("percent_rank") ? 0 : Double.NaN;
                Arrays.setAll(expected, i -> values[i] * 0 + undefined);
            }
            Oracle.assertClose(expected, actual, row);
        }
    }

    private static double[] averageRanksInside(double[] values) {
        double[] ranks = LOWEST_FIRST.withTies(TieMethod.AVERAGE).ranks(values);
        long n = Arrays.stream(ranks).filter(rank -> !Double.isNaN(rank)).count();
        return Arrays.stream(ranks).map(rank -> rank / (n + 1)).toArray();
    }
}
