package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Book;
import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import java.util.List;

/** A scheme that keeps the contract, and that others make wrong in one way each: the best half by years is loyal. */
class LoyalScheme implements SegmentationScheme {

    static final Measure YEARS = Measure.of("years");
    static final Segment LOYAL = Segment.of("Loyal", 1);
    static final Segment NEW = Segment.of("New", 2);

    private final double share;

    LoyalScheme() {
        this(0.5);
    }

    LoyalScheme(double share) {
        this.share = share;
    }

    @Override
    public String id() {
        return "acme.loyal";
    }

    @Override
    public List<Segment> segments() {
        return List.of(LOYAL, NEW);
    }

    @Override
    public List<Requirement> requirements() {
        return List.of(Requirement.needs(YEARS));
    }

    @Override
    public List<String> attributes() {
        return List.of("remark");
    }

    @Override
    public Settings settings() {
        return Settings.empty().with("share", share);
    }

    @Override
    public SegmentationScheme withSettings(Settings settings) {
        settings.allow("share");
        double newShare = settings.real("share").orElse(share);
        return newShare == share ? this : new LoyalScheme(newShare);
    }

    @Override
    public Segmenter fit(Book book) {
        return segmenter(line(book));
    }

    final double line(Book book) {
        return book.cutoffs(Ordering.by(YEARS), share).cuts().get(0).boundary().get(0);
    }

    Segmenter segmenter(double line) {
        return new AtLeast(id(), segments(), line);
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return segmenter(settings.real("line").orElseThrow(settings.lacking("line")));
    }

    /** Places clients of some years and more in the first segment, the others in the second. */
    static class AtLeast implements Segmenter {

        private static final long serialVersionUID = 1;

        private final String schemeId;
        private final Segment[] segments;
        final double line;

        AtLeast(String schemeId, List<Segment> segments, double line) {
            this.schemeId = schemeId;
            this.segments = segments.toArray(new Segment[0]);
            this.line = line;
        }

        @Override
        public String schemeId() {
            return schemeId;
        }

        @Override
        public List<Segment> segments() {
            return List.of(segments);
        }

        @Override
        public Settings settings() {
            return Settings.empty().with("line", line);
        }

        @Override
        public Assignment assign(Client client) {
            return assign(client, client.measure(YEARS));
        }

        Assignment assign(Client client, double years) {
            if (Double.isNaN(years)) {
                return Assignment.unscored(client.id(), List.of(Reason.unknown("years")));
            }
            return years >= line
                    ? because(client, segments[0], "years.enough")
                    : because(client, segments[1], "years.few");
        }

        static Assignment because(Client client, Segment segment, String code) {
            return Assignment.of(client.id(), segment)
                    .withReasons(List.of(new Reason(code, List.of(), code.replace('.', ' '))));
        }
    }
}
