package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * A few intervals that do not meet, that of the largest values first, and the frequent values within each.
 *
 * <p>Their ends are for comparisons of one of two kinds: by leading bits, when the intervals are rounded outwards to all
 * values of the same leading bits, or in full.
 */
final class ValueIntervals {
    /** As many are compared without an inner loop. */
    static final int MOST = 3;

    /** So many values of each interval are counted and not kept: massive ties may lie on both sides of a cut. */
    static final int FREQUENT = 2;

    /** So many leading bits of a key are left that differences of them fit an int. */
    private static final int PREFIX_SHIFT = 33;

    static final int LOWEST_PREFIX = -1 << 30;
    private static final int HIGHEST_PREFIX = (1 << 30) - 1;

    final double[] tops = new double[MOST];
    final double[] bottoms = new double[MOST];
    final int[] topPrefixes = new int[MOST];
    final int[] bottomPrefixes = new int[MOST];
    /** Of each interval so many; NaN, which equals nothing, where there are fewer. */
    final double[] frequent = new double[MOST * FREQUENT];

    private final boolean byPrefix;
    private int size;

    ValueIntervals(boolean byPrefix) {
        this.byPrefix = byPrefix;
        // An interval that is not set holds nothing: its top is below its bottom.
        Arrays.fill(tops, -Double.MAX_VALUE);
        Arrays.fill(bottoms, Double.MAX_VALUE);
        Arrays.fill(topPrefixes, LOWEST_PREFIX);
        Arrays.fill(bottomPrefixes, HIGHEST_PREFIX);
        Arrays.fill(frequent, Double.NaN);
    }

    /** Adds the next lower one, both ends in it. In full they are compared as finite: infinite values are outside. */
    void add(double top, double bottom, double... frequentValues) {
        System.arraycopy(frequentValues, 0, frequent, size * FREQUENT, frequentValues.length);
        if (byPrefix) {
            topPrefixes[size] = prefix(top);
            bottomPrefixes[size] = prefix(bottom);
            long highest = ((long) topPrefixes[size] << PREFIX_SHIFT) | ((1L << PREFIX_SHIFT) - 1);
            long lowest = (long) bottomPrefixes[size] << PREFIX_SHIFT;
            tops[size] = OrderedKeys.fromAscending(Math.min(highest, OrderedKeys.ascending(Double.POSITIVE_INFINITY)));
            bottoms[size] =
                    OrderedKeys.fromAscending(Math.max(lowest, OrderedKeys.ascending(Double.NEGATIVE_INFINITY)));
        } else {
            // Zeros of that sign for which a difference of zeros has no sign bit.
            tops[size] = finite(top) + 0.0;
            bottoms[size] = bottom == 0.0 ? -0.0 : finite(bottom);
        }
        size++;
    }

    private static int prefix(double value) {
        return (int) (OrderedKeys.ascending(value) >> PREFIX_SHIFT);
    }

    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }

    int size() {
        return size;
    }

    boolean isByPrefix() {
        return byPrefix;
    }

    /**
     * Rounded outwards, or made finite, two intervals may meet; a value in both would be taken for one in neither. Nor may
     * keys of two differ in the lowest bit only: see {@link Candidates}.
     */
    boolean areApart() {
        for (int k = 1; k < size; k++) {
            if (OrderedKeys.descending(bottoms[k - 1]) >> 1 >= OrderedKeys.descending(tops[k]) >> 1) {
                return false;
            }
        }
        return true;
    }

    /** The range of the keys of an interval. */
    RangeCounts keys(int k) {
        return new RangeCounts(OrderedKeys.descending(tops[k]), OrderedKeys.descending(bottoms[k]));
    }

    /** The frequent values as keys. */
    long[] frequentKeys() {
        return Arrays.stream(frequent).mapToLong(OrderedKeys::descending).toArray();
    }

    /** Whether a value is within one of them and not frequent. */
    boolean keeps(double value) {
        for (int k = 0; k < size; k++) {
            if (value <= tops[k] && value >= bottoms[k]) {
                return value != frequent[k * FREQUENT] && value != frequent[k * FREQUENT + 1];
            }
        }
        return false;
    }
}
