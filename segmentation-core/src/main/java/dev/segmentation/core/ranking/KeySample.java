package dev.segmentation.core.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys from all over a column, sorted. */
final class KeySample {
    /** One key in this many is looked at, within the two limits. */
    private static final int ELEMENTS_PER_KEY = 256;

    private static final int SMALLEST = 1024;
    private static final int LARGEST = 16384;

    private final long[] sorted;

    private KeySample(long[] sorted) {
        this.sorted = sorted;
    }

    /** A sample of a column that is larger than the smallest sample. The same column has the same sample. */
    static KeySample of(KeyColumn column) {
        int[] places = places(column.size(), ELEMENTS_PER_KEY);
        long[] keys = new long[places.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = column.key(places[i]);
        }
        Arrays.sort(keys);
        return new KeySample(keys);
    }

    /** The places to look at in columns of a length, rising: one out of so many, within the two limits. */
    static int[] places(int length, int elementsPerPlace) {
        int size = Math.min(LARGEST, Math.max(SMALLEST, length / elementsPerPlace));
        int[] places = new int[size];
        int stride = length / size;
        // A varying place within each stride, lest the column repeat itself with the stride's period.
        int jitter = 0;
        for (int i = 0; i < size; i++) {
            jitter = jitter * 1664525 + 1013904223;
            int within = (int) (((jitter & 0xffffffffL) * stride) >>> 32);
            places[i] = (int) ((long) i * length / size) + within;
        }
        return places;
    }

    int size() {
        return sorted.length;
    }

    long get(int index) {
        return sorted[index];
    }

    long smallest() {
        return sorted[0];
    }

    long largest() {
        return sorted[sorted.length - 1];
    }

    /** The distinct keys in order, or null if there are more than the limit. */
    long @Nullable [] distinctKeys(int limit) {
        long[] distinct = new long[limit];
        distinct[0] = sorted[0];
        int count = 1;
        for (long key : sorted) {
            if (key != distinct[count - 1]) {
                if (count == limit) {
                    return null;
                }
                distinct[count++] = key;
            }
        }
        return Arrays.copyOf(distinct, count);
    }
}
