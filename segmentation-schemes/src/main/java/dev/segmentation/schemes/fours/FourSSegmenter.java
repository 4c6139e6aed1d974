package dev.segmentation.schemes.fours;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.ColumnSegmenter;
import dev.segmentation.core.book.Columns;
import dev.segmentation.core.scoring.ExplainedScore;
import dev.segmentation.core.scoring.FittedScorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Places clients by rank, and says by which grades they came there. */
final class FourSSegmenter implements ColumnSegmenter {

    private static final long serialVersionUID = 1;

    private final FittedScorecard scorecard;
    private final Segmenter ranked;

    private FourSSegmenter(FittedScorecard scorecard, Segmenter ranked) {
        this.scorecard = scorecard;
        this.ranked = ranked;
    }

    static FourSSegmenter of(FittedScorecard scorecard, List<Segment> segments, Ordering ordering, Cutoffs cutoffs) {
        return new FourSSegmenter(scorecard, Segmenter.ranked(FourS.ID, segments, ordering, cutoffs));
    }

    /** Gives what the clients are ranked by: the score, then what breaks its ties. */
    static Ordering ordering(FittedScorecard scorecard, List<Measure> tieBreakers) {
        Ordering ordering = Ordering.by("score", scorecard);
        for (Measure tieBreaker : tieBreakers) {
            ordering = ordering.thenBy(tieBreaker);
        }
        return ordering;
    }

    static FourSSegmenter from(Settings settings) {
        settings.allow("scheme", "segments", "scorecard", "tie_breakers", "cutoffs")
                .mustBe("scheme", FourS.ID);
        FittedScorecard scorecard =
                FittedScorecard.from(settings.group("scorecard").orElseThrow(settings.lacking("scorecard")));
        List<Segment> segments = Segment.listFrom(settings, "segments").orElseThrow(settings.lacking("segments"));
        Cutoffs cutoffs = Cutoffs.from(settings.group("cutoffs").orElseThrow(settings.lacking("cutoffs")));
        List<Measure> tieBreakers = settings.measures("tie_breakers").orElse(List.of());
        return settings.checked("cutoffs", () -> of(scorecard, segments, ordering(scorecard, tieBreakers), cutoffs));
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("scheme", schemeId())
                .with("segments", segments().stream().map(Segment::settings).toList())
                .with("scorecard", scorecard.settings())
                .with("tie_breakers", tieBreakers())
                .with("cutoffs", ranked.cutoffs().orElseThrow().settings());
    }

    private List<Measure> tieBreakers() {
        return ranked.ordering().orElseThrow().keys().stream()
                .flatMap(key -> key.measure().stream())
                .toList();
    }

    @Override
    public String schemeId() {
        return ranked.schemeId();
    }

    @Override
    public List<Segment> segments() {
        return ranked.segments();
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>(scorecard.requirements());
        for (Measure tieBreaker : tieBreakers()) {
            if (requirements.stream().noneMatch(own -> own.measure().equals(tieBreaker))) {
                requirements.add(Requirement.uses(tieBreaker));
            }
        }
        return List.copyOf(requirements);
    }

    @Override
    public List<String> attributes() {
        return scorecard.attributes();
    }

    @Override
    public Assignment assign(Client client) {
        Assignment place = ranked.assign(client);
        if (!place.isScored()) {
            List<Reason> unscored = scorecard.unscored(client);
            return unscored.isEmpty()
                    ? place // what breaks ties is unknown
                    : Assignment.unscored(client.id(), unscored);
        }
        return scored(client.id(), place.segment(), place.reasons(), scorecard.explain(client));
    }

    private static Assignment scored(String clientId, Segment segment, List<Reason> ofPlace, ExplainedScore score) {
        List<Reason> reasons = new ArrayList<>(ofPlace.size() + score.reasons().size());
        reasons.addAll(ofPlace);
        reasons.addAll(score.reasons());
        return Assignment.of(clientId, segment).withScore(score).withReasons(reasons);
    }

    @Override
    public IntFunction<Assignment> assigner(Columns columns, int[] places) {
        IntFunction<ExplainedScore> explainer = scorecard.explainer(columns);
        List<Segment> segments = segments();
        // The reasons of a place are those of each of its clients.
        AtomicReferenceArray<@Nullable List<Reason>> known = new AtomicReferenceArray<>(segments.size());
        return row -> {
            int place = places[row];
            Client client = columns.client(row);
            if (place == segments.size()) {
                return assign(client);
            }
            List<Reason> ofPlace = known.get(place);
            if (ofPlace == null) {
                ofPlace = ranked.assign(client).reasons();
                known.set(place, ofPlace);
            }
            return scored(client.id(), segments.get(place), ofPlace, explainer.apply(row));
        };
    }

    @Override
    public IntToDoubleFunction scorer(Columns columns, int[] places) {
        double[] scores = columns.made(scorecard);
        int unscored = segments().size();
        return row -> places[row] == unscored ? Double.NaN : scores[row];
    }

    @Override
    public boolean asksForAttention() {
        return false;
    }

    @Override
    public int place(Client client) {
        double[] keys = ranked.ordering().orElseThrow().keysOf(client);
        boolean isKnown = Arrays.stream(keys).noneMatch(Double::isNaN);
        return isKnown ? ranked.cutoffs().orElseThrow().tier(keys) : segments().size();
    }

    @Override
    public int[] places(Columns columns) {
        List<Ordering.Key> order = ranked.ordering().orElseThrow().keys();
        double[][] keys = new double[order.size()][];
        keys[0] = columns.made(scorecard);
        for (int k = 1; k < keys.length; k++) {
            keys[k] = columns.keys(order.get(k).measure().orElseThrow());
        }
        int[] places = ranked.cutoffs().orElseThrow().tiers(keys);
        int unscored = segments().size();
        for (int row = 0; row < places.length; row++) {
            // The same as a choice by sign, of which the compiler makes no vector operations: -1 becomes the greatest.
            places[row] = Math.min(places[row] & Integer.MAX_VALUE, unscored);
        }
        return places;
    }

    @Override
    public Optional<Ordering> ordering() {
        return ranked.ordering();
    }

    @Override
    public Optional<Cutoffs> cutoffs() {
        return ranked.cutoffs();
    }

    @Override
    public String toString() {
        return ranked.toString();
    }
}
