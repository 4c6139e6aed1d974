package dev.segmentation.shell.analyst;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import java.util.List;
import java.util.stream.IntStream;

/** A scheme that learns nothing: a rule tells the segment of each client. */
final class RuleScheme implements SegmentationScheme {

    private static final String ID = "analyst.rule";

    private final List<Segment> segments;
    private final Rule rule;

    RuleScheme(List<String> names, Rule rule) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("segments must name at least one, but there is none");
        }
        this.segments = IntStream.range(0, names.size())
                .mapToObj(i -> Segment.of(names.get(i), i + 1))
                .toList();
        this.rule = rule;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public List<Requirement> requirements() {
        return List.of();
    }

    @Override
    public Segmenter fit(Book book) {
        return new RuleSegmenter(segments, rule);
    }

    /** Gives one line: {@code RuleScheme[2 segments]}. */
    @Override
    public String toString() {
        return "RuleScheme[" + segments.size() + " segments]";
    }

    /** Places a client as the rule says. */
    private record RuleSegmenter(List<Segment> segments, Rule rule) implements Segmenter {

        private static final Reason NO_SEGMENT = new Reason("rule.none", List.of(), "the rule gives no segment");

        @Override
        public String schemeId() {
            return ID;
        }

        @Override
        public Assignment assign(Client client) {
            String name = rule.segment(client);
            if (name == null) {
                return Assignment.unscored(client.id(), List.of(NO_SEGMENT));
            }
            Segment placed = segments.stream()
                    .filter(segment -> segment.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the rule must give one of " + segments + ", but gave '" + name + "'"));
            return Assignment.of(client.id(), placed);
        }
    }
}
