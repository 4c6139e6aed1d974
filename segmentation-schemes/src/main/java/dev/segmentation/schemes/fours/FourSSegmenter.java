package dev.segmentation.schemes.fours;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.ColumnSegmenter;
import dev.segmentation.core.book.Columns;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places clients by rank, and says by which grades they came there. */
final class FourSSegmenter implements ColumnSegmenter {

    private static final long serialVersionUID = 1;
    private static final List<String> LEVELS = List.of("below average", "average", "above average");

    private final FittedScorecard scorecard;
    private final Segmenter ranked;

    FourSSegmenter(FittedScorecard scorecard, Segmenter ranked) {
        this.scorecard = scorecard;
        this.ranked = ranked;
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
    public Assignment assign(Client client) {
        List<Measure> unknown = scorecard.unknown(client);
        if (!unknown.isEmpty()) {
            return Assignment.unscored(
                    client.id(),
                    unknown.stream().map(measure -> unknown(measure, client)).toList());
        }
        Assignment place = ranked.assign(client);
        if (!place.isScored()) {
            return place; // what breaks ties is unknown
        }
        Score score = scorecard.explain(client);
        List<Reason> reasons = new ArrayList<>(place.reasons());
        score.contributions().forEach(part -> reasons.add(graded(part, score.scale())));
        return place.withScore(score).withReasons(reasons);
    }

    @Override
    public int[] places(Columns columns) {
        List<Ordering.Key> order = ranked.ordering().orElseThrow().keys();
        double[][] keys = new double[order.size()][];
        keys[0] = scorecard.scores(columns);
        for (int k = 1; k < keys.length; k++) {
            keys[k] = columns.keys(order.get(k).measure().orElseThrow());
        }
        int[] places = ranked.cutoffs().orElseThrow().tiers(keys);
        int unscored = segments().size();
        for (int row = 0; row < places.length; row++) {
            places[row] = places[row] < 0 ? unscored : places[row];
        }
        return places;
    }

    private static Reason unknown(Measure measure, Client client) {
        if (!Double.isNaN(client.measure(measure))) {
            return new Reason(
                    "measure.incomparable",
                    List.of(measure.name()),
                    measure + " cannot be graded, as the book knows it of nobody");
        }
        return new Reason("measure.unknown", List.of(measure.name()), measure + " is unknown");
    }

    private Reason graded(Score.Contribution part, String scale) {
        String grade = part.grade() == Math.rint(part.grade())
                ? Long.toString((long) part.grade())
                : Double.toString(part.grade());
        String level = scale.equals(Scale.ONE_TO_THREE.toString()) ? level(part) + " (grade " : "(grade ";
        return new Reason(
                "criterion.graded",
                List.of(part.criterion(), grade),
                part.criterion().replace('_', ' ') + " " + level + grade + " on " + scale + ")");
    }

    /** Says where the value lies, which is the other way round where less is better. */
    private String level(Score.Contribution part) {
        boolean isLessBetter = scorecard.measures().stream()
                .anyMatch(measure ->
                        measure.name().equals(part.criterion()) && measure.direction() == Direction.LOWER_IS_BETTER);
        long grade = Math.round(part.grade());
        return Double.isNaN(part.raw())
                ? "unknown"
                : LEVELS.get((int) (isLessBetter ? LEVELS.size() - grade : grade - 1));
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
