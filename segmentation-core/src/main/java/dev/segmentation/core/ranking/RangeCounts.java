package dev.segmentation.core.ranking;

/** Counts keys within a range that is cut into many cells of equal width. */
final class RangeCounts {
    private static final int CELL_BITS = 10;

    private final long low;
    private final long high;
    private final int shift;
    private final int[] counts = new int[1 << CELL_BITS];

    /** Counts keys from the lowest to the highest, both included; they may be as far apart as keys can. */
    RangeCounts(long low, long high) {
        this.low = low;
        this.high = high;
        this.shift = Math.max(0, Long.SIZE - CELL_BITS - Long.numberOfLeadingZeros(high - low));
    }

    /** The same range with nothing counted. */
    RangeCounts empty() {
        return new RangeCounts(low, high);
    }

    boolean holds(long key) {
        return key >= low && key <= high;
    }

    /** Whether there is but one key in the range. */
    boolean isOneKey() {
        return low == high;
    }

    long low() {
        return low;
    }

    /** Counts a key of the range so many times. */
    void add(long key, int times) {
        counts[(int) ((key - low) >>> shift)] += times;
    }

    /** Adds what was counted in the same range. */
    void merge(RangeCounts other) {
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] += other.counts[cell];
        }
    }

    long total() {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /** The cell with the key at a place, from 1 to the total. */
    int cellAt(long place) {
        int cell = 0;
        long before = counts[0];
        while (before < place) {
            before += counts[++cell];
        }
        return cell;
    }

    int count(int cell) {
        return counts[cell];
    }

    /** How many keys there are in the cells before one. */
    long before(int cell) {
        long before = 0;
        for (int c = 0; c < cell; c++) {
            before += counts[c];
        }
        return before;
    }

    /** The range of a cell, with nothing counted. */
    RangeCounts within(int cell) {
        long lowest = low + ((long) cell << shift);
        long last = (1L << shift) - 1;
        // Unsigned, as more than half of all keys may be left.
        return new RangeCounts(lowest, Long.compareUnsigned(high - lowest, last) < 0 ? high : lowest + last);
    }
}
