package dev.segmentation.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * One peer in one cell.
 *
 * @param milliseconds the median of the iterations
 * @param spread how far they lie apart, from the least to the most, as a part of the median
 * @param bytesPerClient what one call allocates on the heap, in the median, shared among its clients
 */
record Figure(double milliseconds, double spread, double bytesPerClient) {

    /** Reads one result of JMH. */
    static Figure of(JsonNode result, int clients) {
        JsonNode time = result.path("primaryMetric");
        if (!time.path("scoreUnit").asText().equals("ms/op")) {
            throw new IllegalArgumentException("times must be in ms/op, but are in " + time.path("scoreUnit"));
        }
        double median = median(raw(time));
        double most = raw(time).max().orElse(Double.NaN);
        double least = raw(time).min().orElse(Double.NaN);
        double bytes = median(raw(result.path("secondaryMetrics").path("gc.alloc.rate.norm")));
        return new Figure(median, (most - least) / median, bytes / clients);
    }

    /** All iterations of all forks. */
    private static DoubleStream raw(JsonNode metric) {
        return StreamSupport.stream(metric.path("rawData").spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .mapToDouble(JsonNode::asDouble);
    }

    /** Gives the middle, or the mean of both middle ones; {@code NaN} of none. */
    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
