package dev.segmentation.core.book;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a segmenter says of the clients of a book, asked of each once: its place among the segments, its score, its attention. */
final class OneByOne {

    private final int[] places;

    /** Made at the first score; empty as long as there was none. */
    private double[] scores = {};

    private final BitSet attention = new BitSet();

    OneByOne(ClientBook book, Segmenter segmenter, List<Segment> segments) {
        Map<Segment, Integer> placeOf = new HashMap<>();
        for (int place = 0; place < segments.size(); place++) {
            placeOf.put(segments.get(place), place);
        }
        this.places = new int[Math.toIntExact(book.size())];
        for (int row = 0; row < places.length; row++) {
            Assignment assignment = segmenter.assign(book.client(row));
            Integer place = placeOf.get(assignment.segment());
            if (place == null) {
                throw new IllegalStateException(
                        "scheme " + segmenter.schemeId() + " must place clients in its segments " + segmenter.segments()
                                + ", but used " + assignment.segment());
            }
            places[row] = place;
            if (assignment.score().isPresent()) {
                if (scores.length == 0) {
                    scores = new double[places.length];
                    Arrays.fill(scores, Double.NaN);
                }
                scores[row] = assignment.score().get().value();
            }
            attention.set(row, assignment.reasons().stream().anyMatch(Reason::needsAttention));
        }
    }

    int[] places() {
        return places;
    }

    /** Gives the value of the score of a client, NaN where it has none. */
    double score(int row) {
        return scores.length == 0 ? Double.NaN : scores[row];
    }

    boolean needsAttention(int row) {
        return attention.get(row);
    }
}
