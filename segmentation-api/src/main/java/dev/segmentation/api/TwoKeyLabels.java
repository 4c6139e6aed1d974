package dev.segmentation.api;

import java.util.Arrays;

/**
 * Labels rows of two keys by up to three cuts, as most books have them.
 *
 * <p>A row lies below a cut where its first key is less, or is equal and the second one less. Both differences make one
 * number with that sign: the first is made so large that the second counts only where the first is zero.
 */
final class TwoKeyLabels {

    private static final int MOST_CUTS = 3;

    /** Twice this makes the least difference of two numbers, 2^-1074, greater than any of two modest ones. */
    private static final double LARGE = 0x1p1000;

    /** The difference of two numbers below this is below 2^926, the least that the first difference can become. */
    private static final double MODEST = 0x1p900;

    private static final int UNKNOWN = -1;

    /** Rows labelled at once. */
    private static final int BLOCK = 1024;

    /** How many values lie in one line of the cache. */
    private static final int CACHE_LINE = 8;

    private final double[] first = new double[MOST_CUTS];

    /** The least second key that reaches the cut, the first being equal. */
    private final double[] second = new double[MOST_CUTS];

    private final boolean allModest;

    /**
     * @param boundaries the two keys that end each tier but the last, best tier first; up to three
     * @param inclusive for each whether rows with equal keys are still in the tier
     */
    TwoKeyLabels(double[][] boundaries, boolean[] inclusive) {
        // No row lies below a cut that is not there.
        Arrays.fill(first, Double.NEGATIVE_INFINITY);
        Arrays.fill(second, Double.NEGATIVE_INFINITY);
        boolean modest = true;
        for (int c = 0; c < boundaries.length; c++) {
            // No zero less -0.0 has the sign bit.
            first[c] = boundaries[c][0] == 0 ? -0.0 : boundaries[c][0];
            double limit = TierLabels.limit(boundaries[c][1], inclusive[c]);
            second[c] = limit == 0 ? -0.0 : limit;
            modest &= isModest(first[c], second[c]);
        }
        this.allModest = modest;
    }

    /** Says whether there are so many keys and cuts that this is for them. */
    static boolean isFor(double[][] boundaries) {
        return boundaries.length <= MOST_CUTS && boundaries[0].length == 2;
    }

    /** Says whether the boundaries are such that they can be compared with by differences. */
    boolean canLabel() {
        return allModest;
    }

    int[] label(double[] keys, double[] secondKeys) {
        int[] tiers = new int[keys.length];
        double[] fetched = new double[BLOCK];
        for (int from = 0; from < tiers.length; from += BLOCK) {
            int to = Math.min(tiers.length - from, BLOCK) + from;
            fetch(keys, from, to, fetched);
            fetch(secondKeys, from, to, fetched);
            label(keys, secondKeys, from, to, tiers);
        }
        return tiers;
    }

    /**
     * Reads one value of each line of the cache, so that the lines of a block come from memory at once: labelling is too busy to
     * ask for them early.
     */
    private static void fetch(double[] keys, int from, int to, double[] fetched) {
        for (int row = from; row < to; row += CACHE_LINE) {
            fetched[row - from] = keys[row];
        }
    }

    /** Counts the cuts that a row misses: without a branch, as which tier comes next is anyone's guess. */
    private void label(double[] keys, double[] secondKeys, int from, int to, int[] tiers) {
        double first0 = first[0];
        double first1 = first[1];
        double first2 = first[2];
        double second0 = second[0];
        double second1 = second[1];
        double second2 = second[2];
        for (int row = from; row < to; row++) {
            double key = keys[row];
            double secondKey = secondKeys[row];
            if (isModest(key, secondKey)) {
                tiers[row] = isNegative((key - first0) * LARGE * LARGE + (secondKey - second0))
                        + isNegative((key - first1) * LARGE * LARGE + (secondKey - second1))
                        + isNegative((key - first2) * LARGE * LARGE + (secondKey - second2));
            } else {
                tiers[row] = labelByComparing(key, secondKey);
            }
        }
    }

    private int labelByComparing(double key, double secondKey) {
        if (Double.isNaN(key) || Double.isNaN(secondKey)) {
            return UNKNOWN;
        }
        int missed = 0;
        for (int c = 0; c < MOST_CUTS; c++) {
            missed += key < first[c] || (key == first[c] && secondKey < second[c]) ? 1 : 0;
        }
        return missed;
    }

    /** Says whether both are known and neither is huge. */
    private static boolean isModest(double key, double secondKey) {
        return Math.abs(key) + Math.abs(secondKey) < MODEST;
    }

    private static int isNegative(double difference) {
        return (int) (Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1));
    }
}
