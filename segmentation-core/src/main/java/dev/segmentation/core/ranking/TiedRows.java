package dev.segmentation.core.ranking;

import java.util.Arrays;

/** The rows of several keys in which the first one has a certain value, for several values at once. */
final class TiedRows {

    /** Values gathered in one pass without an inner loop, as most books have three cuts. */
    private static final int PER_PASS = 3;

    /** The bits of -0.0, which no value has once 0.0 is added. */
    private static final long NONE = Long.MIN_VALUE;

    private TiedRows() {}

    /**
     * Gives the keys behind a first one of the rows in which that one has a value, and behind them one row of NaN, which no
     * selection counts: room for what is written and not kept.
     *
     * @param keys one array a key; no NaN but in such a row
     * @param at the values, all different, and how many rows have each
     * @return for each value one array a key
     */
    static double[][][] behind(double[][] keys, OrderStatistic... at) {
        double[][][] behind = new double[at.length][keys.length - 1][];
        for (int g = 0; g < at.length; g++) {
            for (int k = 0; k < keys.length - 1; k++) {
                behind[g][k] = new double[(int) at[g].equal() + 1];
            }
        }
        for (int g = 0; g < at.length; g += PER_PASS) {
            for (int k = 0; k < keys.length - 1; k++) {
                double[][] targets = new double[PER_PASS][1];
                long[] wanted = new long[PER_PASS];
                Arrays.fill(wanted, NONE);
                for (int i = 0; i < PER_PASS && g + i < at.length; i++) {
                    targets[i] = behind[g + i][k];
                    wanted[i] = bits(OrderedKeys.fromDescending(at[g + i].key()));
                }
                gather(keys[0], keys[k + 1], wanted, targets);
            }
        }
        return behind;
    }

    /** Written always and kept where the row is one of them: which one is next is anyone's guess. */
    private static void gather(double[] key, double[] from, long[] wanted, double[][] targets) {
        long wanted0 = wanted[0];
        long wanted1 = wanted[1];
        long wanted2 = wanted[2];
        double[] target0 = targets[0];
        double[] target1 = targets[1];
        double[] target2 = targets[2];
        int size0 = 0;
        int size1 = 0;
        int size2 = 0;
        for (int row = 0; row < key.length; row++) {
            long bits = bits(key[row]);
            double value = from[row];
            target0[size0] = value;
            target1[size1] = value;
            target2[size2] = value;
            size0 += bits == wanted0 ? 1 : 0;
            size1 += bits == wanted1 ? 1 : 0;
            size2 += bits == wanted2 ? 1 : 0;
        }
        target0[size0] = Double.NaN;
        target1[size1] = Double.NaN;
        target2[size2] = Double.NaN;
    }

    /** The same for zeros of both signs. */
    private static long bits(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }
}
