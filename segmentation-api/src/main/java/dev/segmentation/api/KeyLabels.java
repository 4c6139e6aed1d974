package dev.segmentation.api;

import java.util.Arrays;

/** Labels rows of several keys by the tier they fall into, 0 being the best. */
final class KeyLabels {

    /** Rows labelled at once, so that what is known of them stays in the cache from one key to the next. */
    private static final int BLOCK = 1024;

    /** Comparisons of so many keys fit a long, the first one in the highest bits. */
    private static final int MOST_KEYS = Long.SIZE - 4;

    private static final int UNKNOWN = -1;

    private final double[][] boundaries;
    private final boolean[] inclusive;

    /**
     * @param boundaries the keys that end each tier but the last, best tier first
     * @param inclusive for each whether rows with equal keys are still in the tier
     */
    KeyLabels(double[][] boundaries, boolean[] inclusive) {
        this.boundaries = boundaries;
        this.inclusive = inclusive;
    }

    /** Says whether the boundaries are such that they can be compared with by differences. */
    boolean canLabel() {
        return boundaries[0].length <= MOST_KEYS
                && Arrays.stream(boundaries).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    int[] label(double[][] keys) {
        int[] tiers = new int[keys[0].length];
        long[] order = new long[Math.min(BLOCK, tiers.length)];
        for (int from = 0; from < tiers.length; from += BLOCK) {
            int to = Math.min(tiers.length - from, BLOCK) + from;
            for (int c = 0; c < boundaries.length; c++) {
                Arrays.fill(order, 0);
                for (int k = 0; k < keys.length; k++) {
                    compare(keys[k], from, to, boundaries[c][k], order);
                }
                addMissed(order, inclusive[c] ? 1 : -1, from, to, tiers);
            }
            for (double[] key : keys) {
                labelUnknown(key, from, to, tiers);
            }
        }
        return tiers;
    }

    /** Puts behind the comparison so far that of one more key: 1 where it is better, -1 where it is worse. */
    private static void compare(double[] key, int from, int to, double boundary, long[] order) {
        for (int i = from; i < to; i++) {
            double above = key[i] - boundary;
            double below = boundary - key[i];
            // Neither has the sign bit where the two are equal, but for zeros of different signs, which are then added
            // 0.
            order[i - from] = 2 * order[i - from] + isNegative(below + 0.0) - isNegative(above + 0.0);
        }
    }

    /** The sum of all comparisons has the sign of the first that is not equal. */
    private static void addMissed(long[] order, int ifEqual, int from, int to, int[] tiers) {
        for (int i = from; i < to; i++) {
            tiers[i] += (int) ((2 * order[i - from] + ifEqual) >>> (Long.SIZE - 1));
        }
    }

    private static void labelUnknown(double[] key, int from, int to, int[] tiers) {
        for (int i = from; i < to; i++) {
            if (Double.isNaN(key[i])) {
                tiers[i] = UNKNOWN;
            }
        }
    }

    private static long isNegative(double difference) {
        return Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1);
    }
}
