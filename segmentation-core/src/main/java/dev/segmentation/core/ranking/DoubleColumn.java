package dev.segmentation.core.ranking;

/** Doubles as keys. All NaN are equal and stand at the chosen end of the order. */
final class DoubleColumn extends KeyColumn {
    private static final long INFINITY_BITS = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private final double[] values;
    private final long flip;
    private final long nanKey;
    /** Set by the parts of the column that are read; threads agree on it once all have ended. */
    private boolean hasNaN;

    DoubleColumn(double[] values, boolean largestFirst, boolean nanBest) {
        this.values = values;
        this.flip = flip(largestFirst);
        this.nanKey = nanKey(nanBest);
    }

    @Override
    int size() {
        return values.length;
    }

    @Override
    long key(int index) {
        return key(values[index], flip, nanKey);
    }

    @Override
    void read(int from, int to, long[] block) {
        if (read(values, from, to, flip, nanKey, block)) {
            hasNaN = true;
        }
    }

    /** Whether one of the values read so far is NaN. */
    boolean hasNaN() {
        return hasNaN;
    }

    /** The same for part of an array, without a column; returns whether one of the values is NaN. */
    static boolean read(double[] values, int from, int to, boolean largestFirst, boolean nanBest, long[] block) {
        return read(values, from, to, flip(largestFirst), nanKey(nanBest), block);
    }

    private static boolean read(double[] values, int from, int to, long flip, long nanKey, long[] block) {
        if (hasNaN(values, from, to)) {
            for (int i = from; i < to; i++) {
                block[i - from] = key(values[i], flip, nanKey);
            }
            return true;
        }
        for (int i = from; i < to; i++) {
            block[i - from] = OrderedKeys.ascendingNumber(values[i]) ^ flip;
        }
        return false;
    }

    /**
     * Looks for NaN without a branch. So little work between the reads lets the values come from memory many at a time;
     * then they are in the cache for the pass that does more.
     */
    private static boolean hasNaN(double[] values, int from, int to) {
        long negativeForNaN = 0;
        for (int i = from; i < to; i++) {
            negativeForNaN |= INFINITY_BITS - (Double.doubleToRawLongBits(values[i]) & Long.MAX_VALUE);
        }
        return negativeForNaN < 0;
    }

    private static long key(double value, long flip, long nanKey) {
        return !Double.isNaN(value) ? OrderedKeys.ascendingNumber(value) ^ flip : nanKey;
    }

    private static long flip(boolean largestFirst) {
        return largestFirst ? -1L : 0L;
    }

    private static long nanKey(boolean nanBest) {
        return nanBest ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
