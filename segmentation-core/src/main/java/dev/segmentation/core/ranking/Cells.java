package dev.segmentation.core.ranking;

/** Small numbers for keys, in the order of the keys. Asked a block at a time, for the price of one virtual call. */
interface Cells {
    int cells();

    /** Counts the keys in each cell, and writes the cell of each to {@code cellOf} from {@code at} on. */
    void count(long[] keys, int length, int[] counts, double[] cellOf, int at);
}
