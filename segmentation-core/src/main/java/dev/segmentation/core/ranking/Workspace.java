package dev.segmentation.core.ranking;

/**
 * A buffer for ranking many small arrays one after the other: kept between calls, it makes {@link
 * Ranking#ranks(double[], int, int, double[], Workspace)} allocate nothing once it has grown.
 *
 * <p>Belongs to one thread at a time.
 */
public final class Workspace {
    /** The widest digit of the sort inside a bucket. */
    static final int MAX_DIGIT_BITS = 11;

    final int[] lowCounts = new int[1 << MAX_DIGIT_BITS];
    final int[] highCounts = new int[1 << MAX_DIGIT_BITS];
    long[] keys = new long[KeyColumn.BLOCK];
    long[] packed = new long[0];
    long[] spare = new long[0];

    /** Makes an empty one. */
    public Workspace() {}

    /** Makes room to rank a bucket of this size. */
    void reserve(int size) {
        if (packed.length < size) {
            int room = roomFor(size);
            packed = new long[room];
            spare = new long[room];
        }
    }

    /** Makes room for this many keys at once. */
    void reserveKeys(int size) {
        if (keys.length < size) {
            keys = new long[roomFor(size)];
        }
    }

    /** A little more than asked for, so that slowly growing inputs do not reallocate each time. */
    private static int roomFor(int size) {
        return size + (size >> 3);
    }
}
