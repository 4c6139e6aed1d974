package dev.segmentation.core.book;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places each client with the segmenter of its book. */
final class SegmenterByBook implements Segmenter {

    private static final long serialVersionUID = 1;

    private final String attribute;
    private final String schemeId;
    private final ArrayList<Segment> segments;
    private final ArrayList<Requirement> requirements;
    private final HashMap<String, Segmenter> segmenters = new HashMap<>();

    private SegmenterByBook(String attribute, SegmentationScheme scheme) {
        this.attribute = attribute;
        this.schemeId = scheme.id();
        this.segments = new ArrayList<>(scheme.segments());
        this.requirements = new ArrayList<>(scheme.requirements());
    }

    static SegmenterByBook of(String attribute, SegmentationScheme scheme, Map<String, Segmentation> books) {
        SegmenterByBook segmenter = new SegmenterByBook(attribute, scheme);
        books.forEach((name, result) -> segmenter.segmenters.put(name, result.segmenter()));
        return segmenter;
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
    public List<Requirement> requirements() {
        return List.copyOf(requirements);
    }

    @Override
    public boolean allows(Segment from, Segment to) {
        return segmenters.values().stream().allMatch(segmenter -> segmenter.allows(from, to));
    }

    @Override
    public Assignment assign(Client client) {
        Optional<String> name = client.attribute(attribute);
        if (name.isEmpty()) {
            return Assignment.unscored(client.id(), List.of(Reason.unknown(attribute)));
        }
        Segmenter own = segmenters.get(name.get());
        if (own == null) {
            Reason reason = new Reason(
                    "book.unknown", List.of(attribute, name.get()), "no book of '" + name.get() + "' was segmented");
            return Assignment.unscored(client.id(), List.of(reason));
        }
        return own.assign(client);
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId + ", " + segmenters.size() + " books by " + attribute + "]";
    }
}
