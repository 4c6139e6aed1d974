package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.segmentation.api.Direction;
import dev.segmentation.api.Share;
import dev.segmentation.core.ranking.Bins.OwnEdge;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scores of recency, frequency and amount, made of bins and buckets, against R, PostgreSQL and SQLite. */
class RfmOracleTest {

    /** The columns of the inputs, the cut points and the scores of each of the three. */
    private static final List<List<String>> PARTS = List.of(
            List.of("recency_days", "recency_cuts", "r"),
            List.of("frequency", "frequency_cuts", "f"),
            List.of("amount", "amount_cuts", "m"));

    @Test
    void scoresAreThoseOfBinsAndOfNtile() {
        Map<String, Oracle.Row> inputs = new HashMap<>();
        Oracle.read("rfm_inputs").forEach(row -> inputs.put(row.text("case"), row));
        for (Oracle.Row row : Oracle.read("rfm_scores")) {
            Oracle.Row input = Objects.requireNonNull(inputs.get(row.text("case")), row::toString);
            int k = Integer.parseInt(row.text("k"));
            for (List<String> part : PARTS) {
                double[] values = input.numbers(part.get(0));
                boolean isRecency = part.get(2).equals("r");
                int[] scores = row.text("definition").equals("ntile")
                        ? byBucket(values, k, isRecency)
                        : byBin(values, cuts(row, values, k, part.get(1)), k, isRecency);
                int[] expected = Arrays.stream(row.numbers(part.get(2)))
                        .mapToInt(score -> (int) score)
                        .toArray();
                assertArrayEquals(expected, scores, () -> part + " of " + row);
            }
        }
    }

    /** The cut points by the definition, where R's differ by no more than rounding: 140 days, and not 140.00000000000003. */
    private static double[] cuts(Oracle.Row row, double[] values, int k, String column) {
        double[] told = row.numbers(column);
        if (row.text("definition").equals("given")) {
            return told;
        }
        Distribution distribution = Distribution.of(values);
        double[] sorted = distribution.sorted();
        double[] cuts = new double[k - 1];
        Arrays.setAll(cuts, i -> distribution.quantile(QuantileType.LINEAR, Share.of(i + 1, k)) + 1);
        Oracle.assertClose(told, cuts, row);
        // Who lies on a cut point is on its other side in R, where rounding has moved it.
        Arrays.setAll(
                cuts,
                i -> Distribution.countBelow(sorted, cuts[i], true) > Distribution.countBelow(sorted, cuts[i], false)
                        ? told[i]
                        : cuts[i]);
        return cuts;
    }

    private static int[] byBin(double[] values, double[] cuts, int k, boolean isRecency) {
        double[] edges = new double[k + 1];
        edges[0] = Double.NEGATIVE_INFINITY;
        System.arraycopy(cuts, 0, edges, 1, k - 1);
        edges[k] = Double.POSITIVE_INFINITY;
        Bins bins = Bins.withEdges(OwnEdge.LOWER, edges);
        return Arrays.stream(values)
                .mapToInt(value -> isRecency ? k - bins.bin(value) : 1 + bins.bin(value))
                .toArray();
    }

    /** The longest ago and the least come first, so that the last bucket is the best. */
    private static int[] byBucket(double[] values, int k, boolean isRecency) {
        Direction first = isRecency ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
        return Ranking.withDefaults().withBest(first).buckets(values, k);
    }
}
