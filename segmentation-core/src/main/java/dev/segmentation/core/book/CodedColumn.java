package dev.segmentation.core.book;

import java.util.Arrays;
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

    /** Gives the column, or null where there are few rows or many values; it looks no further than it must. */
    static @Nullable CodedColumn of(double[] column) {
        if (column.length < FEWEST_ROWS) {
            return null;
        }
        double[] values = new double[MOST_VALUES];
        byte[] codes = new byte[column.length];
        byte[] codeOfSlot = new byte[SLOTS];
        Arrays.fill(codeOfSlot, (byte) -1);
        int count = 0;
        for (int row = 0; row < column.length; row++) {
            long bits = bits(column[row]);
            int slot = (int) ((bits * MULTIPLIER) >>> (Long.SIZE - SLOT_BITS));
            while (codeOfSlot[slot] >= 0 && bits(values[codeOfSlot[slot]]) != bits) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            if (codeOfSlot[slot] < 0) {
                if (count == MOST_VALUES) {
                    return null;
                }
                codeOfSlot[slot] = (byte) count;
                values[count++] = column[row] + 0.0;
            }
            codes[row] = codeOfSlot[slot];
        }
        return new CodedColumn(Arrays.copyOf(values, count), codes);
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
}
