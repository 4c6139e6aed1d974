package dev.segmentation.benchmarks;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import it.unimi.dsi.fastutil.ints.IntArrays;

/** The sorts of fastutil that give an order; {@link Ties} makes ranks of it. Unknown values come last. */
final class Fastutil {

    private Fastutil() {}

    static Ranker radix(Ties ties, int threads) {
        return values -> {
            int[] order = Ties.rows(values.length);
            if (threads == 1) {
                DoubleArrays.radixSortIndirect(order, values, false);
            } else {
                Threads.forking(() -> DoubleArrays.parallelRadixSortIndirect(order, values, false));
            }
            return ties.ranks(order, values);
        };
    }

    static Ranker quick(Ties ties, int threads) {
        return values -> {
            int[] order = Ties.rows(values.length);
            if (threads == 1) {
                DoubleArrays.quickSortIndirect(order, values);
            } else {
                Threads.forking(() -> DoubleArrays.parallelQuickSortIndirect(order, values));
            }
            return ties.ranks(order, values);
        };
    }

    /** Sorts row numbers by a comparison of the keys, largest first. */
    static double[] rowRanks(double[][] keys, int threads) {
        int[] order = Ties.rows(keys[0].length);
        if (threads == 1) {
            IntArrays.quickSort(order, (a, b) -> compare(keys, a, b));
        } else {
            Threads.forking(() -> IntArrays.parallelQuickSort(order, (a, b) -> compare(keys, a, b)));
        }
        return Ties.places(order);
    }

    private static int compare(double[][] keys, int a, int b) {
        for (double[] key : keys) {
            int order = Double.compare(key[b], key[a]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
