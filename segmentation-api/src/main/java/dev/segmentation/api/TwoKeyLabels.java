package dev.segmentation.api;

import java.util.Arrays;

/**
 * Labels rows of two keys by up to three cuts, as most books have them. The first key says which cuts are missed, and which
 * ones the second key has to decide: those whose first key is the row's.
 */
final class TwoKeyLabels {

    private static final int MOST_CUTS = 3;

    /** Rows labelled at once. */
    private static final int BLOCK = 1024;

    /** How many keys lie in one line of the cache. */
    private static final int CACHE_LINE = 8;

    private static final int UNKNOWN = -1;

    /** The different first keys, the best first. */
    private final double[] first = new double[MOST_CUTS];

    /** By how many first keys are missed: the bits of the next one, which the row's may equal. */
    private final long[] next = new long[MOST_CUTS + 1];

    /** By twice that number, and one more where the next one is equalled: how many cuts are missed by the first key. */
    private final int[] missed = new int[2 * MOST_CUTS + 2];

    /** By the same number: how many are missed at most, the second key being the worst. */
    private final int[] most = new int[2 * MOST_CUTS + 2];

    /** By the same number: the least second key that reaches each of the cuts that it decides on. */
    private final double[][] limits = new double[MOST_CUTS][2 * MOST_CUTS + 2];

    private final boolean allFinite;

    /**
     * @param boundaries the two keys that end each tier but the last, best tier first; up to three
     * @param inclusive for each whether rows with equal keys are still in the tier
     */
    TwoKeyLabels(double[][] boundaries, boolean[] inclusive) {
        boolean finite = true;
        // Of finite boundaries, only negative infinity is below these; it misses all cuts anyway.
        Arrays.fill(first, -Double.MAX_VALUE);
        for (double[] ofAll : limits) {
            Arrays.fill(ofAll, -Double.MAX_VALUE);
        }
        Arrays.fill(next, bits(Double.NaN));
        Arrays.fill(missed, boundaries.length);
        Arrays.fill(most, boundaries.length);
        int different = 0;
        for (int from = 0; from < boundaries.length; different++) {
            int to = from;
            for (; to < boundaries.length && boundaries[to][0] == boundaries[from][0]; to++) {
                double limit = TierLabels.limit(boundaries[to][1], inclusive[to]);
                limits[to - from][2 * different + 1] = limit == 0 ? -0.0 : limit;
                finite &= Double.isFinite(limit);
            }
            // No zero less -0.0 has the sign bit.
            first[different] = boundaries[from][0] == 0 ? -0.0 : boundaries[from][0];
            finite &= Double.isFinite(first[different]);
            next[different] = bits(boundaries[from][0]);
            Arrays.fill(missed, 2 * different, 2 * different + 2, from);
            most[2 * different] = from;
            most[2 * different + 1] = to;
            from = to;
        }
        this.allFinite = finite;
    }

    /** Says whether there are so many keys and cuts that this is for them. */
    static boolean isFor(double[][] boundaries) {
        return boundaries.length <= MOST_CUTS && boundaries[0].length == 2;
    }

    /** Says whether the boundaries are such that they can be compared with by differences. */
    boolean canLabel() {
        return allFinite;
    }

    int[] label(double[] keys, double[] secondKeys) {
        int[] tiers = new int[keys.length];
        for (int from = 0; from < tiers.length; from += BLOCK) {
            int to = Math.min(tiers.length - from, BLOCK) + from;
            // One value of each line of the cache first, so that the lines come from memory at once; it is overwritten.
            for (int row = from; row < to; row += CACHE_LINE) {
                tiers[row] = isNegative(keys[row]) + isNegative(secondKeys[row]);
            }
            label(keys, secondKeys, from, to, tiers);
        }
        return tiers;
    }

    /** Counted and looked up, not branched to: which tier comes next is anyone's guess. */
    private void label(double[] keys, double[] secondKeys, int from, int to, int[] tiers) {
        double best = first[0];
        double middle = first[1];
        double last = first[2];
        double[] limits0 = limits[0];
        double[] limits1 = limits[1];
        double[] limits2 = limits[2];
        for (int row = from; row < to; row++) {
            double key = keys[row];
            double second = secondKeys[row];
            int better = isNegative(key - best) + isNegative(key - middle) + isNegative(key - last);
            int at = 2 * better + (bits(key) == next[better] ? 1 : 0);
            int tier = missed[at]
                    + isNegative(second - limits0[at])
                    + isNegative(second - limits1[at])
                    + isNegative(second - limits2[at]);
            tiers[row] = Double.isNaN(key) || Double.isNaN(second) ? UNKNOWN : Math.min(tier, most[at]);
        }
    }

    /** The same for zeros of both signs. */
    private static long bits(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    private static int isNegative(double difference) {
        return (int) (Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1));
    }
}
