package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Ranks keys that fit in the cache.
 *
 * <p>Each key becomes one long: its distance from the smallest key, then its index. Two counting
 * passes over the leading bits of the distance and an insertion sort put the longs in order; runs of
 * equal distance are ties, already in input order. When distance and index need more than 63 bits
 * the lowest bits of the distance are left out and looked at only where they decide.
 */
final class BucketRanker {
    /** The largest bucket that is sorted without counting passes. */
    static final int INSERTION_ONLY = 40;

    /** Moves of the insertion sort per element after which a comparison sort takes over. */
    private static final int MOVES_PER_ELEMENT = 8;

    private BucketRanker() {}

    /**
     * Writes the rank of each of {@code keys[from..to)} among them.
     *
     * @param at where the ranks begin in the result
     * @return the number of distinct keys
     */
    static int rank(long[] keys, int from, int to, TieMethod ties, double[] result, int at, Workspace workspace) {
        if (from == to) {
            return 0;
        }
        long min = keys[from];
        long max = min;
        for (int i = from; i < to; i++) {
            min = Math.min(min, keys[i]);
            max = Math.max(max, keys[i]);
        }
        if (min == max) {
            rankTies(to - from, ties, result, at);
            return 1;
        }
        int size = to - from;
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
        int distanceBits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int droppedBits = Math.max(0, distanceBits + indexBits - (Long.SIZE - 1));
        workspace.reserve(size);
        sort(keys, from, size, min, distanceBits - droppedBits, droppedBits, indexBits, workspace);
        return rankRuns(keys, from, 0, size, 0, min, droppedBits, indexBits, ties, workspace.packed, result, at);
    }

    private static void rankTies(int size, TieMethod ties, double[] result, int at) {
        double rank = ties.rank(0, size, 1);
        for (int i = 0; i < size; i++) {
            result[at + i] = rank;
            rank += ties.stepWithinTies();
        }
    }

    private static void sort(
            long[] keys,
            int from,
            int size,
            long min,
            int keptBits,
            int droppedBits,
            int indexBits,
            Workspace workspace) {
        long[] sorted = workspace.packed;
        if (size <= INSERTION_ONLY) {
            for (int i = 0; i < size; i++) {
                sorted[i] = ((keys[from + i] - min) >>> droppedBits) << indexBits | i;
            }
        } else {
            sortByDigits(keys, from, size, min, keptBits, droppedBits, indexBits, workspace);
        }
        finishByInsertion(sorted, size);
    }

    /** Sorts by the leading bits of the distance: the lower digit first, stably. */
    private static void sortByDigits(
            long[] keys,
            int from,
            int size,
            long min,
            int keptBits,
            int droppedBits,
            int indexBits,
            Workspace workspace) {
        int digitBits = digitBits(size);
        int mask = (1 << digitBits) - 1;
        int lowShift = indexBits + Math.max(0, keptBits - 2 * digitBits);
        int highShift = lowShift + digitBits;
        int[] low = workspace.lowCounts;
        int[] high = workspace.highCounts;
        Arrays.fill(low, 0, mask + 1, 0);
        Arrays.fill(high, 0, mask + 1, 0);
        for (int i = from; i < from + size; i++) {
            long distance = ((keys[i] - min) >>> droppedBits) << indexBits;
            low[(int) (distance >>> lowShift) & mask]++;
            high[(int) (distance >>> highShift)]++;
        }
        countsToStarts(low, mask + 1);
        countsToStarts(high, mask + 1);
        long[] spare = workspace.spare;
        for (int i = 0; i < size; i++) {
            long packed = ((keys[from + i] - min) >>> droppedBits) << indexBits | i;
            spare[low[(int) (packed >>> lowShift) & mask]++] = packed;
        }
        long[] sorted = workspace.packed;
        for (int i = 0; i < size; i++) {
            long packed = spare[i];
            sorted[high[(int) (packed >>> highShift)]++] = packed;
        }
    }

    /** Two digits cover six to seven bits more than tell the elements apart were they spread evenly. */
    private static int digitBits(int size) {
        int sizeBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        return Math.min(Workspace.MAX_DIGIT_BITS, (sizeBits + 7) / 2);
    }

    private static void countsToStarts(int[] counts, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            int count = counts[i];
            counts[i] = start;
            start += count;
        }
    }

    private static void finishByInsertion(long[] sorted, int size) {
        long movesLeft = (long) MOVES_PER_ELEMENT * size;
        for (int i = 1; i < size; i++) {
            long packed = sorted[i];
            int j = i;
            while (j > 0 && sorted[j - 1] > packed) {
                sorted[j] = sorted[j - 1];
                j--;
            }
            sorted[j] = packed;
            movesLeft -= i - j;
            if (movesLeft < 0) {
                // The keys crowd together within the leading bits.
                Arrays.sort(sorted, 0, size);
                return;
            }
        }
    }

    /**
     * Ranks the sorted longs from {@code start} to {@code end}, with {@code groups} distinct keys
     * before them.
     *
     * @return the number of distinct keys before and among them
     */
    private static int rankRuns(
            long[] keys,
            int from,
            int start,
            int end,
            int groups,
            long min,
            int droppedBits,
            int indexBits,
            TieMethod ties,
            long[] sorted,
            double[] result,
            int at) {
        int indexMask = (1 << indexBits) - 1;
        int group = groups;
        int i = start;
        while (i < end) {
            // Keys without equals rank one after the other, whatever the method. Most are such: no more
            // is done for them than must be.
            double rank = ties.rank(i, i + 1, group + 1);
            int toGroup = group - i;
            while (i + 1 < end && (sorted[i] ^ sorted[i + 1]) >>> indexBits != 0) {
                result[at + ((int) sorted[i] & indexMask)] = rank;
                rank += 1.0;
                i++;
            }
            group = i + toGroup;
            int runEnd = runEnd(sorted, i, end, indexBits);
            if (droppedBits > 0 && runEnd - i > 1 && !tied(keys, from, sorted, i, runEnd, indexMask)) {
                sortByDroppedBits(keys, from, sorted, i, runEnd, min, droppedBits, indexBits);
                group = rankRuns(keys, from, i, runEnd, group, min, 0, indexBits, ties, sorted, result, at);
            } else {
                group++;
                rankRun(i, runEnd, group, indexMask, ties, sorted, result, at);
            }
            i = runEnd;
        }
        return group;
    }

    private static int runEnd(long[] sorted, int start, int end, int indexBits) {
        long distance = sorted[start] >>> indexBits;
        int runEnd = start + 1;
        while (runEnd < end && sorted[runEnd] >>> indexBits == distance) {
            runEnd++;
        }
        return runEnd;
    }

    private static void rankRun(
            int start, int end, int group, int indexMask, TieMethod ties, long[] sorted, double[] result, int at) {
        double step = ties.stepWithinTies();
        double rank = ties.rank(start, end, group);
        for (int i = start; i < end; i++) {
            result[at + ((int) sorted[i] & indexMask)] = rank;
            rank += step;
        }
    }

    /** Whether the keys of a run are equal in full. */
    private static boolean tied(long[] keys, int from, long[] sorted, int start, int end, int indexMask) {
        long first = keys[from + ((int) sorted[start] & indexMask)];
        for (int i = start + 1; i < end; i++) {
            if (keys[from + ((int) sorted[i] & indexMask)] != first) {
                return false;
            }
        }
        return true;
    }

    /** Sorts a run that is equal in the bits kept by the bits dropped, and keeps these instead. */
    private static void sortByDroppedBits(
            long[] keys, int from, long[] sorted, int start, int end, long min, int droppedBits, int indexBits) {
        int indexMask = (1 << indexBits) - 1;
        long droppedMask = (1L << droppedBits) - 1;
        for (int i = start; i < end; i++) {
            int index = (int) sorted[i] & indexMask;
            sorted[i] = ((keys[from + index] - min) & droppedMask) << indexBits | index;
        }
        Arrays.sort(sorted, start, end);
    }
}
