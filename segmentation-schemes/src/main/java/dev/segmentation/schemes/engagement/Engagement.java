package dev.segmentation.schemes.engagement;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Line;
import dev.segmentation.core.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The engagement quadrants: is the client profitable, and does it get what the practice does?
 *
 * <table>
 *   <caption>The quadrants</caption>
 *   <tr><th></th><th>gets it</th><th>does not yet</th></tr>
 *   <tr><th>profitable</th><td>A</td><td>B</td></tr>
 *   <tr><th>not profitable</th><td>C</td><td>D</td></tr>
 * </table>
 *
 * <p>Profit is the measure {@code profit}, and a client is profitable above 0; it gets it where the measure {@code engaged}
 * is 1. With profits 900, 900, -50 and -50, and engaged 1, 0, 1 and 0, the four clients are A, B, C and D. A book may have
 * nobody in a quadrant: it is not filled up.
 *
 * <p>All of it can be set:
 *
 * <pre>{@code
 * Engagement.scheme()
 *         .withProfit(Profit.computed(Map.of(HOURS, 150.0)))
 *         .withProfitable(Line.aboveMedian())
 *         .withEngaged(List.of(Criterion.of(ATTITUDE, Grading.given(1, 3))), 2)
 * }</pre>
 *
 * <p>Source: Phil Billingham, "Client Engagement Segmentation: Seeing Clients for More than Their Money". What counts as
 * profitable and how engagement is measured are left open there; the defaults are this library's.
 */
public final class Engagement implements SegmentationScheme {

    static final String ID = "engagement";

    static final List<Segment> SEGMENTS = List.of(
            new Segment(
                    "A",
                    1,
                    "Profitable, and gets it: our business.",
                    "Design the service around them; retain and grow."),
            new Segment(
                    "B",
                    2,
                    "Profitable, but does not get it yet: bought the product, not the relationship.",
                    "Engage them; show the value."),
            new Segment("C", 3, "Gets it, but is not profitable.", "Take cost out; simplify."),
            new Segment("D", 4, "Neither: not really a client.", "Let go."));

    private final Profit profit;
    private final Line profitable;
    private final List<Criterion> criteria;
    private final double atLeast;

    /** Makes the scheme by given profit above 0 and engaged yes or no; {@link java.util.ServiceLoader} calls this. */
    public Engagement() {
        this(Profit.given(), Line.above(0), List.of(Criterion.of(Measure.ENGAGED, Grading.yesNo())), 1);
    }

    private Engagement(Profit profit, Line profitable, List<Criterion> criteria, double atLeast) {
        this.profit = Objects.requireNonNull(profit, "profit");
        this.profitable = Objects.requireNonNull(profitable, "profitable");
        this.criteria = criteria;
        this.atLeast = atLeast;
    }

    /**
     * Gives the scheme by given profit above 0 and engaged yes or no.
     *
     * @return the scheme
     */
    public static Engagement scheme() {
        return new Engagement();
    }

    /**
     * Gives the same scheme with another profit.
     *
     * @param newProfit given or computed
     * @return another scheme
     */
    public Engagement withProfit(Profit newProfit) {
        return new Engagement(newProfit, profitable, criteria, atLeast);
    }

    /**
     * Gives the same scheme with another line between profitable and not.
     *
     * @param newProfitable the line
     * @return another scheme
     */
    public Engagement withProfitable(Line newProfitable) {
        return new Engagement(profit, newProfitable, criteria, atLeast);
    }

    /**
     * Gives the same scheme with another judgement of who gets it: one criterion, or the mean of several.
     *
     * @param newCriteria at least one, all graded on one scale; copied
     * @param newAtLeast the score from which a client gets it; on the scale
     * @return another scheme
     * @throws IllegalArgumentException if the criteria make no scorecard, or the score is not on its scale
     */
    public Engagement withEngaged(List<Criterion> newCriteria, double newAtLeast) {
        List<Criterion> copy = Scorecard.of(newCriteria).criteria();
        double worst = copy.get(0).scale().worst();
        double best = copy.get(0).scale().best();
        if (!(newAtLeast > worst && newAtLeast <= best)) {
            throw new IllegalArgumentException("the score from which a client gets it must be above " + worst
                    + " and at most " + best + ", but was " + newAtLeast);
        }
        return new Engagement(profit, profitable, copy, newAtLeast);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "Four quadrants: is the client profitable, and does it get what we do?";
    }

    @Override
    public List<Segment> segments() {
        return SEGMENTS;
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>(profit.requirements());
        for (Criterion criterion : criteria) {
            criterion.requirement().map(Requirement::asNeeded).ifPresent(requirement -> {
                requirements.removeIf(own -> own.measure().equals(requirement.measure()));
                requirements.add(requirement);
            });
        }
        return List.copyOf(requirements);
    }

    @Override
    public List<String> attributes() {
        return criteria.stream()
                .flatMap(criterion -> criterion.attribute().stream())
                .toList();
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("profit", profit.settings())
                .with("profitable", profitable.plain())
                .with(
                        "engaged",
                        Settings.empty()
                                .with(
                                        "criteria",
                                        criteria.stream()
                                                .map(Criterion::settings)
                                                .toList())
                                .with("at_least", atLeast));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The keys are {@code profit}, with {@code measure} or with {@code rates}, a group of rates an hour by the measure
     * of the hours; {@code profitable}, as {@link Line#from} reads it; and {@code engaged}, with {@code criteria}, as
     * {@link Criterion#from} reads each, and {@code at_least}.
     */
    @Override
    public Engagement withSettings(Settings settings) {
        settings.allow("profit", "profitable", "engaged");
        Engagement scheme = new Engagement(
                settings.group("profit").map(Profit::from).orElse(profit),
                settings.has("profitable") ? Line.from(settings, "profitable") : profitable,
                criteria,
                atLeast);
        return settings.group("engaged")
                .map(engaged -> {
                    engaged.allow("criteria", "at_least");
                    List<Criterion> newCriteria =
                            engaged.groups("criteria").orElseThrow(engaged.lacking("criteria")).stream()
                                    .map(Criterion::from)
                                    .toList();
                    double newAtLeast = engaged.real("at_least").orElseThrow(engaged.lacking("at_least"));
                    return settings.checked("engaged", () -> scheme.withEngaged(newCriteria, newAtLeast));
                })
                .orElse(scheme);
    }

    @Override
    public Segmenter fit(Book book) {
        for (Criterion criterion : criteria) {
            if (!criterion.isIn(book)) {
                throw new IllegalArgumentException("scheme " + ID + " needs " + criterion.name() + ", but the book has "
                        + book.measures() + " and the texts " + book.attributes());
            }
        }
        ProfitFunction function = profit.in(book);
        FittedScorecard engaged = Scorecard.of(criteria).fit(book);
        return new EngagementSegmenter(
                function, profitable.fit(book, Ordering.by("profit", function)), engaged, atLeast);
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return EngagementSegmenter.from(settings);
    }

    /** Gives one line: {@code Engagement[engagement, 4 segments]}. */
    @Override
    public String toString() {
        return "Engagement[" + ID + ", " + SEGMENTS.size() + " segments]";
    }
}
