package dev.segmentation.benchmarks;

import java.util.Arrays;

/** Gives each value a rank from the smallest; unknown ones get {@code NaN} and do not count. */
interface Ranker {

    double[] ranks(double[] values);

    /** Gives the part of the others that are smaller, made of ranks that are the best of equal ones. */
    default double[] percentRanks(double[] values) {
        double[] ranks = ranks(values);
        int known = TopPlaces.known(values);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (ranks[i] - 1) / (known - 1);
        }
        return ranks;
    }

    /**
     * Ranks books that lie one behind the other, each copied out first, as a peer that ranks whole arrays needs it.
     *
     * @param result takes the ranks
     */
    default double[] bookRanks(double[] books, int size, int threads, double[] result) {
        Threads.split(threads, books.length / size, (from, to) -> {
            for (int book = from; book < to; book++) {
                double[] one = Arrays.copyOfRange(books, book * size, (book + 1) * size);
                System.arraycopy(ranks(one), 0, result, book * size, size);
            }
        });
        return result;
    }
}
