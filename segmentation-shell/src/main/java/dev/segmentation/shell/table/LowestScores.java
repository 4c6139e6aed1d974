package dev.segmentation.shell.table;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the lowest score of each segment from the assignments of all clients; several threads may show it theirs. */
public final class LowestScores implements Consumer<Assignment> {

    /** By the order of the segment; infinite where there was none. */
    private final DoubleAccumulator[] lowest;

    /**
     * Makes one that saw nobody yet.
     *
     * @param segments how many segments there are
     */
    public LowestScores(int segments) {
        lowest = Stream.generate(() -> new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY))
                .limit(segments)
                .toArray(DoubleAccumulator[]::new);
    }

    /** Finds those of all clients. */
    static LowestScores of(Segmentation result) {
        LowestScores scores = new LowestScores(result.segments().size());
        result.forEach(scores);
        return scores;
    }

    @Override
    public void accept(Assignment assignment) {
        Optional<Score> score = assignment.score();
        if (assignment.isScored() && score.isPresent()) {
            DoubleAccumulator least = lowest[assignment.segment().order() - 1];
            if (score.get().value() < least.get()) { // seldom, and cheaper to ask than to accumulate
                least.accumulate(score.get().value());
            }
        }
    }

    /** Says whether no client has a score. */
    boolean isEmpty() {
        return Stream.of(lowest).allMatch(least -> least.get() == Double.POSITIVE_INFINITY);
    }

    /** Gives the lowest score in a segment, where somebody has one. */
    OptionalDouble in(Segment segment) {
        double least = segment.isScored() ? lowest[segment.order() - 1].get() : Double.POSITIVE_INFINITY;
        return least == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(least);
    }
}
