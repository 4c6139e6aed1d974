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
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places clients by rank, and says by which grades they came there. */
final class FourSSegmenter implements Segmenter {

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
        Score score = scorecard.explain(client);
        List<Reason> reasons = new ArrayList<>(place.reasons());
        List<Criterion> criteria = scorecard.criteria();
        for (int c = 0; c < criteria.size(); c++) {
            reasons.add(graded(criteria.get(c).measure(), (int)
                    score.contributions().get(c).grade()));
        }
        return place.withScore(score).withReasons(reasons);
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

    /** Says where the value lies, which is the other way round where less is better, and the grade that makes. */
    private static Reason graded(Measure measure, int grade) {
        int level = measure.direction() == Direction.HIGHER_IS_BETTER ? grade : LEVELS.size() + 1 - grade;
        return new Reason(
                "criterion.graded",
                List.of(measure.name(), Integer.toString(grade)),
                measure.name().replace('_', ' ') + " " + LEVELS.get(level - 1) + " (grade " + grade + " of "
                        + LEVELS.size() + ")");
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
