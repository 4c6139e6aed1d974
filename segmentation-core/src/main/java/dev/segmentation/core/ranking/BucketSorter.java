package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Sorts the keys of a bucket along with their indices: by two counting passes over the leading bits, which leave next to
 * nothing to the insertion sort that follows.
 */
final class BucketSorter {
    /** The largest bucket that is sorted without counting passes. */
    private static final int INSERTION_ONLY = 40;

    /** Moves of the insertion sort per element after which a comparison sort takes over. */
    private static final int MOVES_PER_ELEMENT = 8;

    private BucketSorter() {}

    /**
     * Leaves one long for each of {@code size} keys in {@code workspace.packed}, sorted: the distance from the least key
     * without the bits to drop, then the index.
     */
    static void sort(
            long[] keys,
            int from,
            int size,
            long min,
            int distanceBits,
            int droppedBits,
            int indexBits,
            Workspace workspace) {
        long[] sorted = workspace.packed;
        if (size <= INSERTION_ONLY) {
            for (int i = 0; i < size; i++) {
                sorted[i] = ((keys[from + i] - min) >>> droppedBits) << indexBits | i;
            }
        } else {
            sortByDigits(keys, from, size, min, distanceBits, droppedBits, indexBits, workspace);
        }
        finishByInsertion(sorted, size);
    }

    /** Sorts by the leading bits of the distance: the lower digit first, stably. */
    private static void sortByDigits(
            long[] keys,
            int from,
            int size,
            long min,
            int distanceBits,
            int droppedBits,
            int indexBits,
            Workspace workspace) {
        int digitBits = digitBits(size);
        int mask = (1 << digitBits) - 1;
        int shift = Math.max(droppedBits, distanceBits - 2 * digitBits);
        int[] low = workspace.lowCounts;
        int[] high = workspace.highCounts;
        Arrays.fill(low, 0, mask + 1, 0);
        Arrays.fill(high, 0, mask + 1, 0);
        for (int i = from; i < from + size; i++) {
            int digits = (int) ((keys[i] - min) >>> shift);
            low[digits & mask]++;
            high[digits >>> digitBits]++;
        }
        countsToStarts(low, mask + 1);
        countsToStarts(high, mask + 1);
        long[] spare = workspace.spare;
        for (int i = 0; i < size; i++) {
            long distance = keys[from + i] - min;
            spare[low[(int) (distance >>> shift) & mask]++] = (distance >>> droppedBits) << indexBits | i;
        }
        int highShift = indexBits + shift - droppedBits + digitBits;
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
            if (sorted[i - 1] <= packed) {
                continue;
            }
            int j = i;
            do {
                sorted[j] = sorted[j - 1];
                j--;
            } while (j > 0 && sorted[j - 1] > packed);
            sorted[j] = packed;
            movesLeft -= i - j;
            if (movesLeft < 0) {
                // The keys crowd together within the leading bits.
                Arrays.sort(sorted, 0, size);
                return;
            }
        }
    }
}
