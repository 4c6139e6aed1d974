package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Counts the values above some intervals, and copies those within one unless they are its frequent value.
 *
 * <p>It compares in one of two ways. By leading bits it is fast, as the compiler makes vector operations of ints, and the
 * intervals are rounded outwards to all values of the same leading bits. In full it takes twice as long, and serves
 * values that lie very close together.
 */
final class ValueFilter {
    /** As many are compared without an inner loop. */
    static final int INTERVALS = 3;

    /** The sum of as many ones must fit the bits of {@link #COUNT_BITS}. */
    private static final int BLOCK = 512;

    private static final int COUNT_BITS = 10;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

    /** So many leading bits of a key are left that differences of them fit an int. */
    private static final int PREFIX_SHIFT = 33;

    private static final int HIGHEST_PREFIX = (1 << 30) - 1;
    private static final int LOWEST_PREFIX = -1 << 30;

    /** The upper half of infinity: only that of a NaN is above it, the sign aside. */
    private static final int INFINITE_HALF =
            (int) (Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) >>> Integer.SIZE);

    final double[] tops = new double[INTERVALS];
    final double[] bottoms = new double[INTERVALS];
    private final int[] topPrefixes = new int[INTERVALS];
    private final int[] bottomPrefixes = new int[INTERVALS];
    final double[] frequent = new double[INTERVALS];
    final long[] above = new long[INTERVALS];
    final long[] frequentCounts = new long[INTERVALS];
    private final double[] kept;

    /** The mark of a value to be kept, or none: whether NaN are kept until they are counted. */
    private final int unknownMark;

    private long unknown;
    /** For the values of a block, or empty if they are compared in full. */
    private final int[] prefixes;

    private int size;
    private boolean isFull;

    /**
     * @param room how many values it can keep, a little more in fact
     * @param byPrefix whether to compare leading bits
     * @param countsUnknown whether to count NaN, which costs room where there are many
     */
    ValueFilter(int room, boolean byPrefix, boolean countsUnknown) {
        unknownMark = countsUnknown ? Integer.MIN_VALUE : 0;
        kept = new double[room + 2 * BLOCK];
        prefixes = byPrefix ? new int[BLOCK] : new int[0];
        // An interval that is not set holds nothing: its top is below its bottom.
        Arrays.fill(tops, -Double.MAX_VALUE);
        Arrays.fill(bottoms, Double.MAX_VALUE);
        Arrays.fill(topPrefixes, LOWEST_PREFIX);
        Arrays.fill(bottomPrefixes, HIGHEST_PREFIX);
        Arrays.fill(frequent, Double.NaN);
    }

    /** Both ends are in the interval. In full they are compared as finite, and so infinite values are outside. */
    void setInterval(int k, double top, double bottom, double frequentValue) {
        frequent[k] = frequentValue;
        if (prefixes.length > 0) {
            topPrefixes[k] = prefix(top);
            bottomPrefixes[k] = prefix(bottom);
            long highest = ((long) topPrefixes[k] << PREFIX_SHIFT) | ((1L << PREFIX_SHIFT) - 1);
            long lowest = (long) bottomPrefixes[k] << PREFIX_SHIFT;
            tops[k] = OrderedKeys.fromAscending(Math.min(highest, OrderedKeys.ascending(Double.POSITIVE_INFINITY)));
            bottoms[k] = OrderedKeys.fromAscending(Math.max(lowest, OrderedKeys.ascending(Double.NEGATIVE_INFINITY)));
        } else {
            // Zeros of that sign for which a difference of zeros has no sign bit: see isNegative.
            tops[k] = finite(top) + 0.0;
            bottoms[k] = bottom == 0.0 ? -0.0 : finite(bottom);
        }
    }

    private static int prefix(double value) {
        return (int) (OrderedKeys.ascending(value) >> PREFIX_SHIFT);
    }

    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, Double.isNaN(value) ? -Double.MAX_VALUE : value));
    }

    void pass(double[] values, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            if (size > kept.length - BLOCK) {
                dropFrequent();
                isFull = size > kept.length - kept.length / 8;
                if (isFull) {
                    return;
                }
            }
            int end = Math.min(to - start, BLOCK) + start;
            if (prefixes.length > 0) {
                passByPrefix(values, start, end);
            } else {
                passInFull(values, start, end);
            }
        }
        dropFrequent();
    }

    // Three loops: only one over ints alone is made into vector operations.

    private void passByPrefix(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            // Not -0.0, nor a NaN whose leading bits are those of infinity.
            prefixes[i - from] = (int) (Double.doubleToRawLongBits(values[i] + 0.0) >>> Integer.SIZE);
        }
        classify(prefixes, to - from, topPrefixes, bottomPrefixes, unknownMark);
        int counts = 0;
        int next = size;
        for (int i = from; i < to; i++) {
            int found = prefixes[i - from];
            counts += found;
            kept[next] = values[i];
            next += found >>> (Integer.SIZE - 1);
        }
        size = next;
        above[0] += counts & COUNT_MASK;
        above[1] += (counts >>> COUNT_BITS) & COUNT_MASK;
        above[2] += (counts >>> (2 * COUNT_BITS)) & COUNT_MASK;
    }

    /**
     * Replaces the upper halves of values by a one at the place of each interval they are above, and
     * the highest bit set if they are within one. That bit may overflow when they are added up.
     */
    private static void classify(int[] block, int length, int[] tops, int[] bottoms, int unknownMark) {
        int top0 = tops[0];
        int top1 = tops[1];
        int top2 = tops[2];
        int bottom0 = bottoms[0];
        int bottom1 = bottoms[1];
        int bottom2 = bottoms[2];
        for (int i = 0; i < length; i++) {
            int half = block[i];
            int prefix = (half ^ ((half >> (Integer.SIZE - 1)) >>> 1)) >> 1;
            // A NaN of either sign is behind all others.
            int isNaN = (INFINITE_HALF - (half & Integer.MAX_VALUE)) >> (Integer.SIZE - 1);
            prefix = (prefix & ~isNaN) | (LOWEST_PREFIX & isNaN);
            int above0 = top0 - prefix;
            int above1 = top1 - prefix;
            int above2 = top2 - prefix;
            int outside = ((above0 | (prefix - bottom0)) >>> (Integer.SIZE - 1))
                    + ((above1 | (prefix - bottom1)) >>> (Integer.SIZE - 1))
                    + ((above2 | (prefix - bottom2)) >>> (Integer.SIZE - 1));
            // Outside is 3, or 2 for a value within an interval: its lowest bit tells.
            block[i] = (above0 >>> (Integer.SIZE - 1))
                    + ((above1 >>> (Integer.SIZE - 1)) << COUNT_BITS)
                    + ((above2 >>> (Integer.SIZE - 1)) << (2 * COUNT_BITS))
                    + ((~outside << (Integer.SIZE - 1)) | (isNaN & unknownMark));
        }
    }

    /** Every value is written, but only one within an interval is not overwritten by the next. */
    private void passInFull(double[] values, int from, int to) {
        double[] target = kept;
        int next = size;
        double top0 = tops[0];
        double top1 = tops[1];
        double top2 = tops[2];
        double bottom0 = bottoms[0];
        double bottom1 = bottoms[1];
        double bottom2 = bottoms[2];
        long above0 = 0;
        long above1 = 0;
        long above2 = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                unknown++;
                continue;
            }
            target[next] = value;
            long isAbove0 = isNegative(top0 - value);
            long isAbove1 = isNegative(top1 - value);
            long isAbove2 = isNegative(top2 - value);
            above0 += isAbove0;
            above1 += isAbove1;
            above2 += isAbove2;
            long outside = (isAbove0 | isNegative(value - bottom0))
                    + (isAbove1 | isNegative(value - bottom1))
                    + (isAbove2 | isNegative(value - bottom2));
            next += INTERVALS - (int) outside;
        }
        above[0] += above0;
        above[1] += above1;
        above[2] += above2;
        size = next;
    }

    /**
     * The sign bit, without a branch. A difference is zero only for equal numbers, its sign is right even when it
     * overflows, and it is NaN for no number, as the ends are finite.
     */
    private static long isNegative(double difference) {
        return Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1);
    }

    /** Takes the frequent values and the NaN out of those kept, and counts them: all in one pass. */
    private void dropFrequent() {
        double frequent0 = frequent[0];
        double frequent1 = frequent[1];
        double frequent2 = frequent[2];
        int count0 = 0;
        int count1 = 0;
        int count2 = 0;
        int countUnknown = 0;
        int left = 0;
        for (int i = 0; i < size; i++) {
            double value = kept[i];
            int is0 = value == frequent0 ? 1 : 0;
            int is1 = value == frequent1 ? 1 : 0;
            int is2 = value == frequent2 ? 1 : 0;
            int isUnknown = Double.isNaN(value) ? 1 : 0;
            count0 += is0;
            count1 += is1;
            count2 += is2;
            countUnknown += isUnknown;
            kept[left] = value;
            left += 1 - (is0 + is1 + is2 + isUnknown);
        }
        frequentCounts[0] += count0;
        frequentCounts[1] += count1;
        frequentCounts[2] += count2;
        unknown += countUnknown;
        size = left;
    }

    /** How many NaN there were, if they were to be counted. */
    long unknown() {
        return unknown;
    }

    /** Whether it had to give up, too many values being within the intervals. */
    boolean isFull() {
        return isFull;
    }

    int size() {
        return size;
    }

    /** Copies the values kept and returns the place behind them. */
    int copyTo(double[] target, int at) {
        System.arraycopy(kept, 0, target, at, size);
        return at + size;
    }

    /** Adds what another filter of the same intervals has counted. */
    void addCounts(ValueFilter other) {
        for (int k = 0; k < INTERVALS; k++) {
            above[k] += other.above[k];
            frequentCounts[k] += other.frequentCounts[k];
        }
    }
}
