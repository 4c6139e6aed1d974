package dev.segmentation.core.ranking;

/** Doubles as keys. All NaN are equal and stand at the chosen end of the order. */
final class DoubleColumn extends KeyColumn {
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
        boolean hasNaN = false;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                hasNaN = true;
                block[i - from] = nanKey;
            } else {
                block[i - from] = OrderedKeys.ascendingNumber(value) ^ flip;
            }
        }
        return hasNaN;
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
