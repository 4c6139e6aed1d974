package dev.segmentation.shell.report;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the parts of the page tell of a segmentation, gathered in one walk over its clients. */
final class Facts {

    /** A list on the page has so many rows at most. */
    static final int MOST_ROWS = 200;

    private final Report report;
    private final Segmenter segmenter;
    private final List<Segment> places;
    private final double revenue;
    private final double[] scores;
    private final boolean[] isKnownScore = {false};
    private final Map<String, ReasonCount> reasons = new TreeMap<>();
    private final Map<String, Integer> unscoredFor = new TreeMap<>();
    private final List<Attention> attention = new ArrayList<>();
    private long needingAttention;

    Facts(Report report) {
        this.report = report;
        Segmentation result = report.result();
        this.segmenter = result.segmenter();
        this.places = new ArrayList<>(result.segments());
        if (result.count(Segment.UNSCORED) > 0) {
            places.add(Segment.UNSCORED);
        }
        this.revenue = hasRevenue() ? book().summary(Measure.REVENUE).sum() : 0;
        this.scores = new double[result.size()];
        Arrays.fill(scores, Double.NaN);
        Optional<Ordering> ordering = segmenter.ordering();
        for (int row = 0; row < scores.length; row++) {
            Assignment assignment = result.assignment(row);
            tell(assignment);
            if (ordering.isPresent() && assignment.isScored()) {
                scores[row] = oriented(
                        ordering.get(), ordering.get().keysOf(result.book().client(row))[0]);
            } else {
                scores[row] = assignment.score().map(Score::value).orElse(Double.NaN);
            }
            isKnownScore[0] |= Double.isFinite(scores[row]);
        }
    }

    /** Keys are greater where a client is better; of hours, say, less is. */
    private static double oriented(Ordering ordering, double key) {
        return ordering.keys()
                .get(0)
                .measure()
                .map(measure -> measure.direction().orient(key))
                .orElse(key);
    }

    private void tell(Assignment assignment) {
        for (Reason reason : assignment.reasons()) {
            ReasonCount told = reasons.get(reason.code());
            reasons.put(
                    reason.code(),
                    told == null
                            ? new ReasonCount(1, reason.text())
                            : new ReasonCount(told.clients() + 1, told.example()));
            if (!assignment.isScored()) {
                unscoredFor.merge(reason.text(), 1, Integer::sum);
            }
            if (reason.needsAttention()) {
                needingAttention++;
                if (attention.size() < MOST_ROWS) {
                    attention.add(new Attention(assignment.clientId(), assignment.segment(), reason.text()));
                }
            }
        }
    }

    Report report() {
        return report;
    }

    Segmentation result() {
        return report.result();
    }

    ClientBook book() {
        return report.result().book();
    }

    Segmenter segmenter() {
        return segmenter;
    }

    /** Gives the segments, the best first, and behind them unscored where somebody is. */
    List<Segment> places() {
        return places;
    }

    Palette color(Segment segment) {
        return Palette.of(result().segments(), segment);
    }

    long scored() {
        return result().size() - result().count(Segment.UNSCORED);
    }

    boolean hasRevenue() {
        return book().has(Measure.REVENUE);
    }

    /** Gives the revenue of the whole book; 0 where none is known. */
    double revenue() {
        return revenue;
    }

    /** Gives the sum of what is known of the clients of a segment; NaN where it has clients and nothing is known of any. */
    double sum(Segment segment, Measure measure) {
        Summary summary = result().summary(segment, measure);
        return summary.count() == 0 && summary.missing() > 0 ? Double.NaN : summary.sum();
    }

    /** Gives what is judged by how much clients bring of it: revenue, or the total that a scheme shares out. */
    Optional<Measure> total() {
        Optional<Measure> ofCuts = segmenter.cutoffs().flatMap(Cutoffs::total);
        return ofCuts.isPresent() || !hasRevenue() ? ofCuts : Optional.of(Measure.REVENUE);
    }

    double[] values(Measure measure) {
        double[] values = new double[result().size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = book().client(row).measure(measure);
        }
        return values;
    }

    /** Says whether the scheme gives numbers that clients are ranked by. */
    boolean hasScores() {
        return isKnownScore[0];
    }

    /** Gives the number that a client is ranked by; NaN where there is none. */
    double score(int row) {
        return scores[row];
    }

    String scoreName() {
        return segmenter.ordering().map(order -> order.keys().get(0).name()).orElse("score");
    }

    List<Cut> cuts() {
        return segmenter.cutoffs().map(Cutoffs::cuts).orElse(List.of());
    }

    /** Gives the first number of a cut as it is shown. */
    double boundary(Cut cut) {
        return segmenter
                .ordering()
                .map(order -> oriented(order, cut.boundary().get(0)))
                .orElse(cut.boundary().get(0));
    }

    /** Gives the share asked for a segment alone, where cuts are between the segments. */
    Optional<Double> asked(Segment segment) {
        List<Cut> cuts = cuts();
        int place = result().segments().indexOf(segment);
        if (place < 0 || cuts.size() + 1 != result().segments().size()) {
            return Optional.empty();
        }
        double from = place == 0 ? 0 : cuts.get(place - 1).asked().toDouble();
        double to = place == cuts.size() ? 1 : cuts.get(place).asked().toDouble();
        return Optional.of(to - from);
    }

    Map<String, ReasonCount> reasons() {
        return reasons;
    }

    Map<String, Integer> unscoredFor() {
        return unscoredFor;
    }

    List<Attention> attention() {
        return attention;
    }

    long needingAttention() {
        return needingAttention;
    }

    /** Gives what a client brings less what serving it costs; NaN where that is not known. */
    double profit(Client client) {
        if (book().has(Measure.PROFIT)) {
            return client.measure(Measure.PROFIT);
        }
        return report.cost()
                .map(cost -> client.measure(Measure.REVENUE) - cost.applyAsDouble(client))
                .orElse(Double.NaN);
    }

    /** How often a reason is given, and one of its texts. */
    record ReasonCount(int clients, String example) {}

    /** A client of whom a person must decide something. */
    record Attention(String clientId, Segment segment, String why) {}
}
