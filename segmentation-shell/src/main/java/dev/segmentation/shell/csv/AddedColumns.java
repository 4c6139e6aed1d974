package dev.segmentation.shell.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a written file has beyond those of its input.
 *
 * @param prefix put before each name
 * @param isReview whether the result is that of a review, which has more to tell
 * @param hasReasons whether the reasons are written, which are most of a large file
 */
public record AddedColumns(String prefix, boolean isReview, boolean hasReasons) {

    /**
     * Gives their names.
     *
     * @return the names, in their order
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("segment", "segment_order", "score", "rank", "percentile"));
        if (hasReasons) {
            names.add("reasons");
        }
        if (isReview) {
            names.addAll(List.of("previous_segment", "segment_since", "decided_by", "move_reason"));
        }
        return names.stream().map(prefix::concat).toList();
    }
}
