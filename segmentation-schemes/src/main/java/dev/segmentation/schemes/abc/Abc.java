package dev.segmentation.schemes.abc;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.scoring.FittedLine;
import dev.segmentation.core.scoring.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ideal, pre-ideal and exception clients: A, B and C.
 *
 * <ul>
 *   <li><b>Ideal</b> (A): meets the requirement for assets and revenue; and needs, wants and values what the practice does.
 *   <li><b>Pre-ideal</b> (B): needs, wants and values it, does not yet meet the requirement, and is expected to.
 *   <li><b>Exception</b> (C): is not expected ever to be ideal, and kept for a good business reason, which is on record.
 * </ul>
 *
 * <p>The requirement is the top 25 % of the book by assets and by revenue, or amounts that are told; a book may have one of
 * the two measures alone. Whether a client needs, wants and values what the practice does is told by the measures
 * {@code needs}, {@code wants} and {@code values}, 1 for yes, of those that the book has. A client is expected to become
 * ideal where the adviser says so ({@code expected_ideal}); where the adviser says nothing, if its {@code future_assets} and
 * {@code future_revenue} meet the requirements it misses, and do so within the horizon of five years if
 * {@code years_to_ideal} is known; where it is not, the reasons say so. The reason of an exception is the text
 * {@code exception_reason}.
 *
 * <p>What needs a person is said by reasons of the codes {@code attention.no_reason}, for an exception without a reason on
 * record, and {@code attention.no_group}, for a client that meets the requirement but does not need, want and value what the
 * practice does: it fits no group and is left unscored until a reason makes it an exception.
 *
 * <p>A client of whom it is unknown whether it meets the requirement, and who is expected to become ideal, is ideal or
 * pre-ideal: it is left unscored, and is no exception even with a reason on record.
 *
 * <p>A client once placed stays: at a review, only pre-ideal clients that became ideal are moved, and other moves are
 * proposed. See {@link Segmenter#allows}.
 *
 * <p>With a requirement of 500,000 in assets, one with 600,000 who needs, wants and values is ideal; one with 200,000 who
 * does too is pre-ideal if expected to get there; one with 200,000 who does not want it is an exception.
 *
 * <p>Source: "Simplify Your Client Segmentation &amp; Recognition". The figures of the requirement and the horizon are left
 * open there; the defaults are this library's.
 */
public final class Abc implements SegmentationScheme {

    static final String ID = "abc";

    /** The name of the text attribute that holds the reason of an exception. */
    public static final String EXCEPTION_REASON = "exception_reason";

    static final Segment IDEAL = new Segment(
            "Ideal",
            1,
            "Meets the requirement, and needs, wants and values what we do.",
            "Clone them; give the specials.");
    static final Segment PRE_IDEAL = new Segment(
            "Pre-ideal",
            2,
            "Needs, wants and values what we do, and will meet the requirement.",
            "Help them grow into it.");
    static final Segment EXCEPTION = new Segment(
            "Exception",
            3,
            "Not expected ever to be ideal; kept for a reason on record.",
            "Keep it cheap and easy, and the reason on record.");

    /** What passes for a yes where it is told by 1 for yes and 0 for no. */
    private static final Line YES = Line.atLeast(1);

    private static final double DEFAULT_TOP_SHARE = 0.25;
    private static final double DEFAULT_HORIZON = 5;

    private final Map<Measure, Line> requirement;
    private final Map<Measure, Line> wanted;
    private final double horizonYears;

    /** Makes the scheme as described above; {@link java.util.ServiceLoader} calls this. */
    public Abc() {
        this(
                lines(List.of(Measure.ASSETS, Measure.REVENUE), Line.topShare(DEFAULT_TOP_SHARE)),
                lines(List.of(Measure.NEEDS, Measure.WANTS, Measure.VALUES), YES),
                DEFAULT_HORIZON);
    }

    private Abc(Map<Measure, Line> requirement, Map<Measure, Line> wanted, double horizonYears) {
        this.requirement = requirement;
        this.wanted = wanted;
        this.horizonYears = horizonYears;
    }

    private static Map<Measure, Line> lines(List<Measure> measures, Line line) {
        Map<Measure, Line> lines = new LinkedHashMap<>();
        measures.forEach(measure -> lines.put(measure, line));
        return lines;
    }

    /**
     * Gives the scheme with a requirement learnt from the book: the top 25 % by assets and by revenue.
     *
     * @return the scheme
     */
    public static Abc scheme() {
        return new Abc();
    }

    /**
     * Gives the same scheme with another requirement of one measure, beside those of other measures.
     *
     * @param measure the measure, such as assets
     * @param line what must be passed
     * @return another scheme
     */
    public Abc withRequirement(Measure measure, Line line) {
        return new Abc(with(requirement, measure, line), wanted, horizonYears);
    }

    /**
     * Gives the same scheme with another measure of whether a client needs, wants and values what the practice does,
     * beside those that there are: {@code withWanted(NEEDS, Line.atLeast(2))} for one that is graded 1 to 3.
     *
     * @param measure the measure
     * @param line what must be passed
     * @return another scheme
     */
    public Abc withWanted(Measure measure, Line line) {
        return new Abc(requirement, with(wanted, measure, line), horizonYears);
    }

    private static Map<Measure, Line> with(Map<Measure, Line> lines, Measure measure, Line line) {
        Map<Measure, Line> more = new LinkedHashMap<>(lines);
        more.put(Objects.requireNonNull(measure, "measure"), Objects.requireNonNull(line, "line"));
        return more;
    }

    /**
     * Gives the same scheme with another horizon for those who are expected to become ideal.
     *
     * @param years above 0
     * @return another scheme
     * @throws IllegalArgumentException if the number is not above 0
     */
    public Abc withHorizonYears(double years) {
        if (!(years > 0)) {
            throw new IllegalArgumentException("the horizon must be above 0 years, but was " + years);
        }
        return new Abc(requirement, wanted, years);
    }

    /** Gives the measure of what another one is expected to be, such as future revenue of revenue. */
    static Measure projected(Measure measure) {
        return new Measure("future_" + measure.name(), measure.direction());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "Ideal, pre-ideal and exception clients, and who needs a person's decision.";
    }

    @Override
    public List<Segment> segments() {
        return List.of(IDEAL, PRE_IDEAL, EXCEPTION);
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        requirement.keySet().forEach(measure -> requirements.add(Requirement.uses(measure)));
        wanted.forEach((measure, line) -> requirements.add(
                line.equals(YES) ? Requirement.uses(measure).wholeWithin(0, 1) : Requirement.uses(measure)));
        requirements.add(Requirement.uses(Measure.EXPECTED_IDEAL).wholeWithin(0, 1));
        requirement.keySet().forEach(measure -> requirements.add(Requirement.uses(projected(measure))));
        requirements.add(Requirement.uses(Measure.YEARS_TO_IDEAL));
        return List.copyOf(requirements);
    }

    @Override
    public List<String> attributes() {
        return List.of(EXCEPTION_REASON);
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("requirement", plain(requirement))
                .with("wanted", plain(wanted))
                .with("horizon_years", horizonYears);
    }

    private static Settings plain(Map<Measure, Line> lines) {
        Settings settings = Settings.empty();
        for (Map.Entry<Measure, Line> entry : lines.entrySet()) {
            settings = settings.with(entry.getKey().name(), entry.getValue().plain());
        }
        return settings;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The keys are {@code requirement} and {@code wanted}, groups of lines by the names of their measures, as
     * {@link Line#from} reads each; a group that is there replaces all of its kind; and {@code horizon_years}.
     */
    @Override
    public Abc withSettings(Settings settings) {
        settings.allow("requirement", "wanted", "horizon_years");
        Map<Measure, Line> newRequirement = lines(settings, "requirement", requirement);
        Map<Measure, Line> newWanted = lines(settings, "wanted", wanted);
        double years = settings.real("horizon_years").orElse(horizonYears);
        return settings.checked(
                "horizon_years", () -> new Abc(newRequirement, newWanted, horizonYears).withHorizonYears(years));
    }

    private static Map<Measure, Line> lines(Settings settings, String key, Map<Measure, Line> unless) {
        return settings.group(key)
                .map(group -> {
                    Map<Measure, Line> lines = new LinkedHashMap<>();
                    for (String name : group.keys()) {
                        lines.put(Measure.named(name), Line.from(group, name));
                    }
                    return settings.checked(key, () -> {
                        if (lines.isEmpty()) {
                            throw new IllegalArgumentException("there must be at least one measure");
                        }
                        return lines;
                    });
                })
                .orElse(unless);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the book has none of the measures of the requirement, or none of those of need,
     *     want and value
     */
    @Override
    public Segmenter fit(Book book) {
        return new AbcSegmenter(
                fit(book, requirement, "the requirement"),
                fit(book, wanted, "what a client needs, wants and values"),
                horizonYears);
    }

    private static Map<Measure, FittedLine> fit(Book book, Map<Measure, Line> lines, String what) {
        Map<Measure, FittedLine> fitted = new LinkedHashMap<>();
        lines.forEach((measure, line) -> {
            if (book.has(measure)) {
                fitted.put(measure, line.fit(book, measure));
            }
        });
        if (fitted.isEmpty()) {
            throw new IllegalArgumentException("scheme " + ID + " needs at least one of the measures " + lines.keySet()
                    + " for " + what + ", but the book has " + book.measures());
        }
        return fitted;
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return AbcSegmenter.from(settings);
    }

    /** Gives one line: {@code Abc[abc, 3 segments]}. */
    @Override
    public String toString() {
        return "Abc[" + ID + ", " + segments().size() + " segments]";
    }
}
