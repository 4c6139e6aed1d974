package dev.segmentation.core.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells the zones of rows whose first key has one of a few values, as a score of grades has: a hash table without collisions
 * gives for each value the zone of its best rows and the ends of intervals among its rows.
 */
final class ZoneTable {

    /** Rows told at once: the counts of all zones fit a long. */
    static final int BLOCK = 504;

    private static final int COUNT_BITS = 9;

    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;

    /** With more values it would take many attempts to find a table without collisions. */
    private static final int MOST_VALUES = 64;

    private static final int SLOT_BITS = 11;

    private static final int SLOTS = 1 << SLOT_BITS;

    private static final int MOST_ATTEMPTS = 64;

    private static final long FIRST_MULTIPLIER = 0x9e3779b97f4a7c15L;

    /** The bits of -0.0, which no value has once 0.0 is added. */
    private static final long FREE = Long.MIN_VALUE;

    private final TwoKeyZones zones;
    private final long multiplier;
    private final long[] valueBits = new long[SLOTS];
    private final byte[] best = new byte[SLOTS];

    /** The second keys of the least rows with the value that do not miss an end, of up to two ends. */
    private final double[] firstEnd = new double[SLOTS];

    private final double[] secondEnd = new double[SLOTS];

    private ZoneTable(TwoKeyZones zones, long multiplier) {
        this.zones = zones;
        this.multiplier = multiplier;
        Arrays.fill(valueBits, FREE);
    }

    /** Gives a table for some different values of the first key, or null if they are too many, or one has too many ends. */
    static @Nullable ZoneTable of(TwoKeyZones zones, double... values) {
        if (values.length > MOST_VALUES || Arrays.stream(values).anyMatch(value -> zones.endsAt(value).length > 2)) {
            return null;
        }
        long multiplier = FIRST_MULTIPLIER;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            ZoneTable table = new ZoneTable(zones, multiplier);
            if (table.addAll(values)) {
                return table;
            }
            multiplier *= FIRST_MULTIPLIER; // stays odd
        }
        return null;
    }

    /** Returns false if two want the same slot. */
    private boolean addAll(double... values) {
        for (double value : values) {
            int slot = slot(bits(value), multiplier);
            if (valueBits[slot] != FREE) {
                return false;
            }
            double[] ends = zones.endsAt(value);
            valueBits[slot] = bits(value);
            best[slot] = (byte) zones.best(value);
            firstEnd[slot] = end(ends, 0);
            secondEnd[slot] = end(ends, 1);
        }
        return true;
    }

    /** No zero less -0.0 has the sign bit, and no finite number is below what stands for an end that is not there. */
    private static double end(double[] ends, int e) {
        if (e >= ends.length) {
            return Double.NEGATIVE_INFINITY;
        }
        return ends[e] == 0 ? -0.0 : ends[e];
    }

    /**
     * Counts the zones of some rows, at most a block, and copies those within an interval: every row is written, but only
     * such a one is not overwritten by the next.
     */
    void pass(double[][] keys, int from, int to, TwoKeyCandidates found) {
        // In variables of the method, which the call for a rare row cannot change.
        long factor = multiplier;
        long[] bitsOf = valueBits;
        byte[] bestOf = best;
        double[] firstEnds = firstEnd;
        double[] secondEnds = secondEnd;
        double[] firstKeys = keys[0];
        double[] secondKeys = keys[1];
        double[] foundFirst = found.keys[0];
        double[] foundSecond = found.keys[1];
        int next = found.size;
        long counts = 0;
        for (int row = from; row < to; row++) {
            double firstKey = firstKeys[row];
            double secondKey = secondKeys[row];
            long bits = bits(firstKey);
            int slot = slot(bits, factor);
            int zone;
            if (bitsOf[slot] == bits && Math.abs(secondKey) < Double.POSITIVE_INFINITY) {
                zone = bestOf[slot]
                        + isNegative(secondKey - firstEnds[slot])
                        + isNegative(secondKey - secondEnds[slot]);
            } else {
                zone = rareZone(firstKey, secondKey, found);
            }
            counts += 1L << (zone * COUNT_BITS);
            foundFirst[next] = firstKey;
            foundSecond[next] = secondKey;
            next += zone & 1;
        }
        found.size = next;
        for (int zone = 0; zone < TwoKeyZones.ZONES; zone++) {
            found.inZone[zone] += (counts >>> (zone * COUNT_BITS)) & COUNT_MASK;
        }
    }

    /** A row with an unknown key is counted with the last zone, where it changes no place. */
    private int rareZone(double key, double secondKey, TwoKeyCandidates found) {
        if (Double.isNaN(key) || Double.isNaN(secondKey)) {
            found.unknown++;
            return TwoKeyZones.ZONES - 1;
        }
        return zones.zone(key, secondKey);
    }

    private static int slot(long bits, long multiplier) {
        return (int) ((bits * multiplier) >>> (Long.SIZE - SLOT_BITS));
    }

    /** The same for zeros of both signs. */
    private static long bits(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    /** The sign bit, without a branch: the difference from a finite number is zero only for an equal one, and never NaN. */
    private static int isNegative(double difference) {
        return (int) (Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1));
    }
}
