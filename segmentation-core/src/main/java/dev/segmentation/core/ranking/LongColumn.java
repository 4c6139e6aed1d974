package dev.segmentation.core.ranking;

/** Longs as keys. */
final class LongColumn extends KeyColumn {
    private final long[] values;
    private final long flip;

    LongColumn(long[] values, boolean largestFirst) {
        this.values = values;
        this.flip = largestFirst ? -1L : 0L;
    }

    @Override
    int size() {
        return values.length;
    }

    @Override
    long key(int index) {
        return values[index] ^ flip;
    }

    @Override
    void read(int from, int to, long[] block) {
        for (int i = from; i < to; i++) {
            block[i - from] = values[i] ^ flip;
        }
    }
}
