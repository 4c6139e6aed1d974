package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.core.ranking.EqualCountBins.CoincidingEdges;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Quantiles, percentiles and bins of equal counts against exact arithmetic, pandas and SciPy. */
class DistributionOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();

    @Test
    void quantilesAreThoseOfExactArithmetic() {
        for (Oracle.Row row : Oracle.read("quantiles_exact")) {
            QuantileType type = QuantileType.of(Integer.parseInt(row.text("type")));
            double[] expected = row.numbers("quantiles");
            double[] actual = DisagreementsOracleTest.quantiles(Distribution.of(Oracle.input(INPUTS, row)), type);
            String[] texts = row.texts("quantiles");
            for (int i = 0; i < expected.length; i++) {
                if (texts[i].equals("inf-interp")) {
                    // Between an infinity and another value there is none to agree on.
                    assertTrue(Double.isNaN(actual[i]) || Double.isInfinite(actual[i]), row::toString);
                    actual[i] = Double.NaN;
                }
            }
            Oracle.assertClose(expected, scaled(actual, expected, row), row);
        }
    }

    /** Where neighbours cancel, an error is small beside them and not beside their mean. */
    private static double[] scaled(double[] actual, double[] expected, Oracle.Row row) {
        double largest = Arrays.stream(Oracle.input(INPUTS, row))
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        double[] scaled = actual.clone();
        for (int i = 0; i < scaled.length && i < expected.length; i++) {
            if (Math.abs(scaled[i] - expected[i]) <= 1e-15 * largest) {
                scaled[i] = expected[i];
            }
        }
        return scaled;
    }

    @Test
    void oneProbabilityGivesWhatManyGive() {
        Distribution distribution = Distribution.of(3, 1, 4, 1, 5, 9, 2, 6);
        double[] p = {0.9, 0, 0.25, 1, 0.25};
        double[] many = distribution.quantiles(QuantileType.HAZEN, p);
        for (int i = 0; i < p.length; i++) {
            assertEquals(distribution.quantile(QuantileType.HAZEN, p[i]), many[i]);
        }
    }

    @Test
    void percentilesAreThoseOfSciPy() {
        for (Oracle.Row row : Oracle.read("percentileofscore")) {
            Distribution distribution = Distribution.of(Oracle.input(INPUTS, row));
            double[] scores = row.numbers("scores");
            Map<PercentRank, String> columns =
                    Map.of(PercentRank.WEAK, "weak", PercentRank.STRICT, "strict", PercentRank.MID, "mean");
            columns.forEach((definition, column) -> {
                double[] actual = Arrays.stream(scores)
                        .map(score -> 100 * distribution.percentileOf(score, definition))
                        .toArray();
                double[] expected = row.numbers(column);
                for (int i = 0; i < expected.length; i++) {
                    if (distribution.size() == 0 || Double.isNaN(scores[i])) {
                        expected[i] = Double.NaN; // SciPy has none of its own here
                    }
                }
                Oracle.assertClose(expected, actual, row);
            });
        }
    }

    @Test
    void weightedQuantilesAreThoseOfExactArithmetic() {
        Map<String, Oracle.Row> inputs = new HashMap<>();
        Oracle.read("weighted_inputs").forEach(row -> inputs.put(row.text("case"), row));
        List<Oracle.Row> rows = Oracle.read("weighted_quantiles_exact").stream()
                .filter(row -> row.text("method").equals("inverse_cdf")
                        && row.text("reading").equals("binary"))
                .toList();
        assertTrue(rows.size() > 5);
        for (Oracle.Row row : rows) {
            Oracle.Row input = Objects.requireNonNull(inputs.get(row.text("case")));
            WeightedDistribution distribution =
                    WeightedDistribution.of(input.numbers("values"), input.numbers("weights"));
            double[] actual = DisagreementsOracleTest.quantiles(distribution);
            Oracle.assertClose(row.numbers("quantiles"), actual, row);
        }
        for (Oracle.Row row : Oracle.read("weighted_percent_exact")) {
            Oracle.Row input = Objects.requireNonNull(inputs.get(row.text("case")));
            WeightedDistribution distribution =
                    WeightedDistribution.of(input.numbers("values"), input.numbers("weights"));
            double[] actual = Arrays.stream(row.numbers("values"))
                    .map(distribution::midRankOf)
                    .toArray();
            Oracle.assertClose(row.numbers("mid"), actual, row);
        }
    }

    /** Edges that pandas makes equal by rounding, or apart by it, are left to pandas. */
    @Test
    void binsAreThoseOfPandas() {
        int compared = 0;
        Set<String> roundingDecides = Set.of("ulps", "near_ties", "tiny", "huge_pair", "subnormals");
        for (Oracle.Row row : Oracle.read("bins_pandas")) {
            if (!row.text("function").equals("qcut") || roundingDecides.contains(row.text("case"))) {
                continue;
            }
            double[] values = Oracle.input(INPUTS, row);
            if (Arrays.stream(values).anyMatch(Double::isInfinite) || values.length == 0) {
                continue;
            }
            int k = Integer.parseInt(row.text("k"));
            Distribution distribution = Distribution.of(values);
            for (CoincidingEdges coinciding : CoincidingEdges.values()) {
                String option = coinciding == CoincidingEdges.REFUSE ? "raise" : "drop";
                if (!row.names("option", option) || distribution.size() == 0) {
                    continue;
                }
                if (!row.text("error").isEmpty()) {
                    if (coinciding == CoincidingEdges.REFUSE) {
                        Assertions.assertThrows(
                                IllegalArgumentException.class,
                                () -> EqualCountBins.of(distribution, k, coinciding),
                                row::toString);
                    }
                    continue;
                }
                if (hasEdgesApartByRounding(row.numbers("edges"))) {
                    continue;
                }
                EqualCountBins bins = EqualCountBins.of(distribution, k, coinciding);
                double[] codes = Arrays.stream(values).map(bins::bin).toArray();
                Oracle.assertClose(row.numbers("edges"), scaled(bins.edges(), row.numbers("edges"), row), row);
                if (!isOnAnEdge(values, bins)) {
                    Oracle.assertClose(row.numbers("codes"), codes, row);
                }
                compared++;
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    /** Whether pandas got two edges where exact arithmetic has one. */
    private static boolean hasEdgesApartByRounding(double[] edges) {
        return IntStream.range(1, edges.length).anyMatch(i -> edges[i] - edges[i - 1] <= 1e-12 * Math.abs(edges[i]));
    }

    /** Whether a value other than the extremes may be told from an edge by the last bit only. */
    private static boolean isOnAnEdge(double[] values, EqualCountBins bins) {
        double[] edges = bins.edges();
        return Arrays.stream(edges)
                .skip(1)
                .limit(Math.max(0, edges.length - 2))
                .anyMatch(edge -> Arrays.stream(values)
                        .anyMatch(value -> value != edge && Math.abs(value - edge) <= 1e-12 * Math.abs(edge)));
    }
}
