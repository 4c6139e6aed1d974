package dev.segmentation.core.ranking;

import java.util.Arrays;

/** Counts how often each of a few values occurs: a small hash table gives each its slot. */
final class ValueCounts {

    /** No more different values are counted. */
    static final int MOST = 128;

    /** So many that two values seldom want the same one. */
    private static final int SLOT_BITS = 11;

    private static final int SLOTS = 1 << SLOT_BITS;
    /** How many values lie in one line of the cache. */
    private static final int CACHE_LINE = 8;

    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    /** The bits of -0.0, which no value has once 0.0 is added. */
    private static final long FREE = Long.MIN_VALUE;

    private final long[] slotBits = new long[SLOTS];
    private final int[] counts = new int[SLOTS];
    /** Written only. */
    private final double[] firstOfLines = new double[KeyColumn.BLOCK / CACHE_LINE];

    private int distinct;

    private final int slotOfNaN;

    ValueCounts() {
        Arrays.fill(slotBits, FREE);
        slotOfNaN = slot(Double.NaN);
    }

    /** Counts the values of a part; returns false if too many differ. */
    boolean addAll(double[] values, int from, int to) {
        for (int start = from; start < to; start += KeyColumn.BLOCK) {
            if (!addBlock(values, start, Math.min(to - start, KeyColumn.BLOCK) + start)) {
                return false;
            }
        }
        return true;
    }

    private boolean addBlock(double[] values, int from, int to) {
        // One value of each line first, so that the lines come from memory at once.
        for (int i = from; i < to; i += CACHE_LINE) {
            firstOfLines[(i - from) / CACHE_LINE] = values[i];
        }
        for (int i = from; i < to; i++) {
            long bits = Double.doubleToRawLongBits(values[i] + 0.0);
            int slot = home(bits);
            if (slotBits[slot] != bits) {
                slot = slot(values[i]);
                if (slot < 0) {
                    return false;
                }
            }
            counts[slot]++;
        }
        return true;
    }

    /** Adds what another has counted; returns false if too many differ. */
    boolean addAll(ValueCounts other) {
        for (int s = 0; s < SLOTS; s++) {
            if (other.counts[s] > 0) {
                int slot = slot(Double.longBitsToDouble(other.slotBits[s]));
                if (slot < 0) {
                    return false;
                }
                counts[slot] += other.counts[s];
            }
        }
        return true;
    }

    private static int home(long bits) {
        return (int) ((bits * MULTIPLIER) >>> (Long.SIZE - SLOT_BITS));
    }

    /** Gives the slot of a value, a new one if it has none yet, or -1 if there are too many. All NaN have one. */
    private int slot(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        int slot = home(bits);
        while (slotBits[slot] != bits) {
            if (slotBits[slot] == FREE) {
                if (distinct == MOST) {
                    return -1;
                }
                distinct++;
                slotBits[slot] = bits;
            } else {
                slot = (slot + 1) & (SLOTS - 1);
            }
        }
        return slot;
    }

    long unknown() {
        return counts[slotOfNaN];
    }

    /** Gives the values that were counted, rising, but NaN. */
    double[] values() {
        return Arrays.stream(slotBits)
                .filter(bits -> bits != FREE)
                .mapToDouble(Double::longBitsToDouble)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** What stands at each position, rising, from 1, the best, to the number of values that are not NaN. */
    OrderStatistic[] statistics(long... positions) {
        double[] values = values();
        OrderStatistic[] result = new OrderStatistic[positions.length];
        int next = values.length - 1;
        long better = 0;
        for (int p = 0; p < positions.length; p++) {
            while (better + counts[slot(values[next])] < positions[p]) {
                better += counts[slot(values[next--])];
            }
            result[p] = new OrderStatistic(OrderedKeys.descending(values[next]), better, counts[slot(values[next])]);
        }
        return result;
    }
}
