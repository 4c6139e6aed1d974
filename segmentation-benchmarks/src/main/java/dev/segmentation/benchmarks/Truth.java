package dev.segmentation.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The right answers, by a plain sort: slow, and nothing of the library's. */
final class Truth {

    private Truth() {}

    /** Gives the known values, rising. */
    static double[] sorted(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Gives ranks from the smallest; equal values share the mean of their places, unknown ones have none. */
    static double[] averageRanks(double[] values) {
        return averageRanks(values, sorted(values));
    }

    /** Gives the same with the known values sorted by somebody. */
    static double[] averageRanks(double[] values, double[] sorted) {
        return byPlace(values, sorted, (start, end) -> (start + 1 + end) / 2.0);
    }

    /** Gives the part of the others that are smaller. */
    static double[] percentRanks(double[] values) {
        double[] sorted = sorted(values);
        return byPlace(values, sorted, (start, end) -> start / (sorted.length - 1.0));
    }

    /** Gives the values that bound the top shares. */
    static double[] cutoffs(double[] values) {
        double[] sorted = sorted(values);
        return Arrays.stream(TopPlaces.of(sorted.length))
                .mapToDouble(place -> sorted[place])
                .toArray();
    }

    /** Gives the tier of each value, 0 being the best; -1 for unknown ones. */
    static double[] tiers(double[] values) {
        double[] cutoffs = cutoffs(values);
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value)
                        ? -1
                        : Arrays.stream(cutoffs)
                                .filter(cutoff -> value < cutoff)
                                .count())
                .toArray();
    }

    /** Gives ranks of rows from the largest keys; no two rows are equal. */
    static double[] rowRanks(double[][] keys) {
        Integer[] rows = IntStream.range(0, keys[0].length).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, (a, b) -> {
            int k = 0;
            while (k < keys.length - 1 && keys[k][a] == keys[k][b]) {
                k++;
            }
            return Double.compare(keys[k][b], keys[k][a]);
        });
        double[] ranks = new double[rows.length];
        for (int place = 0; place < rows.length; place++) {
            ranks[rows[place]] = place + 1;
        }
        return ranks;
    }

    /** A number made of how many values are before a run of equal ones, and how many before it and in it. */
    private interface OfRun {
        double at(int start, int end);
    }

    private static double[] byPlace(double[] values, double[] sorted, OfRun number) {
        double[] numbers = new double[sorted.length];
        for (int start = 0, end; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            Arrays.fill(numbers, start, end, number.at(start, end));
        }
        double[] result = new double[values.length];
        Arrays.parallelSetAll(
                result, i -> Double.isNaN(values[i]) ? Double.NaN : numbers[Arrays.binarySearch(sorted, values[i])]);
        return result;
    }
}
