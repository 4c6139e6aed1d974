package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Ranks keys that fit in the cache.
 *
 * <p>Each key becomes one long: its distance from the smallest key, then its index. These are sorted;
 * runs of equal distance are ties, already in input order. When distance and index need more than 63
 * bits the lowest bits of the distance are left out and looked at only where they decide.
 */
final class BucketRanker {
    /** When runs of ties come more often than once in so many elements, branches on them do not pay. */
    private static final int ELEMENTS_PER_RUN = 8;

    /** So many runs may come sooner. */
    private static final int FIRST_RUNS = 16;

    private BucketRanker() {}

    /**
     * Replaces each of {@code keys[from..to)} by the bits of its rank among them.
     *
     * @return the number of distinct keys
     */
    static int rankInPlace(long[] keys, int from, int to, TieMethod ties, Workspace workspace) {
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
            rankTies(keys, from, to, ties);
            return 1;
        }
        int size = to - from;
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
        int distanceBits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int droppedBits = Math.max(0, distanceBits + indexBits - (Long.SIZE - 1));
        workspace.reserve(size);
        BucketSorter.sort(keys, from, size, min, distanceBits, droppedBits, indexBits, workspace);
        return rankRuns(keys, from, 0, size, 0, min, droppedBits, indexBits, ties, workspace);
    }

    private static void rankTies(long[] keys, int from, int to, TieMethod ties) {
        double rank = ties.rank(0, to - from, 1);
        for (int i = from; i < to; i++) {
            keys[i] = Double.doubleToRawLongBits(rank);
            rank += ties.stepWithinTies();
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
            Workspace workspace) {
        long[] sorted = workspace.packed;
        int indexMask = (1 << indexBits) - 1;
        int group = groups;
        int runs = 0;
        boolean onlyByRuns = false;
        int i = start;
        while (i < end) {
            if (!onlyByRuns && runs > FIRST_RUNS + (i - start) / ELEMENTS_PER_RUN) {
                if (droppedBits == 0 || keptBitsDecide(keys, from, sorted, i, end, indexBits)) {
                    return rankGroups(keys, from, i, end, group, indexBits, ties, workspace);
                }
                onlyByRuns = true;
            }
            runs++;
            // Keys without equals rank one after the other, whatever the method. Most are such: no more
            // is done for them than must be.
            double rank = ties.rank(i, i + 1, group + 1);
            int toGroup = group - i;
            while (i + 1 < end && (sorted[i] ^ sorted[i + 1]) >>> indexBits != 0) {
                keys[from + ((int) sorted[i] & indexMask)] = Double.doubleToRawLongBits(rank);
                rank += 1.0;
                i++;
            }
            group = i + toGroup;
            int runEnd = runEnd(sorted, i, end, indexBits);
            if (droppedBits > 0 && runEnd - i > 1 && !tied(keys, from, sorted, i, runEnd, indexMask)) {
                sortByDroppedBits(keys, from, sorted, i, runEnd, min, droppedBits, indexBits);
                group = rankRuns(keys, from, i, runEnd, group, min, 0, indexBits, ties, workspace);
            } else {
                group++;
                rankRun(keys, from, i, runEnd, group, indexMask, ties, sorted);
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
            long[] keys, int from, int start, int end, int group, int indexMask, TieMethod ties, long[] sorted) {
        double step = ties.stepWithinTies();
        double rank = ties.rank(start, end, group);
        for (int i = start; i < end; i++) {
            keys[from + ((int) sorted[i] & indexMask)] = Double.doubleToRawLongBits(rank);
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

    /** Whether keys that are equal in the bits kept are equal in full, found without a branch on that. */
    private static boolean keptBitsDecide(long[] keys, int from, long[] sorted, int start, int end, int indexBits) {
        int indexMask = (1 << indexBits) - 1;
        long differences = 0;
        long previous = sorted[start];
        long previousKey = keys[from + ((int) previous & indexMask)];
        for (int i = start; i < end; i++) {
            long packed = sorted[i];
            long key = keys[from + ((int) packed & indexMask)];
            long allOnesIfEqual = (((packed ^ previous) >>> indexBits) - 1) >> (Long.SIZE - 1);
            differences |= (key ^ previousKey) & allOnesIfEqual;
            previous = packed;
            previousKey = key;
        }
        return differences == 0;
    }

    /**
     * The same as {@link #rankRuns}, where many are tied: in two passes without a branch on that, for a processor would
     * guess it wrong all the time. Equal distances must be equal keys.
     */
    private static int rankGroups(
            long[] keys, int from, int start, int end, int groups, int indexBits, TieMethod ties, Workspace workspace) {
        long[] sorted = workspace.packed;
        long[] groupEnds = workspace.spare;
        int group = 0;
        long previous = sorted[start];
        for (int i = start; i < end; i++) {
            groupEnds[group] = i;
            group += oneIfApart(previous, sorted[i], indexBits);
            previous = sorted[i];
        }
        groupEnds[group] = end;
        int found = group + 1;
        long[] groupRanks = groupEnds;
        int groupStart = start;
        for (int g = 0; g < found; g++) {
            int groupEnd = (int) groupEnds[g];
            groupRanks[g] = Double.doubleToRawLongBits(ties.rank(groupStart, groupEnd, groups + g + 1));
            groupStart = groupEnd;
        }
        double step = ties.stepWithinTies();
        int indexMask = (1 << indexBits) - 1;
        group = 0;
        previous = sorted[start];
        for (int i = start; i < end; i++) {
            long packed = sorted[i];
            group += oneIfApart(previous, packed, indexBits);
            previous = packed;
            long rank = groupRanks[group];
            keys[from + ((int) packed & indexMask)] = rank;
            if (step != 0.0) {
                groupRanks[group] = Double.doubleToRawLongBits(Double.longBitsToDouble(rank) + step);
            }
        }
        return groups + found;
    }

    private static int oneIfApart(long packed, long other, int indexBits) {
        return (int) (-((packed ^ other) >>> indexBits) >>> (Long.SIZE - 1));
    }
}
