package dev.segmentation.shell.command;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.List;

/** Takes each client to be in the segment that a column of its file says, where that was decided before. */
final class GivenSegmenter implements Segmenter {

    private static final long serialVersionUID = 1;

    private final String schemeId;
    private final ArrayList<Segment> segments;
    private final String column;

    GivenSegmenter(String schemeId, List<Segment> segments, String column) {
        this.schemeId = schemeId;
        this.segments = new ArrayList<>(segments);
        this.column = column;
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
    public List<String> attributes() {
        return List.of(column);
    }

    @Override
    public Assignment assign(Client client) {
        String name = client.attribute(column).orElse("").strip();
        if (name.isEmpty() || name.equals(Segment.UNSCORED.name())) {
            return Assignment.unscored(client.id(), List.of(Reason.unknown(column)));
        }
        Segment segment = segments.stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidAttributeException(
                        client.id(),
                        column,
                        name,
                        "must be one of "
                                + String.join(
                                        ", ",
                                        segments.stream().map(Segment::name).toList())));
        return Assignment.of(client.id(), segment);
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId + ", as column " + column + " says]";
    }
}
