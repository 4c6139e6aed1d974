package dev.segmentation.shell.command;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import dev.segmentation.shell.csv.TextChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return Assignment.of(
                client.id(),
                find(name).orElseThrow(() -> new InvalidAttributeException(client.id(), column, name, mustBe())));
    }

    /** Gives checks that refuse what is no segment too. */
    TextChecks with(TextChecks checks) {
        return checks.with(column, this::refusal);
    }

    private Optional<String> refusal(String text) {
        String name = text.strip();
        return name.isEmpty()
                        || name.equals(Segment.UNSCORED.name())
                        || find(name).isPresent()
                ? Optional.empty()
                : Optional.of(mustBe());
    }

    private Optional<Segment> find(String name) {
        return segments.stream().filter(own -> own.name().equals(name)).findFirst();
    }

    private String mustBe() {
        return "must be one of "
                + String.join(", ", segments.stream().map(Segment::name).toList());
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId + ", as column " + column + " says]";
    }
}
