package dev.segmentation.benchmarks;

import java.util.Arrays;

/** The sorts of the JDK on a copy. They lose whose value it was, so that of ranks they are but a yardstick. */
final class JdkSort {

    private JdkSort() {}

    /** Gives the values, rising; unknown ones are last. */
    static double[] sorted(double[] values, int threads) {
        double[] sorted = values.clone();
        if (threads == 1) {
            Arrays.sort(sorted);
        } else {
            Threads.forking(() -> Arrays.parallelSort(sorted));
        }
        return sorted;
    }

    /** Reads what a rank would be off the sorted values: for the check alone. */
    static double[] readRanks(double[] values, double[] sorted) {
        return Truth.averageRanks(values, Arrays.copyOf(sorted, TopPlaces.known(sorted)));
    }

    static double[] cutoffs(double[] values, int threads) {
        return TopPlaces.at(sorted(values, threads), TopPlaces.known(values));
    }
}
