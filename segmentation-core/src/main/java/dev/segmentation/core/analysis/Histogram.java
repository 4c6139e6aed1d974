package dev.segmentation.core.analysis;

import dev.segmentation.core.ranking.Bins;
import dev.segmentation.core.ranking.Distribution;
import java.util.Arrays;
import java.util.List;

/**
 * How many values lie in each of some bins of equal width: of 0, 1, 2 and 10 in two bins it is 3 up to 5, and 1 above.
 *
 * <p>A bin takes its upper edge; the first takes its lower one too. Where all values are equal there is one bin. Where no
 * value is known, or one is infinite, there is none.
 *
 * @param edges one more than there are bins, rising; none where there is no bin
 * @param counts how many values each bin holds
 */
public record Histogram(List<Double> edges, List<Long> counts) {

    /**
     * Copies the lists.
     *
     * @param edges see {@link #edges()}
     * @param counts see {@link #counts()}
     */
    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /**
     * Counts values.
     *
     * @param values the values
     * @param bins how many bins; 1 or more
     * @return the counts
     * @throws IllegalArgumentException if the number of bins is below 1
     */
    public static Histogram of(Distribution values, int bins) {
        double[] sorted = values.sorted();
        if (bins >= 1
                && (sorted.length == 0
                        || Double.isInfinite(sorted[0])
                        || Double.isInfinite(sorted[sorted.length - 1]))) {
            return new Histogram(List.of(), List.of());
        }
        Bins between = Bins.ofEqualWidth(values, bins, Bins.OwnEdge.UPPER);
        long[] counts = new long[between.count()];
        for (double value : sorted) {
            counts[between.bin(value)]++;
        }
        return new Histogram(
                Arrays.stream(between.edges()).boxed().toList(),
                Arrays.stream(counts).boxed().toList());
    }

    /** Gives one line: {@code Histogram[10 bins, 250 values]}. */
    @Override
    public String toString() {
        return "Histogram[" + counts.size() + " bins, "
                + counts.stream().mapToLong(Long::longValue).sum() + " values]";
    }
}
