package dev.segmentation.core.ranking;

/** Doubles as keys. All NaN are equal and stand at the chosen end of the order. */
final class DoubleColumn extends KeyColumn {
    private static final long INFINITY_BITS = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final int VALUES_PER_LINE = 8;

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
        long nan = fetched(values, from, to);
        for (int i = from; i < to; i++) {
            nan |= negativeForNaN(values[i]);
            block[i - from] = OrderedKeys.ascendingNumber(values[i]) ^ flip;
        }
        if (nan < 0) {
            for (int i = from; i < to; i++) {
                block[i - from] = key(values[i], flip, nanKey);
            }
        }
        return nan < 0;
    }

    /**
     * Looks at one value in each cache line. These reads wait for nothing, so the lines come from the memory at the same
     * time; reads with work between them would wait for one line after the other.
     */
    private static long fetched(double[] values, int from, int to) {
        long nan = 0;
        for (int i = from; i < to; i += VALUES_PER_LINE) {
            nan |= negativeForNaN(values[i]);
        }
        return nan;
    }

    /** A look for NaN without a branch. */
    private static long negativeForNaN(double value) {
        return INFINITY_BITS - (Double.doubleToRawLongBits(value) & Long.MAX_VALUE);
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
