package dev.segmentation.core.ranking;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one thread finds within some intervals: the frequent values are counted, and of the others the keys are kept, those of
 * each interval together, and counted in cells.
 */
final class Candidates {
    /** Lists grow by so many keys, or fewer if only few are expected. */
    private static final int LONGEST_CHUNK = 1 << 14;

    /** So many values are dealt out at once, or a few more. */
    static final int BATCH = 1 << 9;

    private static final int LARGEST_BATCH = BATCH + ValueFilter.BLOCK;

    /** The values found and not yet dealt out; there is place for a block behind them. */
    final double[] fresh = new double[LARGEST_BATCH];

    int size;

    private final KeyList[] kept;
    private final RangeCounts[] counts;
    /** Half of the first key of the second interval and of the third, if there are these. */
    private final long secondStart;

    private final long thirdStart;
    private final long[] frequentKeys;
    private final int[] frequentCounts;
    private int unknown;

    /**
     * Makes one with nothing found.
     *
     * @param roomLeft how many keys may be kept beyond a few, on all threads together
     * @param values among how many values they are looked for
     */
    Candidates(ValueIntervals intervals, AtomicInteger roomLeft, int values) {
        int chunk = Math.min(LARGEST_BATCH + values / 512, LONGEST_CHUNK);
        kept = new KeyList[intervals.size()];
        Arrays.setAll(kept, k -> new KeyList(roomLeft, chunk));
        counts = new RangeCounts[intervals.size()];
        Arrays.setAll(counts, intervals::keys);
        secondStart = intervals.size() > 1 ? counts[1].low() >> 1 : Long.MAX_VALUE >> 1;
        thirdStart = intervals.size() > 2 ? counts[2].low() >> 1 : Long.MAX_VALUE >> 1;
        frequentKeys = intervals.frequentKeys();
        frequentCounts = new int[frequentKeys.length];
    }

    /** Deals out the fresh values: NaN and frequent ones are counted only. Returns false if there is no room left. */
    boolean dealOut() {
        for (KeyList keys : kept) {
            if (!keys.reserve(size)) {
                return false;
            }
        }
        for (int i = 0; i < size; i++) {
            double value = fresh[i];
            if (Double.isNaN(value)) {
                unknown++;
                continue;
            }
            long key = ~OrderedKeys.ascendingNumber(value);
            int k = intervalOf(key);
            int frequent = k * ValueIntervals.FREQUENT;
            if (key == frequentKeys[frequent]) {
                frequentCounts[frequent]++;
            } else if (key == frequentKeys[frequent + 1]) {
                frequentCounts[frequent + 1]++;
            } else {
                kept[k].add(key);
                counts[k].add(key, 1);
            }
        }
        size = 0;
        return true;
    }

    /** Finds it without a branch, which would be mispredicted often. Halves are compared, lest the difference overflow. */
    private int intervalOf(long key) {
        long half = key >> 1;
        return 2 - (int) ((half - secondStart) >>> (Long.SIZE - 1)) - (int) ((half - thirdStart) >>> (Long.SIZE - 1));
    }

    int unknown() {
        return unknown;
    }

    /** How many values were equal to each frequent one. */
    int[] frequentCounts() {
        return frequentCounts;
    }

    /** The keys kept of an interval. */
    KeyList kept(int k) {
        return kept[k];
    }

    /** The same keys, counted. */
    RangeCounts counts(int k) {
        return counts[k];
    }
}
