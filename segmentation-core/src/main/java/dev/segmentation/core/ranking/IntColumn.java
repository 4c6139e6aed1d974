package dev.segmentation.core.ranking;

/** Ints as keys. */
final class IntColumn extends KeyColumn {
    private final int[] values;
    private final int flip;

    IntColumn(int[] values, boolean largestFirst) {
        this.values = values;
        this.flip = largestFirst ? -1 : 0;
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
