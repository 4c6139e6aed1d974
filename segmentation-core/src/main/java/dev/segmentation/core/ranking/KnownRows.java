package dev.segmentation.core.ranking;

import java.util.Arrays;

/** The rows of several keys in which none is unknown. */
final class KnownRows {

    /** Values are looked at in rows of so many, and so many rows at once. */
    private static final int ROW = 512;

    private static final int ROWS = 8;

    private KnownRows() {}

    /** Counts the rows without a NaN. */
    static int count(double[][] keys) {
        checkLengths(keys);
        int size = keys[0].length;
        for (double[] key : keys) {
            if (count(key, 0, size) < size) {
                return countRows(keys);
            }
        }
        return size;
    }

    /** Counts the values that are not NaN. */
    static long count(double[] values, Workers workers) {
        int[] known = new int[workers.parts()];
        int size = values.length;
        workers.run(
                part -> known[part] = count(values, workers.partStart(part, size), workers.partStart(part + 1, size)));
        return Arrays.stream(known).sum();
    }

    /** Counts the values of a part that are not NaN. */
    static int count(double[] values, int from, int to) {
        int known = 0;
        double[] zeros = new double[ROW];
        int start = from;
        for (; to - start >= ROWS * ROW; start += ROWS * ROW) {
            known += isAllFinite(values, start, zeros) ? ROWS * ROW : countOneByOne(values, start, start + ROWS * ROW);
        }
        return known + countOneByOne(values, start, to);
    }

    /** Looks at several values in one operation: times zero is zero only for a finite one. */
    private static boolean isAllFinite(double[] values, int from, double[] zeros) {
        Arrays.fill(zeros, 0.0);
        for (int start = from; start < from + ROWS * ROW; start += ROW) {
            addTimesZero(values, start, zeros);
        }
        double sum = 0.0;
        for (double zero : zeros) {
            sum += zero;
        }
        return sum == 0.0;
    }

    private static void addTimesZero(double[] values, int from, double[] zeros) {
        for (int i = 0; i < ROW; i++) {
            zeros[i] += values[from + i] * 0.0;
        }
    }

    private static int countOneByOne(double[] values, int from, int to) {
        int known = 0;
        for (int i = from; i < to; i++) {
            known += Double.isNaN(values[i]) ? 0 : 1;
        }
        return known;
    }

    private static int countRows(double[][] keys) {
        int known = 0;
        for (int row = 0; row < keys[0].length; row++) {
            known += isKnown(keys, row) ? 1 : 0;
        }
        return known;
    }

    /** Gives the places of the rows without a NaN, in order. */
    static int[] of(double[][] keys) {
        checkLengths(keys);
        int[] rows = new int[keys[0].length];
        int known = 0;
        for (int row = 0; row < rows.length; row++) {
            if (isKnown(keys, row)) {
                rows[known++] = row;
            }
        }
        return known == rows.length ? rows : Arrays.copyOf(rows, known);
    }

    private static boolean isKnown(double[][] keys, int row) {
        for (double[] key : keys) {
            if (Double.isNaN(key[row])) {
                return false;
            }
        }
        return true;
    }

    static void checkLengths(double[][] keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("there must be at least one key, but there is none");
        }
        for (int k = 1; k < keys.length; k++) {
            if (keys[k].length != keys[0].length) {
                throw new IllegalArgumentException("keys must be of one length, but key 1 has " + keys[0].length
                        + " and key " + (k + 1) + " has " + keys[k].length);
            }
        }
    }

    /** Gives the keys of some rows. */
    static double[][] select(double[][] keys, int[] rows) {
        double[][] selected = new double[keys.length][rows.length];
        for (int k = 0; k < keys.length; k++) {
            for (int i = 0; i < rows.length; i++) {
                selected[k][i] = keys[k][rows[i]];
            }
        }
        return selected;
    }
}
