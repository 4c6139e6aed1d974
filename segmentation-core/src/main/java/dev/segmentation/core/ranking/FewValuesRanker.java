package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Ranks a column of few distinct keys, all known from a sample, by counting: a small hash table
 * gives each key its slot. A key that the sample lacks ends the attempt.
 */
final class FewValuesRanker {
    /** The most distinct keys that are counted. */
    static final int MOST_VALUES = 48;

    private static final int SLOT_BITS = 8;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private final KeyColumn column;
    private final TieMethod ties;
    private final double[] result;
    private final Workers workers;
    private final long[] distinct;
    private final long[] slotKeys = new long[SLOTS];

    private FewValuesRanker(KeyColumn column, long[] distinct, TieMethod ties, double[] result, Workers workers) {
        this.column = column;
        this.ties = ties;
        this.result = result;
        this.workers = workers;
        this.distinct = distinct;
        fillSlots();
    }

    /**
     * Ranks the column if all its keys are in the sample and they are few.
     *
     * @return the number of distinct keys, or 0 if nothing was done
     */
    static int tryRank(KeyColumn column, KeySample sample, TieMethod ties, double[] result, Workers workers) {
        long[] distinct = sample.distinctKeys(MOST_VALUES);
        if (distinct == null) {
            return 0;
        }
        return new FewValuesRanker(column, distinct, ties, result, workers).tryRank();
    }

    /**
     * The first key goes to its home slot and marks the free slots too: looking for it never leaves
     * its home, and looking for another never takes a free slot for a hit.
     */
    private void fillSlots() {
        Arrays.fill(slotKeys, distinct[0]);
        int firstHome = home(distinct[0]);
        for (int i = 1; i < distinct.length; i++) {
            int slot = home(distinct[i]);
            while (slot == firstHome || slotKeys[slot] != distinct[0]) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            slotKeys[slot] = distinct[i];
        }
    }

    private static int home(long key) {
        return (int) ((key * MULTIPLIER) >>> (Long.SIZE - SLOT_BITS));
    }

    /** The slot of a key, or -1 if it has none. */
    private int slot(long key) {
        int slot = home(key);
        while (slotKeys[slot] != key) {
            if (slotKeys[slot] == distinct[0] && slot != home(distinct[0])) {
                return -1;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private int tryRank() {
        int[][] counts = new int[workers.parts()][SLOTS];
        boolean[] complete = new boolean[workers.parts()];
        workers.run(part -> complete[part] = count(part, counts[part]));
        for (boolean done : complete) {
            if (!done) {
                return 0;
            }
        }
        double[][] ranks = ranksBySlot(counts);
        workers.run(part -> write(part, ranks[part]));
        return distinct.length;
    }

    private boolean count(int part, int[] counts) {
        long[] block = new long[KeyColumn.BLOCK];
        int end = workers.partStart(part + 1, column.size());
        for (int from = workers.partStart(part, column.size()); from < end; from += block.length) {
            int length = Math.min(block.length, end - from);
            column.read(from, from + length, block);
            for (int i = 0; i < length; i++) {
                int slot = slot(block[i]);
                if (slot < 0) {
                    return false;
                }
                counts[slot]++;
            }
        }
        return true;
    }

    /** For each part the rank of the first element in each slot. */
    private double[][] ranksBySlot(int[][] counts) {
        double[][] ranks = new double[counts.length][SLOTS];
        int start = 0;
        for (int group = 0; group < distinct.length; group++) {
            int slot = slot(distinct[group]);
            int end = start;
            for (int[] part : counts) {
                end += part[slot];
            }
            double rank = ties.rank(start, end, group + 1);
            for (int part = 0; part < counts.length; part++) {
                ranks[part][slot] = rank;
                rank += counts[part][slot] * ties.stepWithinTies();
            }
            start = end;
        }
        return ranks;
    }

    private void write(int part, double[] ranks) {
        double step = ties.stepWithinTies();
        long[] block = new long[KeyColumn.BLOCK];
        int end = workers.partStart(part + 1, column.size());
        for (int from = workers.partStart(part, column.size()); from < end; from += block.length) {
            int length = Math.min(block.length, end - from);
            column.read(from, from + length, block);
            for (int i = 0; i < length; i++) {
                int slot = slot(block[i]);
                result[from + i] = ranks[slot];
                if (step != 0.0) {
                    ranks[slot] += step;
                }
            }
        }
    }
}
