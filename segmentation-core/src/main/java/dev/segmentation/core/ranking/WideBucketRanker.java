package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Ranks a bucket too large for the cache, in place, by sorting and binary search.
 *
 * <p>Such a bucket holds one heavy value, alone or with some others, or keys that crowd far more
 * closely than the sample let expect. The most frequent key is therefore not sorted but counted.
 */
final class WideBucketRanker {
    private static final int PROBES = 63;

    private WideBucketRanker() {}

    /**
     * Replaces each of {@code keys[from..to)} by the bits of its rank among them.
     *
     * @return the number of distinct keys
     */
    static int rankInPlace(long[] keys, int from, int to, TieMethod ties) {
        long frequent = mostFrequentProbe(keys, from, to);
        int count = 0;
        for (int i = from; i < to; i++) {
            count += keys[i] == frequent ? 1 : 0;
        }
        long[] distinct = othersAndOne(keys, from, to, frequent, to - from - count);
        int[] starts = new int[distinct.length + 1];
        int groups = compress(distinct, starts, frequent, count);
        writeRanks(keys, from, to, ties, distinct, starts, groups, frequent);
        return groups;
    }

    private static long mostFrequentProbe(long[] keys, int from, int to) {
        long[] probes = new long[PROBES];
        int stride = (to - from) / PROBES;
        for (int i = 0; i < PROBES; i++) {
            probes[i] = keys[from + i * stride];
        }
        Arrays.sort(probes);
        long best = probes[0];
        int bestLength = 0;
        int runStart = 0;
        for (int i = 0; i < PROBES; i++) {
            if (probes[i] != probes[runStart]) {
                runStart = i;
            }
            if (i - runStart >= bestLength) {
                bestLength = i - runStart + 1;
                best = probes[i];
            }
        }
        return best;
    }

    /** The keys other than the frequent one, and that one once, sorted. */
    private static long[] othersAndOne(long[] keys, int from, int to, long frequent, int others) {
        long[] result = new long[others + 1];
        int next = 0;
        for (int i = from; i < to; i++) {
            if (keys[i] != frequent) {
                result[next++] = keys[i];
            }
        }
        result[next] = frequent;
        Arrays.sort(result);
        return result;
    }

    /** Leaves each key once, in order, and writes where its run starts among all the elements. */
    private static int compress(long[] sorted, int[] starts, long frequent, int frequentCount) {
        int groups = 0;
        int position = 0;
        for (long key : sorted) {
            if (groups == 0 || key != sorted[groups - 1]) {
                sorted[groups] = key;
                starts[groups] = position;
                groups++;
            }
            position += key == frequent ? frequentCount : 1;
        }
        starts[groups] = position;
        return groups;
    }

    private static void writeRanks(
            long[] keys, int from, int to, TieMethod ties, long[] distinct, int[] starts, int groups, long frequent) {
        int frequentGroup = Arrays.binarySearch(distinct, 0, groups, frequent);
        int step = (int) ties.stepWithinTies();
        for (int i = from; i < to; i++) {
            int group = keys[i] == frequent ? frequentGroup : Arrays.binarySearch(distinct, 0, groups, keys[i]);
            double rank = ties.rank(starts[group], starts[group + 1], group + 1);
            keys[i] = Double.doubleToRawLongBits(rank);
            // A method with a step looks at the start alone, so the next of the run comes that much later.
            starts[group] += step;
        }
    }
}
