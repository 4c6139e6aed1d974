package dev.segmentation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Places clients between the cuts of an ordering. */
final class RankedSegmenter implements Segmenter {

    private static final long serialVersionUID = 1;

    private final String schemeId;
    private final ArrayList<Segment> segments;
    private final Ordering ordering;
    private final Cutoffs cutoffs;

    /** The reasons of each tier, the same objects for all of its clients. */
    private final ArrayList<Reason> reasons = new ArrayList<>();

    RankedSegmenter(String schemeId, List<Segment> segments, Ordering ordering, Cutoffs cutoffs) {
        this.schemeId = Objects.requireNonNull(schemeId, "schemeId");
        this.segments = new ArrayList<>(List.copyOf(segments));
        this.ordering = Objects.requireNonNull(ordering, "ordering");
        this.cutoffs = cutoffs;
        if (segments.size() != cutoffs.cuts().size() + 1) {
            throw new IllegalArgumentException("there must be one segment more than cuts, but there are "
                    + segments.size() + " segments and " + cutoffs.cuts().size() + " cuts");
        }
        int keys = ordering.keys().size();
        if (cutoffs.cuts().get(0).boundary().size() != keys) {
            throw new IllegalArgumentException("the cuts must be made by the ordering's " + keys + " keys, but have "
                    + cutoffs.cuts().get(0).boundary().size());
        }
        for (int tier = 0; tier < segments.size(); tier++) {
            reasons.add(place(tier));
        }
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
        double[] keys = ordering.keysOf(client);
        for (double key : keys) {
            if (Double.isNaN(key)) {
                return Assignment.unscored(client.id(), unknown(keys));
            }
        }
        int tier = cutoffs.tier(keys);
        return Assignment.of(client.id(), segments.get(tier)).withReasons(List.of(reasons.get(tier)));
    }

    private List<Reason> unknown(double... keys) {
        return IntStream.range(0, keys.length)
                .filter(k -> Double.isNaN(keys[k]))
                .mapToObj(k -> Reason.unknown(ordering.keys().get(k).name()))
                .toList();
    }

    private Reason place(int tier) {
        String keys = ordering.keys().stream().map(Ordering.Key::name).collect(Collectors.joining(", then "));
        if (tier == cutoffs.cuts().size()) {
            String last = cutoffs.cuts().get(tier - 1).asked().toString();
            return new Reason("cut.below", List.of(keys, last), "not in the top " + last + " by " + keys);
        }
        String share = cutoffs.cuts().get(tier).asked().toString();
        return new Reason("cut.within", List.of(keys, share), "in the top " + share + " by " + keys);
    }

    @Override
    public List<Requirement> requirements() {
        return ordering.keys().stream()
                .flatMap(key -> key.measure().stream())
                .map(Requirement::needs)
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnsupportedOperationException if a key of the ordering is a function
     */
    @Override
    public Settings settings() {
        List<Measure> measures = ordering.keys().stream()
                .map(key -> key.measure()
                        .orElseThrow(() -> new UnsupportedOperationException("a segmenter of scheme " + schemeId
                                + " cannot be plain data, as " + key.name() + " is a function")))
                .toList();
        return Settings.empty()
                .with("scheme", schemeId)
                .with("segments", segments.stream().map(Segment::settings).toList())
                .with("measures", measures)
                .with("cutoffs", cutoffs.settings());
    }

    static RankedSegmenter from(String schemeId, Settings settings) {
        settings.allow("scheme", "segments", "measures", "cutoffs").mustBe("scheme", schemeId);
        Ordering ordering = null;
        for (Measure measure : settings.measures("measures").orElseThrow(settings.lacking("measures"))) {
            ordering = ordering == null ? Ordering.by(measure) : ordering.thenBy(measure);
        }
        Ordering by = Optional.ofNullable(ordering).orElseThrow(settings.lacking("measures"));
        Cutoffs cutoffs = Cutoffs.from(settings.group("cutoffs").orElseThrow(settings.lacking("cutoffs")));
        List<Segment> segments = Segment.listFrom(settings, "segments").orElseThrow(settings.lacking("segments"));
        return settings.checked("cutoffs", () -> new RankedSegmenter(schemeId, segments, by, cutoffs));
    }

    @Override
    public Optional<Ordering> ordering() {
        return Optional.of(ordering);
    }

    @Override
    public Optional<Cutoffs> cutoffs() {
        return Optional.of(cutoffs);
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId + ", " + segments.size() + " segments]";
    }
}
