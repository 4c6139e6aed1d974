package dev.segmentation.schemes.abc;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Places clients by answers of yes, no and not known. */
final class AbcSegmenter implements ColumnSegmenter {

    private static final long serialVersionUID = 1;

    /** The adviser's word, which is yes or no. */
    private static final Requirement WORD =
            Requirement.uses(Measure.EXPECTED_IDEAL).wholeWithin(0, 1);

    private static final List<Segment> SEGMENTS = List.of(Abc.IDEAL, Abc.PRE_IDEAL, Abc.EXCEPTION);

    private final Measure[] required;
    private final FittedLine[] requirement;

    /** What the required measures are expected to be. */
    private final Measure[] projected;

    private final Measure[] wanted;
    private final FittedLine[] wantedLines;
    private final double horizonYears;

    AbcSegmenter(Map<Measure, FittedLine> requirement, Map<Measure, FittedLine> wanted, double horizonYears) {
        this.required = requirement.keySet().toArray(new Measure[0]);
        this.requirement = requirement.values().toArray(new FittedLine[0]);
        this.projected = requirement.keySet().stream().map(Abc::projected).toArray(Measure[]::new);
        this.wanted = wanted.keySet().toArray(new Measure[0]);
        this.wantedLines = wanted.values().toArray(new FittedLine[0]);
        this.horizonYears = horizonYears;
    }

    static AbcSegmenter from(Settings settings) {
        settings.allow("scheme", "requirement", "wanted", "horizon_years").mustBe("scheme", Abc.ID);
        return new AbcSegmenter(
                Lines.from(settings, "requirement"),
                Lines.from(settings, "wanted"),
                settings.real("horizon_years").orElseThrow(settings.lacking("horizon_years")));
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("scheme", schemeId())
                .with("requirement", Lines.settings(required, requirement))
                .with("wanted", Lines.settings(wanted, wantedLines))
                .with("horizon_years", horizonYears);
    }

    @Override
    public String schemeId() {
        return Abc.ID;
    }

    @Override
    public List<Segment> segments() {
        return SEGMENTS;
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (Measure measure : required) {
            requirements.add(Requirement.needs(measure));
        }
        for (Measure measure : wanted) {
            requirements.add(Requirement.needs(measure));
        }
        requirements.add(WORD);
        for (Measure measure : projected) {
            requirements.add(Requirement.uses(measure));
        }
        requirements.add(Requirement.uses(Measure.YEARS_TO_IDEAL));
        return List.copyOf(requirements);
    }

    @Override
    public List<String> attributes() {
        return List.of(Abc.EXCEPTION_REASON);
    }

    /** Only a pre-ideal client that became ideal is moved. */
    @Override
    public boolean allows(Segment from, Segment to) {
        return from.equals(Abc.PRE_IDEAL) && to.equals(Abc.IDEAL);
    }

    private Answer meets(Client client) {
        return passes(client, required, requirement);
    }

    private Answer wants(Client client) {
        return passes(client, wanted, wantedLines);
    }

    private static Answer passes(Client client, Measure[] measures, FittedLine[] lines) {
        Answer all = Answer.YES;
        for (int m = 0; m < measures.length; m++) {
            all = all.and(passes(client, measures[m], measures[m], lines[m]));
        }
        return all;
    }

    /** Says whether a value passes the line of a measure, which may be learnt from another one. */
    private static Answer passes(Client client, Measure value, Measure measure, FittedLine line) {
        double key = measure.direction().orient(client.measure(value));
        return Double.isNaN(key) ? Answer.UNKNOWN : Answer.of(line.isPassedBy(key));
    }

    /** Says whether a client that misses the requirement is expected to meet it: the adviser's word comes first. */
    private Answer isExpected(Client client) {
        double word = client.measure(Measure.EXPECTED_IDEAL);
        if (!Double.isNaN(word)) {
            return Answer.of(word == 1);
        }
        Answer all = Answer.of(!(client.measure(Measure.YEARS_TO_IDEAL) > horizonYears));
        for (int m = 0; m < required.length; m++) {
            if (passes(client, required[m], required[m], requirement[m]) != Answer.YES) {
                all = all.and(passes(client, projected[m], required[m], requirement[m]));
            }
        }
        return all;
    }

    /** Says whether the horizon was left out of account, as nobody knows in how many years. */
    private boolean isTakenToBeInTime(Client client) {
        return Double.isNaN(client.measure(Measure.EXPECTED_IDEAL))
                && Double.isNaN(client.measure(Measure.YEARS_TO_IDEAL))
                && isExpected(client) != Answer.NO;
    }

    private static boolean hasReason(Client client) {
        return client.attribute(Abc.EXCEPTION_REASON)
                .filter(reason -> !reason.isBlank())
                .isPresent();
    }

    @Override
    public int place(Client client) {
        WORD.check(client);
        Answer meets = meets(client);
        Answer wants = wants(client);
        if (meets == Answer.YES && wants == Answer.YES) {
            return 0;
        }
        Answer expected = isExpected(client);
        if (expected == Answer.YES && wants == Answer.YES) {
            // Ideal or pre-ideal, where it is unknown which; no exception, whatever reason is on record.
            return meets == Answer.NO ? 1 : segments().size();
        }
        boolean isNeverIdeal = meets == Answer.NO && (wants == Answer.NO || expected == Answer.NO);
        return hasReason(client) || isNeverIdeal ? 2 : segments().size();
    }

    @Override
    public Assignment assign(Client client) {
        int place = place(client);
        List<Reason> reasons = new ArrayList<>();
        if (place == 2 && !hasReason(client)) {
            reasons.add(new Reason("attention.no_reason", List.of(), "an exception needs a reason on record"));
        }
        if (place == 2) {
            client.attribute(Abc.EXCEPTION_REASON)
                    .filter(reason -> !reason.isBlank())
                    .ifPresent(reason ->
                            reasons.add(new Reason("exception.reason", List.of(reason), "on record: " + reason)));
        }
        if (place == segments().size() && meets(client) == Answer.YES && wants(client) == Answer.NO) {
            reasons.add(new Reason(
                    "attention.no_group",
                    List.of(),
                    "meets the requirement, but does not need, want and value what we do: decide, and put a reason on"
                            + " record"));
        }
        for (int m = 0; m < required.length; m++) {
            reasons.add(told(client, required[m], requirement[m], "requirement"));
        }
        for (int m = 0; m < wanted.length; m++) {
            reasons.add(told(client, wanted[m], wantedLines[m], "wanted"));
        }
        if (meets(client) == Answer.NO && wants(client) != Answer.NO) {
            reasons.add(
                    switch (isExpected(client)) {
                        case YES -> new Reason("expected.yes", List.of(), "is expected to meet the requirement");
                        case NO -> new Reason("expected.no", List.of(), "is not expected to meet the requirement");
                        case UNKNOWN -> Reason.unknown(Measure.EXPECTED_IDEAL.name());
                    });
            if (isTakenToBeInTime(client)) {
                reasons.add(Reason.unknown(Measure.YEARS_TO_IDEAL.name()));
            }
        }
        return place == segments().size()
                ? Assignment.unscored(client.id(), reasons)
                : Assignment.of(client.id(), segments().get(place)).withReasons(reasons);
    }

    private static Reason told(Client client, Measure measure, FittedLine line, String code) {
        Answer answer = passes(client, measure, measure, line);
        if (answer == Answer.UNKNOWN) {
            return Reason.unknown(measure.name());
        }
        boolean isMet = answer == Answer.YES;
        String words = line.words(measure.direction());
        return new Reason(
                code + (isMet ? ".met" : ".missed"),
                List.of(measure.name(), Double.toString(client.measure(measure)), words),
                measure.name().replace('_', ' ') + " is " + (isMet ? "" : "not ") + words);
    }

    /** A client has no score. */
    @Override
    public IntToDoubleFunction scorer(Columns columns, int[] places) {
        return row -> Double.NaN;
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId() + ", " + segments().size() + " segments]";
    }
}
