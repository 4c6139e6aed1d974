package dev.segmentation.core.book;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.List;

/** Leaves every client unscored, for one reason. */
final class UnscoredSegmenter implements Segmenter {

    private static final long serialVersionUID = 1;

    private final String schemeId;
    private final ArrayList<Segment> segments;
    private final Reason reason;

    UnscoredSegmenter(String schemeId, List<Segment> segments, Reason reason) {
        this.schemeId = schemeId;
        this.segments = new ArrayList<>(segments);
        this.reason = reason;
    }

    @Override
    public String schemeId() {
        return schemeId;
    }

    @Override
    public List<Segment> segments() {
        return List.copyOf(segments);
    }

    @Override
    public Assignment assign(Client client) {
        return Assignment.unscored(client.id(), List.of(reason));
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId + ", all unscored]";
    }
}
