package dev.segmentation.shell.table;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The lowest score of each segment. */
final class LowestScores {

    /** By the order of the segment; infinite where nobody has a score. */
    private final double[] lowest;

    private LowestScores(double... lowest) {
        this.lowest = lowest;
    }

    /** Finds those of all clients. */
    static LowestScores of(Segmentation result) {
        double[] lowest = new double[result.segments().size()];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < result.size(); i++) {
            Segment segment = result.segment(i);
            double score = result.score(i);
            if (segment.isScored() && score < lowest[segment.order() - 1]) {
                lowest[segment.order() - 1] = score;
            }
        }
        return new LowestScores(lowest);
    }

    /** Says whether no client has a score. */
    boolean isEmpty() {
        return Arrays.stream(lowest).allMatch(least -> least == Double.POSITIVE_INFINITY);
    }

    /** Gives the lowest score in a segment, where somebody has one. */
    OptionalDouble in(Segment segment) {
        double least = segment.isScored() ? lowest[segment.order() - 1] : Double.POSITIVE_INFINITY;
        return least == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(least);
    }
}
