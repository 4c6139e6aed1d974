package dev.segmentation.core.ranking;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One counting pass towards the exact keys at wanted positions of the order.
 *
 * <p>The first pass counts the leading bits of all keys. {@link #next} then tells the leading bits of
 * each wanted key and starts the next pass, which counts the following bits of the keys that begin
 * so. The passes end when all 64 bits are known. However many elements there are, a pass holds the
 * same number of counts; counts of disjoint sets of elements merge in any grouping to the same bits.
 * NaN is counted apart and has no position.
 */
final class KeyCounts implements Serializable {

    private static final long serialVersionUID = 1;

    /** 512 KiB of counts are held by a pass, up to 4096 wanted keys. */
    static final int MOST_CELL_BITS = 16;
    /** Very many wanted keys get more counts rather than ever more passes. */
    private static final int FEWEST_DIGIT_BITS = 4;

    static final int FEWEST_CELL_BITS = 8;

    private final int cellBits;
    private final int knownBits;
    private final int digitBits;
    /** The known bits of each wanted key, in order, each once. */
    private final long[] prefixes;

    private final long[] better;
    private final long[] equal;
    private final long[] counts;
    private long nanCount;

    private KeyCounts(int cellBits, int knownBits, long[] prefixes, long[] better, long[] equal) {
        this.cellBits = cellBits;
        this.knownBits = knownBits;
        this.prefixes = prefixes;
        this.better = better;
        this.equal = equal;
        int prefixBits = Integer.SIZE - Integer.numberOfLeadingZeros(prefixes.length - 1);
        this.digitBits = Math.min(Long.SIZE - knownBits, Math.max(FEWEST_DIGIT_BITS, cellBits - prefixBits));
        this.counts = new long[isLast() ? 0 : prefixes.length << digitBits];
    }

    /** The first pass. */
    static KeyCounts first(int cellBits) {
        long[] none = {0};
        return new KeyCounts(cellBits, 0, none, none, none);
    }

    /** A pass like this one that has counted nothing. */
    KeyCounts empty() {
        return new KeyCounts(cellBits, knownBits, prefixes, better, equal);
    }

    /** Whether the wanted keys are known and there is nothing left to count. */
    boolean isLast() {
        return knownBits == Long.SIZE;
    }

    void add(double value) {
        if (!Double.isNaN(value)) {
            addUnsigned(key(value), 1);
        } else {
            nanCount++;
        }
    }

    void add(double[] values, int from, int to) {
        if (knownBits == 0) {
            addFirst(values, from, to);
            return;
        }
        for (int i = from; i < to; i++) {
            add(values[i]);
        }
    }

    private void addFirst(double[] values, int from, int to) {
        int shift = Long.SIZE - digitBits;
        long nans = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (!Double.isNaN(value)) {
                counts[(int) (key(value) >>> shift)]++;
            } else {
                nans++;
            }
        }
        nanCount += nans;
    }

    /** Counts a better-first key this many times. */
    void addKey(long key, long times) {
        addUnsigned(key ^ Long.MIN_VALUE, times);
    }

    private void addUnsigned(long key, long times) {
        int prefix = prefixOf(key);
        if (prefix >= 0) {
            counts[cell(prefix, key)] += times;
        }
    }

    /** The number of the prefix with which a key begins, or -1. */
    private int prefixOf(long key) {
        if (knownBits == 0) {
            return 0;
        }
        long start = key >>> (Long.SIZE - knownBits);
        for (int i = 0; i < prefixes.length; i++) {
            if (prefixes[i] == start) {
                return i;
            }
        }
        return -1;
    }

    private int cell(int prefix, long key) {
        int digit = (int) ((key << knownBits) >>> (Long.SIZE - digitBits));
        return prefix << digitBits | digit;
    }

    /** Adds what another pass of the same kind has counted. */
    void merge(KeyCounts other) {
        if (other.knownBits != knownBits || other.cellBits != cellBits || !Arrays.equals(other.prefixes, prefixes)) {
            throw new IllegalArgumentException("counts of different passes");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        nanCount += other.nanCount;
    }

    /** The elements counted by this pass: in the first one all but NaN. */
    long counted() {
        return Arrays.stream(counts).sum();
    }

    /** The next pass, given that this one has counted everything. Positions count from 1, the best. */
    KeyCounts next(long... positions) {
        long[] starts = new long[positions.length];
        long[] before = new long[positions.length];
        long[] inside = new long[positions.length];
        int found = 0;
        long[] ordered = positions.clone();
        Arrays.sort(ordered);
        for (long position : ordered) {
            if (found > 0 && position <= before[found - 1] + inside[found - 1]) {
                continue;
            }
            int prefix = prefixAt(position);
            long seen = better[prefix];
            int cell = prefix << digitBits;
            while (seen + counts[cell] < position) {
                seen += counts[cell++];
            }
            starts[found] = prefixes[prefix] << digitBits | (cell & ((1L << digitBits) - 1));
            before[found] = seen;
            inside[found] = counts[cell];
            found++;
        }
        return new KeyCounts(
                cellBits,
                knownBits + digitBits,
                Arrays.copyOf(starts, found),
                Arrays.copyOf(before, found),
                Arrays.copyOf(inside, found));
    }

    /** The last prefix with fewer better elements than the position. */
    private int prefixAt(long position) {
        int prefix = 0;
        while (prefix + 1 < prefixes.length && better[prefix + 1] < position) {
            prefix++;
        }
        return prefix;
    }

    /** What stands at each position, once this is the last pass. */
    OrderStatistic[] statistics(long... positions) {
        OrderStatistic[] result = new OrderStatistic[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int prefix = prefixAt(positions[i]);
            result[i] = new OrderStatistic(prefixes[prefix] ^ Long.MIN_VALUE, better[prefix], equal[prefix]);
        }
        return result;
    }

    /** The key with its order made unsigned, so that its leading bits can index counts. */
    private long key(double value) {
        return ~OrderedKeys.ascendingNumber(value) ^ Long.MIN_VALUE;
    }
}
