package dev.segmentation.core.ranking;

/**
 * A column of values seen as signed long keys, the best value having the smallest key.
 *
 * <p>The kernels ask for keys a block at a time, so one kernel serves every type of input at the
 * price of one virtual call a block.
 */
abstract class KeyColumn {
    /** Keys asked for at once by a pass over the whole column: they stay in the first-level cache. */
    static final int BLOCK = 1024;

    abstract int size();

    abstract long key(int index);

    /** Writes the keys of {@code from} (included) to {@code to} (excluded) to the start of the block. */
    abstract void read(int from, int to, long[] block);
}
