package dev.segmentation.schemes.abc;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.EXPECTED_IDEAL;
import static dev.segmentation.api.Measure.FUTURE_ASSETS;
import static dev.segmentation.api.Measure.FUTURE_REVENUE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.NEEDS;
import static dev.segmentation.api.Measure.REVENUE;
import static dev.segmentation.api.Measure.VALUES;
import static dev.segmentation.api.Measure.WANTS;
import static dev.segmentation.api.Measure.YEARS_TO_IDEAL;
import static dev.segmentation.schemes.Stored.codes;
import static dev.segmentation.schemes.Stored.places;
import static dev.segmentation.schemes.Stored.segmentEveryWay;
import static dev.segmentation.schemes.Stored.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Line;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbcTest {

    private static final double YES = 1;
    private static final double NO = 0;
    private static final double NOT_KNOWN = Double.NaN;

    private static final List<Measure> ALL = List.of(
            ASSETS, REVENUE, NEEDS, WANTS, VALUES, EXPECTED_IDEAL, FUTURE_ASSETS, FUTURE_REVENUE, YEARS_TO_IDEAL);

    /**
     * Seventeen clients by hand, in thousands. Sixteen have known assets, so the top 25% are four: 900, 800, 700 and 600,
     * which two have. Sixteen have known revenue, so the top four are 9, 8, 7 and 6. The lines are 600 and 6.
     */
    private static ClientBook seventeen() {
        BookAppender book = Books.appender(ALL, List.of("exception_reason"));
        add(book, "a", "", 900, 9, YES, YES, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        add(book, "b", "", 800, 8, YES, YES, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // Lacks revenue alone, so its future revenue decides.
        add(book, "c", "", 700, 2, YES, YES, YES, NOT_KNOWN, NOT_KNOWN, 6, 3);
        // Could be ideal, but does not want it.
        add(book, "d", "", 600, 7, YES, NO, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // As many assets as d: both are above the line.
        add(book, "e", "", 600, 6, YES, YES, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // The adviser's word comes before the numbers.
        add(book, "f", "", 500, 5, YES, YES, YES, YES, 100, 1, 9);
        add(book, "g", "", 450, 4, YES, YES, YES, NOT_KNOWN, 650, 7, 5);
        // A year too late.
        add(book, "h", "", 400, 4, YES, YES, YES, NOT_KNOWN, 650, 7, 6);
        // Will have the assets, but not the revenue.
        add(book, "i", "", 350, 3, YES, YES, YES, NOT_KNOWN, 650, 5, 2);
        add(book, "j", "Founder's sister", 300, 3, YES, YES, YES, NO, 700, 8, 1);
        add(book, "k", "Pro bono", 250, 3, YES, NO, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        add(book, "l", "", 200, 2, NO, NO, NO, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // Nobody knows what is to come.
        add(book, "m", "", 150, 2, YES, YES, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // Nor here, but there is a reason to keep it.
        add(book, "n", "Parent of a", 100, 1, YES, YES, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // Misses the assets whatever its revenue is, and will have both.
        add(book, "o", "", 90, NOT_KNOWN, YES, YES, YES, NOT_KNOWN, 700, 8, NOT_KNOWN);
        add(book, "p", "", 80, 1, YES, NOT_KNOWN, YES, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        // One no is enough of each: it misses the revenue and does not need it.
        add(book, "q", "", NOT_KNOWN, 1, NO, NOT_KNOWN, YES, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN);
        return book.build();
    }

    @Test
    void seventeenClientsByHand() {
        Segmentation result = segmentEveryWay(Abc.scheme(), seventeen());
        assertEquals(
                List.of(
                        "a Ideal",
                        "b Ideal",
                        "c Pre-ideal",
                        "d Unscored",
                        "e Ideal",
                        "f Pre-ideal",
                        "g Pre-ideal",
                        "h Exception",
                        "i Exception",
                        "j Exception",
                        "k Exception",
                        "l Exception",
                        "m Unscored",
                        "n Exception",
                        "o Pre-ideal",
                        "p Unscored",
                        "q Exception"),
                named(result));
        assertEquals(3, result.count(Abc.IDEAL));
        assertEquals(4, result.count(Abc.PRE_IDEAL));
        assertEquals(7, result.count(Abc.EXCEPTION));
        assertEquals(3, result.count(Segment.UNSCORED));
    }

    @Test
    void theReasonsSayWhatDecided() {
        Segmentation result = Abc.scheme().segment(seventeen());
        assertEquals(
                List.of(
                        "assets is at least 600",
                        "revenue is not at least 6",
                        "needs is at least 1",
                        "wants is at least 1",
                        "values is at least 1",
                        "is expected to meet the requirement"),
                texts(result, "c"));
        assertEquals(
                List.of(
                        "requirement.met",
                        "requirement.missed",
                        "wanted.met",
                        "wanted.met",
                        "wanted.met",
                        "expected.yes"),
                codes(result, "c"));
        assertEquals(
                List.of("revenue", "2.0", "at least 6"),
                result.explain("c").assignment().reasons().get(1).arguments());
        assertEquals(
                List.of(
                        "attention.no_group",
                        "requirement.met",
                        "requirement.met",
                        "wanted.met",
                        "wanted.missed",
                        "wanted.met"),
                codes(result, "d"));
        assertEquals(
                List.of("on record: Pro bono", "assets is not at least 600"),
                texts(result, "k").subList(0, 2));
        assertEquals("exception.reason", codes(result, "k").get(0));
        assertEquals("expected.no", codes(result, "h").get(6));
        assertEquals("expected ideal is unknown", texts(result, "m").get(5));
        assertEquals(
                List.of(
                        "requirement.missed",
                        "value.unknown",
                        "wanted.met",
                        "wanted.met",
                        "wanted.met",
                        "expected.yes",
                        "value.unknown"),
                codes(result, "o"));
        assertEquals("wants is unknown", texts(result, "p").get(3));
    }

    @Test
    void whoNeedsAPersonIsSaid() {
        Segmentation result = Abc.scheme().segment(seventeen());
        StringBuilder attention = new StringBuilder();
        for (Assignment assignment : result) {
            assignment.reasons().stream()
                    .filter(Reason::needsAttention)
                    .forEach(reason -> attention
                            .append(assignment.clientId())
                            .append(' ')
                            .append(reason.code())
                            .append('\n'));
        }
        assertEquals("""
                d attention.no_group
                h attention.no_reason
                i attention.no_reason
                l attention.no_reason
                q attention.no_reason
                """, attention.toString());
    }

    @Test
    void aNewcomerIsPlacedByTheSameLines() {
        Segmenter segmenter = Abc.scheme().segment(seventeen()).segmenter();
        Map<Measure, Double> unwilling =
                Map.of(ASSETS, 700.0, REVENUE, 7.0, NEEDS, YES, WANTS, NO, VALUES, YES, EXPECTED_IDEAL, YES);
        assertEquals(
                Segment.UNSCORED,
                segmenter.assign(Client.of("new", unwilling)).segment(),
                "meets the requirement and does not want it: no group fits");
        Assignment kept = segmenter.assign(Client.of("new", unwilling, Map.of("exception_reason", "Our landlord")));
        assertEquals("Exception", kept.segment().name(), "a reason makes it an exception");
        assertEquals("exception.reason", codes(kept).get(0));
        Assignment blank = segmenter.assign(Client.of("new", unwilling, Map.of("exception_reason", "  ")));
        assertEquals(Segment.UNSCORED, blank.segment(), "a blank is no reason");
        Client willing = Client.of(
                "new",
                Map.of(ASSETS, 600.0, REVENUE, 6.0, NEEDS, YES, WANTS, YES, VALUES, YES),
                Map.of("exception_reason", "Our landlord"));
        assertEquals(
                "Ideal", segmenter.assign(willing).segment().name(), "who became ideal is one, whatever is on record");
    }

    @Test
    void whatIsNotKnownAndDecidesNothingIsNotAsked() {
        double[][] rows = {
            {900, YES, NOT_KNOWN},
            {100, NOT_KNOWN, NO}, // an exception, whether it wants it or not
            {100, NOT_KNOWN, YES}, // pre-ideal if it wants it
            {100, NO, NOT_KNOWN}, // an exception, whatever is to come
            {NOT_KNOWN, NO, NO}, // an exception, or one who fits no group
        };
        Segmentation result = segmentEveryWay(
                Abc.scheme().withRequirement(ASSETS, Line.atLeast(500)),
                book(List.of(ASSETS, WANTS, EXPECTED_IDEAL), rows));
        assertEquals(List.of("Ideal", "Exception", "Unscored", "Exception", "Unscored"), places(result));
        assertEquals(
                List.of("attention.no_reason", "requirement.missed", "value.unknown", "expected.no"),
                codes(result, "C-1"));
        assertEquals(List.of("requirement.missed", "value.unknown", "expected.yes"), codes(result, "C-2"));
    }

    @Test
    void theAdvisersWordMustBeYesOrNo() {
        String message = "expected_ideal must be a whole number from 0 to 1, but was 2.0 (client C-0)";
        ClientBook book = book(List.of(ASSETS, NEEDS, EXPECTED_IDEAL), new double[][] {{1, YES, 2}});
        assertEquals(
                message,
                assertThrows(InvalidMeasureException.class, () -> Abc.scheme().segment(book))
                        .getMessage());
        Segmenter segmenter = Abc.scheme().segment(seventeen()).segmenter();
        Client newcomer = Client.of("C-0", Map.of(EXPECTED_IDEAL, 2.0));
        assertEquals(
                message,
                assertThrows(InvalidMeasureException.class, () -> segmenter.assign(newcomer))
                        .getMessage());
        assertThrows(InvalidMeasureException.class, () -> book.segment(segmenter));
    }

    @Test
    void onlyAPreIdealClientThatBecameIdealIsMoved() {
        Segmenter segmenter = Abc.scheme().segment(seventeen()).segmenter();
        for (Segment from : segmenter.segments()) {
            for (Segment to : segmenter.segments()) {
                assertEquals(from.equals(Abc.PRE_IDEAL) && to.equals(Abc.IDEAL), segmenter.allows(from, to));
            }
        }
    }

    @Test
    void theRequirementCanBeToldAndHaveOneMeasure() {
        Abc scheme = Abc.scheme().withRequirement(ASSETS, Line.atLeast(500)).withHorizonYears(10);
        double[][] rows = {
            {500, YES, NOT_KNOWN, NOT_KNOWN},
            {499, YES, 500, 10},
            {499, YES, 500, 11},
            {499, YES, 499, 1},
            {499, NO, 500, 1},
            {NOT_KNOWN, YES, 500, 1},
        };
        ClientBook book = book(List.of(ASSETS, NEEDS, FUTURE_ASSETS, YEARS_TO_IDEAL), rows);
        assertEquals(
                List.of("Ideal", "Pre-ideal", "Exception", "Exception", "Exception", "Unscored"),
                places(segmentEveryWay(scheme, book)));
    }

    @Test
    void theRequirementCanBeMoreThanTheMedian() {
        Abc scheme = Abc.scheme().withRequirement(REVENUE, Line.aboveMedian());
        double[][] rows = {{10, YES}, {20, YES}, {30, YES}, {40, NO}};
        // The median is 25.
        assertEquals(
                List.of("Unscored", "Unscored", "Ideal", "Unscored"),
                places(segmentEveryWay(scheme, book(List.of(REVENUE, NEEDS), rows))));
    }

    @Test
    void wantingCanBeGraded() {
        Abc scheme = Abc.scheme()
                .withRequirement(ASSETS, Line.above(100))
                .withWanted(NEEDS, Line.atLeast(2))
                .withWanted(ATTITUDE, Line.above(2));
        double[][] rows = {{101, 2, 3}, {101, 1, 3}, {101, 3, 2}, {100, 3, 3}};
        Segmentation result = segmentEveryWay(scheme, book(List.of(ASSETS, NEEDS, ATTITUDE), rows));
        assertEquals(List.of("Ideal", "Unscored", "Unscored", "Unscored"), places(result));
        assertEquals(
                List.of("assets is above 100", "needs is at least 2", "attitude is above 2"), texts(result, "C-0"));
        assertEquals("expected ideal is unknown", texts(result, "C-3").get(3));
    }

    @Test
    void smallBooks() {
        List<Measure> measures = List.of(ASSETS, NEEDS);
        assertEquals(List.of(), places(segmentEveryWay(Abc.scheme(), book(measures, new double[0][]))));
        // 25% of one client is nobody, and nobody knows what is to come.
        Segmentation one = segmentEveryWay(Abc.scheme(), book(measures, new double[][] {{7, YES}}));
        assertEquals(List.of("Unscored"), places(one));
        assertEquals("assets is not above Infinity", texts(one, "C-0").get(0));
        // 25% of two is a half, rounded to one.
        assertEquals(List.of("Exception", "Ideal"), places(segmentEveryWay(Abc.scheme(), book(measures, new double[][] {
            {7, NO}, {8, YES}
        }))));
        double[][] equal = new double[5][];
        Arrays.fill(equal, new double[] {7, YES});
        assertEquals(
                Collections.nCopies(5, "Ideal"),
                places(segmentEveryWay(Abc.scheme(), book(measures, equal))),
                "equal clients go up together");
        double[][] unknown = {{NOT_KNOWN, NOT_KNOWN}, {NOT_KNOWN, YES}, {NOT_KNOWN, NO}};
        assertEquals(
                Collections.nCopies(3, "Unscored"), places(segmentEveryWay(Abc.scheme(), book(measures, unknown))));
    }

    @Test
    void aBookWithoutTheMeasuresIsRefused() {
        ClientBook poor = book(List.of(NEEDS), new double[][] {{YES}});
        assertEquals(
                "scheme abc needs at least one of the measures [assets, revenue] for the requirement, but the book has"
                        + " [needs]",
                assertThrows(IllegalArgumentException.class, () -> Abc.scheme().segment(poor))
                        .getMessage());
        ClientBook silent = book(List.of(ASSETS), new double[][] {{YES}});
        assertEquals(
                "scheme abc needs at least one of the measures [needs, wants, values] for what a client needs, wants and"
                        + " values, but the book has [assets]",
                assertThrows(IllegalArgumentException.class, () -> Abc.scheme().segment(silent))
                        .getMessage());
    }

    @Test
    void badArgumentsAreRefused() {
        for (double years : new double[] {0, -1, Double.NaN}) {
            assertEquals(
                    "the horizon must be above 0 years, but was " + years,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Abc.scheme().withHorizonYears(years))
                            .getMessage());
        }
        for (double amount : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "the amount of a line must be finite, but was " + amount,
                    assertThrows(IllegalArgumentException.class, () -> Line.atLeast(amount))
                            .getMessage());
        }
        assertEquals(
                "share must be in (0, 1], but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> Line.topShare(0))
                        .getMessage());
    }

    @Test
    void badSettingsAreRefusedWithTheirPath() {
        assertRefused(
                "setting horizon is not known; known are: requirement, wanted, horizon_years", Map.of("horizon", 3));
        assertRefused(
                "setting horizon_years is refused: the horizon must be above 0 years, but was 0.0",
                Map.of("horizon_years", 0));
        assertRefused("setting horizon_years must be a number, but was 'soon'", Map.of("horizon_years", "soon"));
        assertRefused(
                "setting requirement must be a group of settings, but was a list", Map.of("requirement", List.of()));
        assertRefused(
                "setting requirement is refused: there must be at least one measure", Map.of("requirement", Map.of()));
        assertRefused(
                "setting requirement.assets is refused: it must be above_median, or a group of one of above, at_least,"
                        + " top_share, but was 'median'",
                Map.of("requirement", Map.of("assets", "median")));
        assertRefused(
                "setting requirement.assets.more is not known; known are: above, at_least, top_share",
                Map.of("requirement", Map.of("assets", Map.of("more", 1))));
        assertRefused(
                "setting requirement.assets is refused: it must have one of above, at_least, top_share, but has []",
                Map.of("requirement", Map.of("assets", Map.of())));
        assertRefused(
                "setting requirement.assets.at_least must be a number, but was 'x'",
                Map.of("requirement", Map.of("assets", Map.of("at_least", "x"))));
        assertRefused(
                "setting wanted.needs.top_share is refused: share must be in (0, 1], but was 2.0",
                Map.of("wanted", Map.of("needs", Map.of("top_share", 2))));
    }

    @Test
    void settingsReplaceAGroupAndLeaveTheOthers() {
        Abc scheme = Abc.scheme()
                .withSettings(Settings.of(Map.of("requirement", Map.of("revenue", Map.of("at_least", 5_000)))));
        assertFalse(scheme.requirements().stream().anyMatch(own -> own.measure().equals(ASSETS)));
        assertTrue(scheme.requirements().stream().anyMatch(own -> own.measure().equals(WANTS)));
        assertEquals(
                Settings.of(Map.of("at_least", 5_000.0)),
                group(scheme, "requirement").group("revenue").orElseThrow());
        assertEquals(5.0, scheme.settings().real("horizon_years").orElseThrow());
        assertEquals(List.of("exception_reason"), scheme.attributes());
    }

    private static Settings group(Abc scheme, String key) {
        return scheme.settings().group(key).orElseThrow();
    }

    @Test
    void isFoundByItsId() {
        assertEquals(Abc.class, Schemes.load().get("abc").getClass());
        assertEquals("Abc[abc, 3 segments]", Abc.scheme().toString());
        ClientBook book = book(List.of(ASSETS, HOURS, NEEDS), new double[][] {{1, 1, 1}});
        assertEquals(
                "Segmenter[abc, 3 segments]",
                Abc.scheme().segment(book).segmenter().toString());
    }

    private static void assertRefused(String message, Map<String, ?> settings) {
        Exception e =
                assertThrows(InvalidSettingsException.class, () -> Abc.scheme().withSettings(Settings.of(settings)));
        assertEquals(message, e.getMessage());
    }

    private static List<String> named(Segmentation result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(assignment -> assignment.clientId() + " " + assignment.segment())
                .toList();
    }

    private static void add(BookAppender book, String id, String reason, double... values) {
        @Nullable String text = reason.isEmpty() ? null : reason;
        book.add(id, values, Collections.singletonList(text));
    }

    private static ClientBook book(List<Measure> measures, double[][] rows) {
        BookAppender book = Books.appender(measures);
        for (int i = 0; i < rows.length; i++) {
            book.add("C-" + i, rows[i]);
        }
        return book.build();
    }
}
