package dev.segmentation.core.review;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places clients by the rule, but for those of whom it was decided otherwise. */
final class ReviewedSegmenter implements Segmenter {

    private static final long serialVersionUID = 1;

    private final Segmenter rule;
    private final HashMap<String, Decided> decided;

    ReviewedSegmenter(Segmenter rule, Map<String, Decided> decided) {
        this.rule = rule;
        this.decided = new HashMap<>(decided);
    }

    @Override
    public String schemeId() {
        return rule.schemeId();
    }

    @Override
    public List<Segment> segments() {
        return rule.segments();
    }

    @Override
    public List<Requirement> requirements() {
        return rule.requirements();
    }

    @Override
    public boolean allows(Segment from, Segment to) {
        return rule.allows(from, to);
    }

    @Override
    public Assignment assign(Client client) {
        Assignment ruled = rule.assign(client);
        Decided otherwise = decided.get(client.id());
        return otherwise == null ? ruled : otherwise.applied(ruled);
    }

    @Override
    public Optional<Ordering> ordering() {
        return rule.ordering();
    }

    @Override
    public Optional<Cutoffs> cutoffs() {
        return rule.cutoffs();
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId() + ", " + decided.size() + " decided]";
    }
}
