package dev.segmentation.core.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a measure of which only a few differ, such as grades, as one byte a client: a pass over bytes waits for
 * memory an eighth of the time. A book in memory has it beside the numbers, for measures of large books.
 */
public final class CodedColumn {

    /** For fewer clients the numbers stay in the cache anyway. */
    static final int FEWEST_ROWS = 1 << 15;

    /** As many as a byte holds without its sign. */
    private static final int MOST_VALUES = Byte.MAX_VALUE;

    private static final int SLOT_BITS = 10;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private final double[] values;
    private final byte[] codes;

    private CodedColumn(double[] values, byte[] codes) {
        this.values = values;
        this.codes = codes;
    }

    /** Gives the column, or null where there are few rows or many values. */
    static @Nullable CodedColumn of(double[] column) {
        return column.length < FEWEST_ROWS ? null : new Appender().build(column, column.length);
    }

    /** The same for all NaN, and for zeros of both signs. */
    private static long bits(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }

    /**
     * Gives the different values.
     *
     * @return at most 127 values in no particular order, {@code NaN} among them where the measure is unknown of a client; the
     *     array must not be changed
     */
    public double[] values() {
        return values;
    }

    /**
     * Gives the place of each client's value among {@link #values}.
     *
     * @return one number a client, 0 or more; the array must not be changed
     */
    public byte[] codes() {
        return codes;
    }

    /** Counts the clients of each value: in four rows by turns, as adding to the number that was just added to has to wait. */
    long[] counts() {
        int[][] rows = new int[4][values.length];
        int even = codes.length - codes.length % rows.length;
        for (int i = 0; i < even; i += rows.length) {
            rows[0][codes[i]]++;
            rows[1][codes[i + 1]]++;
            rows[2][codes[i + 2]]++;
            rows[3][codes[i + 3]]++;
        }
        for (int i = even; i < codes.length; i++) {
            rows[0][codes[i]]++;
        }
        long[] counts = new long[values.length];
        Arrays.setAll(
                counts, code -> Arrays.stream(rows).mapToLong(row -> row[code]).sum());
        return counts;
    }

    /** A builder of a column that grows piece by piece; it looks no further than it must. */
    static final class Appender {

        private final double[] values = new double[MOST_VALUES];
        private final byte[] codeOfSlot = new byte[SLOTS];
        private int count;
        private boolean hasMany;
        private final List<byte[]> codes = new ArrayList<>();

        Appender() {
            Arrays.fill(codeOfSlot, (byte) -1);
        }

        /** Adds the first numbers of a piece. */
        void add(double[] piece, int length) {
            byte[] added = codes(piece, length);
            if (added == null) {
                codes.clear();
            } else {
                codes.add(added);
            }
        }

        private byte @Nullable [] codes(double[] piece, int length) {
            byte[] coded = new byte[hasMany ? 0 : length];
            for (int i = 0; i < coded.length; i++) {
                int slot = slot(bits(piece[i]));
                if (codeOfSlot[slot] < 0) {
                    if (count == MOST_VALUES) {
                        hasMany = true;
                        return null;
                    }
                    codeOfSlot[slot] = (byte) count;
                    values[count++] = piece[i] + 0.0;
                }
                coded[i] = codeOfSlot[slot];
            }
            return hasMany ? null : coded;
        }

        private int slot(long bits) {
            int slot = (int) ((bits * MULTIPLIER) >>> (Long.SIZE - SLOT_BITS));
            while (codeOfSlot[slot] >= 0 && bits(values[codeOfSlot[slot]]) != bits) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            return slot;
        }

        /** Gives the column of what was added, and behind it the first numbers of a piece; null where many values differ. */
        @Nullable CodedColumn build(double[] last, int length) {
            byte[] ofLast = codes(last, length);
            if (ofLast == null) {
                return null;
            }
            byte[] all = new byte[codes.stream().mapToInt(own -> own.length).sum() + length];
            int end = 0;
            for (byte[] own : codes) {
                System.arraycopy(own, 0, all, end, own.length);
                end += own.length;
            }
            System.arraycopy(ofLast, 0, all, end, length);
            return new CodedColumn(Arrays.copyOf(values, count), all);
        }
    }
}
