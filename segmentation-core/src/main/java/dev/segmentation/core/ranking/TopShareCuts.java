package dev.segmentation.core.ranking;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TiedCutException;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the cuts of cumulative top shares.
 *
 * <p>Half of the keys 9, 7, 7, 5 is two; the second best key is 7, and both 7s go up with {@link TiePolicy#PROMOTE}:
 *
 * <pre>{@code
 * double[][] keys = {{9, 7, 7, 5}};
 * TopShareCuts.of(keys, TopShares.of(0.5)).cuts().get(0).count() // 3
 * }</pre>
 */
public final class TopShareCuts {

    private TopShareCuts() {}

    /**
     * Finds the cuts of rows by their keys, compared one after the other.
     *
     * <p>Of no rows, every cut lies above everything. Costs a sort of the first key, and of further keys among the rows
     * tied at a boundary.
     *
     * @param keys one array a key, all of one length; greater is better. A row with a {@code NaN} is left out. Not
     *     changed and not kept.
     * @param shares where to cut
     * @return the cuts
     * @throws IllegalArgumentException if there is no key or the lengths differ
     * @throws TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public static Cutoffs of(double[][] keys, TopShares shares) {
        int[] rows = KnownRows.of(keys);
        long[] wanted = shares.counts(rows.length);
        List<Cut> cuts = new ArrayList<>(wanted.length);
        for (int c = 0; c < wanted.length; c++) {
            Cut cut = wanted[c] == 0
                    ? new Cut(shares.shares().get(c), 0, infinite(keys.length), false, 0, 0)
                    : cut(keys, rows, shares, c, wanted[c]);
            cuts.add(cut);
        }
        return Cutoffs.of(rows.length, cuts);
    }

    private static Cut cut(double[][] keys, int[] rows, TopShares shares, int c, long wanted) {
        int[] candidates = rows;
        long better = 0;
        List<Double> boundary = new ArrayList<>(keys.length);
        for (double[] key : keys) {
            double last = largest(key, candidates, (int) (wanted - better));
            boundary.add(last);
            for (int row : candidates) {
                if (key[row] > last) {
                    better++;
                }
            }
            candidates =
                    Arrays.stream(candidates).filter(row -> key[row] == last).toArray();
        }
        long tied = candidates.length;
        long inside = wanted - better;
        if (inside < tied && shares.ties() == TiePolicy.REFUSE) {
            throw new TiedCutException(
                    c + 1, shares.shares().size(), shares.shares().get(c), tied);
        }
        boolean inclusive = inside == tied || shares.ties().promotes(tied, inside);
        return new Cut(shares.shares().get(c), wanted, boundary, inclusive, better, tied);
    }

    /** Gives the k-th largest key of some rows. */
    private static double largest(double[] key, int[] rows, int k) {
        double[] sorted = new double[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = key[rows[i]] + 0.0; // -0.0 becomes 0.0: they are equal
        }
        Arrays.sort(sorted);
        return sorted[sorted.length - k];
    }

    private static List<Double> infinite(int keys) {
        return Collections.nCopies(keys, Double.POSITIVE_INFINITY);
    }
}
