package dev.segmentation.core.ranking;

/** Small numbers for keys, in the order of the keys. Asked a block at a time, for the price of one virtual call. */
interface Cells {
    int cells();

    /** Replaces keys by the numbers of their cells. */
    void toCells(long[] keys, int length);
}
