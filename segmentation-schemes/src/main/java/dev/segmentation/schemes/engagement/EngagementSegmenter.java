package dev.segmentation.schemes.engagement;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.ColumnSegmenter;
import dev.segmentation.core.book.Columns;
import dev.segmentation.core.scoring.FittedLine;
import dev.segmentation.core.scoring.FittedScorecard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Places clients in the quadrant of two yes-or-no questions. */
final class EngagementSegmenter implements ColumnSegmenter {

    private static final long serialVersionUID = 1;

    private final ProfitFunction profit;
    private final FittedLine profitable;
    private final FittedScorecard engaged;
    private final double atLeast;

    EngagementSegmenter(ProfitFunction profit, FittedLine profitable, FittedScorecard engaged, double atLeast) {
        this.profit = profit;
        this.profitable = profitable;
        this.engaged = engaged;
        this.atLeast = atLeast;
    }

    static EngagementSegmenter from(Settings settings) {
        settings.allow("scheme", "profit", "profitable", "engaged", "at_least").mustBe("scheme", Engagement.ID);
        return new EngagementSegmenter(
                ProfitFunction.from(settings.group("profit").orElseThrow(settings.lacking("profit"))),
                FittedLine.from(settings.group("profitable").orElseThrow(settings.lacking("profitable"))),
                FittedScorecard.from(settings.group("engaged").orElseThrow(settings.lacking("engaged"))),
                settings.real("at_least").orElseThrow(settings.lacking("at_least")));
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("scheme", schemeId())
                .with("profit", profit.settings())
                .with("profitable", profitable.settings())
                .with("engaged", engaged.settings())
                .with("at_least", atLeast);
    }

    @Override
    public String schemeId() {
        return Engagement.ID;
    }

    @Override
    public List<Segment> segments() {
        return Engagement.SEGMENTS;
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>(engaged.requirements());
        for (Measure measure : profit.measures()) {
            if (requirements.stream().noneMatch(own -> own.measure().equals(measure))) {
                requirements.add(Requirement.needs(measure));
            }
        }
        return List.copyOf(requirements);
    }

    @Override
    public int place(Client client) {
        double worth = profit.score(client);
        double score = engaged.score(client);
        if (Double.isNaN(worth) || Double.isNaN(score)) {
            return segments().size();
        }
        return (profitable.isPassedBy(worth) ? 0 : 2) + (score >= atLeast ? 0 : 1);
    }

    @Override
    public List<String> attributes() {
        return engaged.attributes();
    }

    @Override
    public Assignment assign(Client client) {
        int place = place(client);
        double worth = profit.score(client);
        if (place == segments().size()) {
            List<Reason> unknown = new ArrayList<>();
            Profit.unknown(client, profit.measures()).forEach(measure -> unknown.add(Reason.unknown(measure.name())));
            unknown.addAll(engaged.unscored(client));
            // Infinite revenue less infinite cost is no number, though both are known.
            return Assignment.unscored(client.id(), unknown.isEmpty() ? List.of(Reason.unknown("profit")) : unknown);
        }
        List<Reason> reasons = new ArrayList<>();
        String amount = shown(worth);
        reasons.add(
                profitable.isPassedBy(worth)
                        ? new Reason(
                                "profit.above",
                                List.of(Double.toString(worth), profitable.toString()),
                                "profitable: profit " + amount + " is " + profitable)
                        : new Reason(
                                "profit.below",
                                List.of(Double.toString(worth), profitable.toString()),
                                "not profitable: profit " + amount + " is not " + profitable));
        double score = engaged.score(client);
        reasons.add(
                score >= atLeast
                        ? new Reason(
                                "engaged.yes",
                                List.of(Double.toString(score), Double.toString(atLeast)),
                                "gets it: " + shown(score) + " is at least " + shown(atLeast))
                        : new Reason(
                                "engaged.no",
                                List.of(Double.toString(score), Double.toString(atLeast)),
                                "does not get it yet: " + shown(score) + " is below " + shown(atLeast)));
        reasons.addAll(engaged.explain(client).reasons());
        return Assignment.of(client.id(), segments().get(place)).withReasons(reasons);
    }

    private static String shown(double amount) {
        return Double.isInfinite(amount)
                ? Double.toString(amount)
                : BigDecimal.valueOf(amount)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** A client has no score. */
    @Override
    public IntToDoubleFunction scorer(Columns columns, int[] places) {
        return row -> Double.NaN;
    }

    @Override
    public boolean asksForAttention() {
        return false;
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId() + ", " + segments().size() + " segments]";
    }
}
