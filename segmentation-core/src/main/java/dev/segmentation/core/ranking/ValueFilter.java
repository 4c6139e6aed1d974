package dev.segmentation.core.ranking;

/**
 * Counts the values above some intervals, and finds those within one.
 *
 * <p>It compares in one of two ways. By leading bits it is fast, as the compiler makes vector operations of ints. In full it
 * takes twice as long, and serves values that lie very close together.
 */
final class ValueFilter {
    /** The sum of as many ones must fit the bits of {@link #COUNT_BITS}. */
    static final int BLOCK = 960;

    private static final int COUNT_BITS = 10;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

    /** How many values lie in one line of the cache. */
    private static final int CACHE_LINE = 8;

    /** The upper half of infinity: only that of a NaN is above it, the sign aside. */
    private static final int INFINITE_HALF =
            (int) (Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) >>> Integer.SIZE);

    private final ValueIntervals intervals;
    private final Candidates found;
    private final long[] above = new long[ValueIntervals.MOST];
    /** For the leading bits of a block. */
    private final int[] prefixes = new int[BLOCK];

    private ValueFilter(ValueIntervals intervals, Candidates found) {
        this.intervals = intervals;
        this.found = found;
    }

    /**
     * Adds the candidates among some values, and NaN, to those found.
     *
     * @return how many values are above each interval, or nothing if there was no room for the candidates
     */
    static long[] pass(double[] values, int from, int to, ValueIntervals intervals, Candidates found) {
        ValueFilter filter = new ValueFilter(intervals, found);
        for (int start = from; start < to; start += BLOCK) {
            filter.passBlock(values, start, Math.min(to - start, BLOCK) + start);
            if (found.size >= Candidates.BATCH && !found.dealOut()) {
                return new long[0];
            }
        }
        return found.dealOut() ? filter.above : new long[0];
    }

    private void passBlock(double[] values, int from, int to) {
        fetch(values, from, to);
        if (intervals.isByPrefix()) {
            passByPrefix(values, from, to);
        } else {
            passInFull(values, from, to);
        }
    }

    /**
     * Reads one value of each line of the cache, so that the lines of a block come from memory at once: the passes are too
     * busy to ask for them early. What it writes is overwritten.
     */
    private void fetch(double[] values, int from, int to) {
        double[] target = found.fresh;
        int offset = found.size - from;
        for (int i = from; i < to; i += CACHE_LINE) {
            target[i + offset] = values[i];
        }
    }

    // Three loops: only one over ints alone is made into vector operations.

    private void passByPrefix(double[] values, int from, int to) {
        int[] block = prefixes;
        for (int i = from; i < to; i++) {
            // Not -0.0, nor a NaN whose leading bits are those of infinity.
            block[i - from] = (int) (Double.doubleToRawLongBits(values[i] + 0.0) >>> Integer.SIZE);
        }
        classify(block, to - from, intervals.topPrefixes, intervals.bottomPrefixes);
        double[] target = found.fresh;
        int counts = 0;
        int next = found.size;
        for (int i = from; i < to; i++) {
            int place = block[i - from];
            counts += place;
            target[next] = values[i];
            next += place >>> (Integer.SIZE - 1);
        }
        found.size = next;
        above[0] += counts & COUNT_MASK;
        above[1] += (counts >>> COUNT_BITS) & COUNT_MASK;
        above[2] += (counts >>> (2 * COUNT_BITS)) & COUNT_MASK;
    }

    /**
     * Replaces the upper halves of values by a one at the place of each interval they are above, and
     * the highest bit set if they are within one or NaN. That bit may overflow when they are added up.
     */
    private static void classify(int[] block, int length, int[] tops, int[] bottoms) {
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
            prefix = (prefix & ~isNaN) | (ValueIntervals.LOWEST_PREFIX & isNaN);
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
                    + ((~outside << (Integer.SIZE - 1)) | (isNaN & Integer.MIN_VALUE));
        }
    }

    /** Every value is written, but only one within an interval, or NaN, is not overwritten by the next. */
    private void passInFull(double[] values, int from, int to) {
        double[] target = found.fresh;
        int next = found.size;
        double top0 = intervals.tops[0];
        double top1 = intervals.tops[1];
        double top2 = intervals.tops[2];
        double bottom0 = intervals.bottoms[0];
        double bottom1 = intervals.bottoms[1];
        double bottom2 = intervals.bottoms[2];
        long above0 = 0;
        long above1 = 0;
        long above2 = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            target[next] = value;
            if (Double.isNaN(value)) {
                next++;
                continue;
            }
            long isAbove0 = isNegative(top0 - value);
            long isAbove1 = isNegative(top1 - value);
            long isAbove2 = isNegative(top2 - value);
            above0 += isAbove0;
            above1 += isAbove1;
            above2 += isAbove2;
            long outside = (isAbove0 | isNegative(value - bottom0))
                    + (isAbove1 | isNegative(value - bottom1))
                    + (isAbove2 | isNegative(value - bottom2));
            next += ValueIntervals.MOST - (int) outside;
        }
        above[0] += above0;
        above[1] += above1;
        above[2] += above2;
        found.size = next;
    }

    /**
     * The sign bit, without a branch. A difference is zero only for equal numbers, its sign is right even when it
     * overflows, and it is NaN for no number, as the ends are finite.
     */
    private static long isNegative(double difference) {
        return Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1);
    }
}
