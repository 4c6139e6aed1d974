package dev.segmentation.benchmarks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a developer of a CRM writes with streams and comparators, on boxed row numbers. */
final class Streams {

    private Streams() {}

    static Ranker ranker(Ties ties, int threads) {
        return values -> ties.ranks(
                order(known(values).boxed(), Comparator.<Integer>comparingDouble(row -> values[row]), threads), values);
    }

    static double[] rowRanks(double[][] keys, int threads) {
        Comparator<Integer> byKeys = Comparator.<Integer>comparingDouble(row -> keys[0][row])
                .thenComparingDouble(row -> keys[1][row])
                .thenComparingDouble(row -> keys[2][row])
                .reversed();
        return Ties.places(order(IntStream.range(0, keys[0].length).boxed(), byKeys, threads));
    }

    /** Sorts the rows by value, and reads the bounds off where the shares end. */
    static double[] cutoffs(double[] values, int threads) {
        int[] order = order(known(values).boxed(), Comparator.<Integer>comparingDouble(row -> values[row]), threads);
        return Arrays.stream(TopPlaces.of(order.length))
                .mapToDouble(place -> values[order[place]])
                .toArray();
    }

    private static IntStream known(double[] values) {
        return IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row]));
    }

    private static int[] order(Stream<Integer> rows, Comparator<Integer> comparator, int threads) {
        if (threads == 1) {
            return rows.sorted(comparator).mapToInt(row -> row).toArray();
        }
        int[][] order = new int[1][];
        Threads.forking(() -> order[0] =
                rows.parallel().sorted(comparator).mapToInt(row -> row).toArray());
        return order[0];
    }
}
