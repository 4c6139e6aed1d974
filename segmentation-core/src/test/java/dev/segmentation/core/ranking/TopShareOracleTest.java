package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts, tiers and classes against exact arithmetic. */
class TopShareOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();
    private static final Map<String, TiePolicy> POLICIES =
            Map.of("include_ties", TiePolicy.PROMOTE, "exclude_ties", TiePolicy.DEMOTE);
    private static final TopShares TIERS = TopShares.of(0.10, 0.25, 0.50);

    @Test
    void countsAreExactWhereDoublesAreNot() {
        for (Oracle.Row row : Oracle.read("count_rounding")) {
            Share share = Oracle.share(row.text("p"));
            long n = Long.parseLong(row.text("n"));
            Oracle.ROUNDINGS.forEach((column, rounding) ->
                    assertEquals(Long.parseLong(row.text(column)), share.count(n, rounding), row::toString));
        }
    }

    @Test
    void tiersHaveTheirMembers() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("tiers_10_25_50")) {
            compared += compareTiers(row, new double[][] {Oracle.input(INPUTS, row)});
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    @Test
    void tiersOfSeveralKeysHaveTheirMembers() {
        Map<String, double[][]> inputs = Oracle.keys();
        int compared = 0;
        for (Oracle.Row row : Oracle.read("multikey_tiers")) {
            compared += compareTiers(row, Objects.requireNonNull(inputs.get(row.text("case"))));
        }
        assertTrue(compared >= 10, "compared " + compared);
    }

    private static int compareTiers(Oracle.Row row, double[][] keys) {
        int compared = 0;
        for (Map.Entry<String, TiePolicy> policy : POLICIES.entrySet()) {
            for (Map.Entry<String, Rounding> rounding : Oracle.ROUNDINGS.entrySet()) {
                if (row.names("policies", policy.getKey() + "_" + rounding.getKey())) {
                    Cutoffs cutoffs = TopShareCuts.of(
                            keys, TIERS.withRounding(rounding.getValue()).withTies(policy.getValue()));
                    assertArrayEquals(row.numbers("labels"), tiers(cutoffs, keys), row::toString);
                    compared++;
                }
            }
        }
        return compared;
    }

    @Test
    void topSharesHaveTheirMembers() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("top_share_membership")) {
            if (row.text("p").equals("0")) {
                continue; // a share is above 0
            }
            double[] values = Oracle.input(INPUTS, row);
            for (Map.Entry<String, TiePolicy> policy : POLICIES.entrySet()) {
                for (Map.Entry<String, Rounding> rounding : Oracle.ROUNDINGS.entrySet()) {
                    if (row.names("policies", policy.getKey() + "_" + rounding.getKey())) {
                        TopShares shares = TopShares.of(List.of(Oracle.share(row.text("p"))))
                                .withRounding(rounding.getValue())
                                .withTies(policy.getValue());
                        double[][] keys = {values};
                        double[] tiers = tiers(TopShareCuts.of(keys, shares), keys);
                        double[] members = IntStream.range(0, values.length)
                                .filter(i -> tiers[i] == 0)
                                .asDoubleStream()
                                .toArray();
                        double[] expected =
                                Arrays.stream(row.numbers("members")).sorted().toArray();
                        assertArrayEquals(expected, members, row::toString);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 1000, "compared " + compared);
    }

    static double[] tiers(Cutoffs cutoffs, double[][] keys) {
        return IntStream.range(0, keys[0].length)
                .mapToDouble(row -> {
                    double[] own =
                            Arrays.stream(keys).mapToDouble(key -> key[row]).toArray();
                    return Arrays.stream(own).anyMatch(Double::isNaN) ? -1 : cutoffs.tier(own);
                })
                .toArray();
    }
}
