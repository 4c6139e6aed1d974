package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts, tiers and classes against exact arithmetic. */
class TopShareOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();
    /** With "strict" the places break the ties, and the policy has nothing to decide. */
    private static final Map<String, TiePolicy> POLICIES =
            Map.of("include_ties", TiePolicy.PROMOTE, "exclude_ties", TiePolicy.DEMOTE, "strict", TiePolicy.REFUSE);

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
                    TopShares tiers = TIERS.withRounding(rounding.getValue()).withTies(policy.getValue());
                    assertArrayEquals(row.numbers("labels"), tiers(keys, tiers), row::toString);
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
                        double[] tiers = tiers(new double[][] {values}, shares);
                        assertMembers(row, i -> tiers[i] == 0);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 2000, "compared " + compared);
    }

    /** Percent ranks and bounds are each one division, rounded once: those that are equal on paper are equal here. */
    @Test
    void topSharesByPositionHaveTheirMembers() {
        Ranking highest = Ranking.withDefaults();
        Ranking lowest = highest.withBest(Direction.LOWER_IS_BETTER);
        int compared = 0;
        for (Oracle.Row row : Oracle.read("top_share_membership")) {
            if (row.text("p").equals("0")) {
                continue;
            }
            double[] values = Oracle.input(INPUTS, row);
            double p = Oracle.share(row.text("p")).toDouble();
            double rest = complement(row.text("p"));
            double n =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
            double[] middles = highest.withTies(TieMethod.AVERAGE).ranks(values);
            double[] mids = highest.percentRanks(values, PercentRank.MID);
            double[] distribution = highest.percentRanks(values, PercentRank.CUME_DIST);
            double[] better = highest.percentRanks(values, PercentRank.PERCENT_RANK);
            double[] worse = lowest.percentRanks(values, PercentRank.PERCENT_RANK);
            Map<String, IntPredicate> rules = Map.of(
                    "average_rank_le", i -> middles[i] / n <= p,
                    "mid_percent_ge", i -> mids[i] >= rest,
                    "cume_dist_desc_le", i -> distribution[i] <= p,
                    "percent_rank_desc_lt", i -> better[i] < p,
                    "percent_rank_desc_le", i -> better[i] <= p,
                    "percent_rank_asc_ge", i -> worse[i] >= rest);
            for (Map.Entry<String, IntPredicate> rule : rules.entrySet()) {
                if (row.names("policies", rule.getKey())) {
                    assertMembers(row, rule.getValue());
                    compared++;
                }
            }
        }
        assertTrue(compared > 1000, "compared " + compared);
    }

    /** Members lie above the quantile at the rest, or also on it. Between neighbouring doubles there is none to be on. */
    @Test
    void topSharesByQuantileHaveTheirMembers() {
        int compared = 0;
        Set<String> neighbours = Set.of("tiny", "ulps", "two53", "near_ties", "near_ties_money");
        for (Oracle.Row row : Oracle.read("top_share_membership")) {
            if (row.text("p").equals("0") || neighbours.contains(row.text("case"))) {
                continue;
            }
            double[] values = Oracle.input(INPUTS, row);
            for (int number : new int[] {1, 2, 6, 7, 8}) {
                QuantileType type = QuantileType.of(number);
                Distribution distribution = Distribution.of(values);
                Share share = Oracle.share(row.text("p"));
                double quantile = share.equals(Share.of(1, 1))
                        ? distribution.quantile(type, 0)
                        : distribution.quantile(
                                type, Share.of(share.denominator().subtract(share.numerator()), share.denominator()));
                if (row.names("policies", "ge_quantile_type" + number)) {
                    assertMembers(row, i -> values[i] >= quantile);
                    compared++;
                }
                if (row.names("policies", "gt_quantile_type" + number)) {
                    assertMembers(row, i -> values[i] > quantile);
                    compared++;
                }
            }
        }
        assertTrue(compared > 1000, "compared " + compared);
    }

    /** Gives 1 − p, rounded once. */
    private static double complement(String p) {
        Share share = Oracle.share(p);
        return new Fraction(share.denominator().subtract(share.numerator()), share.denominator()).toDouble();
    }

    private static void assertMembers(Oracle.Row row, IntPredicate isMember) {
        double[] members = IntStream.range(0, Oracle.input(INPUTS, row).length)
                .filter(isMember)
                .asDoubleStream()
                .toArray();
        assertArrayEquals(Arrays.stream(row.numbers("members")).sorted().toArray(), members, row::toString);
    }

    /** Gives the tiers of rows; where ties are refused, their places break them. */
    private static double[] tiers(double[][] keys, TopShares shares) {
        double[][] all = shares.ties() == TiePolicy.REFUSE ? Oracle.withPlaces(keys) : keys;
        return tiers(TopShareCuts.of(all, shares), all);
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
