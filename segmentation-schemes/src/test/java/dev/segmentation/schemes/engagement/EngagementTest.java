package dev.segmentation.schemes.engagement;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.DIRECT_COST;
import static dev.segmentation.api.Measure.ENGAGED;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.PROFIT;
import static dev.segmentation.api.Measure.REVENUE;
import static dev.segmentation.schemes.Stored.codes;
import static dev.segmentation.schemes.Stored.places;
import static dev.segmentation.schemes.Stored.segmentEveryWay;
import static dev.segmentation.schemes.Stored.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Levels;
import dev.segmentation.core.scoring.Line;
import dev.segmentation.core.scoring.Missing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngagementTest {

    private static final double YES = 1;
    private static final double NO = 0;
    private static final double NOT_KNOWN = Double.NaN;

    private static final Measure ADVISER_HOURS = Profit.hours("adviser_hours");
    private static final Measure ASSISTANT_HOURS = Profit.hours("assistant_hours");

    private static final List<Measure> COSTED = List.of(REVENUE, ADVISER_HOURS, ASSISTANT_HOURS, DIRECT_COST, ENGAGED);

    /** Twelve clients by hand: an adviser's hour costs 200, an assistant's 50; behind each row its profit. */
    private static final double[][] TWELVE = {
        {10_000, 10, 20, 500, YES}, // 10,000 - 2,000 - 1,000 - 500 = 6,500
        {5_000, 10, 10, 0, NO}, // 5,000 - 2,000 - 500 = 2,500
        {2_500, 10, 10, 0, YES}, // exactly 0, which is not more than 0
        {2_501, 10, 10, 0, YES}, // 1
        {1_000, 5, 0, 300, YES}, // -300
        {1_000, 5, 2, 0, NO}, // -100
        {3_000, 0, 0, 0, NO}, // 3,000
        {0, 0, 0, 0, NO}, // 0
        {4_000, NOT_KNOWN, 10, 0, YES},
        {4_000, 1, 1, 0, NOT_KNOWN},
        {NOT_KNOWN, 1, 1, NOT_KNOWN, NOT_KNOWN},
        {1_200.5, 3, 12, 0.25, YES}, // 1,200.50 - 600 - 600 - 0.25 = 0.25
    };

    private static Engagement costed() {
        return Engagement.scheme().withProfit(Profit.computed(Map.of(ADVISER_HOURS, 200.0, ASSISTANT_HOURS, 50.0)));
    }

    @Test
    void twelveClientsByHand() {
        Segmentation result = segmentEveryWay(costed(), book(COSTED, TWELVE));
        assertEquals(
                List.of("A", "B", "C", "A", "C", "D", "B", "D", "Unscored", "Unscored", "Unscored", "A"),
                places(result));
        assertEquals(
                List.of(
                        "profitable: profit 6500 is above 0",
                        "gets it: 1 is at least 1",
                        "engaged (grade 1 on 0 to 1)"),
                texts(result, "C-0"));
        assertEquals(List.of("profit.above", "engaged.yes", "criterion.helped"), codes(result, "C-0"));
        assertEquals(List.of("profit.above", "engaged.no", "criterion.hurt"), codes(result, "C-1"));
        assertEquals(List.of("profit.below", "engaged.yes", "criterion.helped"), codes(result, "C-2"));
        assertEquals(List.of("profit.below", "engaged.no", "criterion.hurt"), codes(result, "C-5"));
        assertEquals(
                "not profitable: profit 0 is not above 0", texts(result, "C-2").get(0));
        assertEquals(
                "not profitable: profit -300 is not above 0",
                texts(result, "C-4").get(0));
        assertEquals("does not get it yet: 0 is below 1", texts(result, "C-5").get(1));
        assertEquals("profitable: profit 0.25 is above 0", texts(result, "C-11").get(0));
        assertEquals(List.of("adviser hours is unknown"), texts(result, "C-8"));
        assertEquals(List.of("engaged is unknown"), texts(result, "C-9"));
        assertEquals(
                List.of("revenue is unknown", "direct cost is unknown", "engaged is unknown"), texts(result, "C-10"));
        assertEquals(List.of("value.unknown", "value.unknown", "value.unknown"), codes(result, "C-10"));
    }

    @Test
    void withoutDirectCostInTheBookNoneIsTakenOff() {
        Engagement scheme = Engagement.scheme().withProfit(Profit.computed(Map.of(HOURS, 150.0)));
        double[][] rows = {{1_000, 6, YES}, {1_000, 7, YES}, {900, 6, NO}};
        // 1,000 - 900 = 100, 1,000 - 1,050 = -50, 900 - 900 = 0.
        Segmentation result = segmentEveryWay(scheme, book(List.of(REVENUE, HOURS, ENGAGED), rows));
        assertEquals(List.of("A", "C", "D"), places(result));
        assertEquals(
                List.of(REVENUE, HOURS, DIRECT_COST, ENGAGED),
                scheme.requirements().stream().map(Requirement::measure).toList());
        assertEquals(
                List.of(true, true, false, true),
                scheme.requirements().stream().map(Requirement::required).toList());
        Client newcomer = Client.of("new", Map.of(REVENUE, 100.0, HOURS, 0.5, DIRECT_COST, 1_000.0, ENGAGED, YES));
        assertEquals(
                "A",
                result.segmenter().assign(newcomer).segment().name(),
                "what was no part of the profit in the book is none of a newcomer's");
    }

    @Test
    void theFourQuadrantsOfAGivenProfit() {
        double[][] rows = {{900, YES}, {900, NO}, {-50, YES}, {-50, NO}};
        Segmentation result = segmentEveryWay(Engagement.scheme(), book(List.of(PROFIT, ENGAGED), rows));
        assertEquals(List.of("A", "B", "C", "D"), places(result));
        assertEquals(Schemes.load().get("engagement").segments(), result.segments());
    }

    @Test
    void aBookMayHaveNobodyInAQuadrant() {
        double[][] rows = {{900, NO}, {800, NO}, {-50, YES}, {NOT_KNOWN, YES}};
        Segmentation result = segmentEveryWay(Engagement.scheme(), book(List.of(PROFIT, ENGAGED), rows));
        assertEquals(List.of("B", "B", "C", "Unscored"), places(result));
        assertEquals(
                List.of(0L, 2L, 1L, 0L),
                result.segments().stream().map(result::count).toList(),
                "nobody is made an A to fill it");
    }

    @Test
    void profitableCanBeMoreThanTheMedian() {
        Engagement scheme = Engagement.scheme().withProfitable(Line.aboveMedian());
        assertEquals(List.of("C", "C", "C", "C", "A"), engaged(scheme, 10, 20, 30, 30, 40), "the middle one is 30");
        assertEquals(List.of("A", "A", "C", "C"), engaged(scheme, 40, 30, 20, 10), "25 lies between the middle two");
        assertEquals(List.of("C", "A", "Unscored"), engaged(scheme, 10, 20, NOT_KNOWN), "the unknown is not counted");
        assertEquals(List.of("C"), engaged(scheme, 10));
        assertEquals(List.of("C", "C", "C", "C"), engaged(scheme, 7, 7, 7, 7), "nobody is above the others");
        assertEquals(List.of("Unscored", "Unscored"), engaged(scheme, NOT_KNOWN, NOT_KNOWN));
        assertEquals(List.of(), engaged(scheme));
    }

    @Test
    void profitableCanBeTheTopShare() {
        Engagement scheme = Engagement.scheme().withProfitable(Line.topShare(0.25));
        assertEquals(List.of("A", "C", "A", "C", "C", "C", "C", "C"), engaged(scheme, 80, 60, 70, 50, 40, 30, 20, 10));
        assertEquals(
                List.of("A", "A", "A", "C", "C", "C", "C", "C"),
                engaged(scheme, 80, 70, 70, 50, 40, 30, 20, 10),
                "equal clients at the line go up together");
        assertEquals(List.of("C"), engaged(scheme, 80), "a quarter of one is nobody");
        assertEquals(List.of("A", "C"), engaged(scheme, 80, 70), "a quarter of two is a half, rounded to one");
        assertEquals(List.of("A", "A", "A"), engaged(scheme, 5, 5, 5));
    }

    @Test
    void profitableCanBeAnAmount() {
        assertEquals(List.of("A", "C"), engaged(Engagement.scheme().withProfitable(Line.atLeast(100)), 100, 99.99));
        assertEquals(List.of("C", "A"), engaged(Engagement.scheme().withProfitable(Line.above(100)), 100, 100.01));
        assertEquals(List.of("Unscored"), engaged(Engagement.scheme(), NOT_KNOWN));
    }

    @Test
    void gettingItCanBeAScorecard() {
        Engagement scheme = Engagement.scheme()
                .withEngaged(
                        List.of(
                                Criterion.of(ATTITUDE, Grading.given(1, 3)).withWeight(2),
                                Criterion.of(INFLUENCE, Grading.given(1, 3)).withMissing(Missing.LEAVE_OUT)),
                        2);
        // Twice the attitude and once the influence, by three.
        double[][] rows = {
            {5, 2, 2}, // 2
            {5, 2, 1}, // 5/3
            {5, 1, 3}, // 5/3
            {5, 3, 1}, // 7/3
            {-5, 2, NOT_KNOWN}, // 2, by attitude alone
            {-5, 1, NOT_KNOWN}, // 1
            {5, NOT_KNOWN, 3},
        };
        Segmentation result = segmentEveryWay(scheme, book(List.of(PROFIT, ATTITUDE, INFLUENCE), rows));
        assertEquals(List.of("A", "B", "B", "A", "C", "D", "Unscored"), places(result));
        assertEquals(List.of("attitude is unknown"), texts(result, "C-6"));
        assertEquals(List.of("profit.above", "engaged.no", "criterion.hurt", "criterion.helped"), codes(result, "C-2"));
    }

    @Test
    void gettingItCanBeToldInAText() {
        Engagement scheme = Engagement.scheme().withEngaged(List.of(Criterion.of("gets_it", Levels.yesNo())), 1);
        assertEquals(List.of("gets_it"), scheme.attributes());
        BookAppender book = Books.appender(List.of(PROFIT), List.of("gets_it"));
        book.add("a", new double[] {5}, List.of("Yes"));
        book.add("b", new double[] {5}, List.of("no"));
        book.add("c", new double[] {-5}, List.of("Y"));
        book.add("d", new double[] {5}, Collections.singletonList(null));
        Segmentation result = segmentEveryWay(scheme, book.build());
        assertEquals(List.of("A", "B", "C", "Unscored"), places(result));
        assertEquals(List.of("gets it is unknown"), texts(result, "d"));
        book.add("e", new double[] {5}, List.of("perhaps"));
        assertEquals(
                "gets_it must be one of 0, 1, false, n, no, true, y, yes, but was 'perhaps' (client e)",
                assertThrows(InvalidAttributeException.class, () -> scheme.segment(book.build()))
                        .getMessage());
        ClientBook without = book(List.of(PROFIT), new double[][] {{1}});
        assertEquals(
                "scheme engagement needs gets_it, but the book has [profit] and the texts []",
                assertThrows(IllegalArgumentException.class, () -> scheme.segment(without))
                        .getMessage());
    }

    @Test
    void profitAndEngagementCanShareAMeasure() {
        Engagement scheme = Engagement.scheme()
                .withProfit(Profit.given(REVENUE))
                .withEngaged(List.of(Criterion.of(REVENUE, Grading.thresholds(100))), 2);
        assertEquals(1, scheme.requirements().size());
        assertEquals(List.of("A", "B", "D"), places(segmentEveryWay(scheme, book(List.of(REVENUE), new double[][] {
            {100}, {99}, {0}
        }))));
    }

    @Test
    void badValuesAndBooksAreRefused() {
        ClientBook book = book(List.of(PROFIT, ENGAGED), new double[][] {{1, YES}, {1, 2}});
        String message = "engaged must be a whole number from 0 to 1, but was 2.0 (client C-1)";
        assertEquals(
                message,
                assertThrows(
                                InvalidMeasureException.class,
                                () -> Engagement.scheme().segment(book))
                        .getMessage());
        Segmenter segmenter = Engagement.scheme()
                .segment(book(List.of(PROFIT, ENGAGED), new double[][] {{1, YES}}))
                .segmenter();
        assertEquals(
                message,
                assertThrows(InvalidMeasureException.class, () -> segmenter.assign(book.client(1)))
                        .getMessage());
        assertEquals(
                "scheme engagement needs the measure engaged, but the book has [profit]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Engagement.scheme().segment(book(List.of(PROFIT), new double[0][])))
                        .getMessage());
    }

    @Test
    void whatIsNoNumberIsUnscored() {
        Engagement scheme = Engagement.scheme().withProfit(Profit.computed(Map.of(HOURS, 1.0)));
        double most = Double.POSITIVE_INFINITY;
        Segmentation result = scheme.segment(book(List.of(REVENUE, HOURS, ENGAGED), new double[][] {{most, most, 1}}));
        assertEquals(Segment.UNSCORED, result.segment(0));
        assertEquals(List.of("profit is unknown"), texts(result, "C-0"));
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals(
                "there must be the rate of at least one role's hours, but there is none",
                assertThrows(IllegalArgumentException.class, () -> Profit.computed(Map.of()))
                        .getMessage());
        for (double rate : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "the rate of hours must be 0 or more and finite, but was " + rate,
                    assertThrows(IllegalArgumentException.class, () -> Profit.computed(Map.of(HOURS, rate)))
                            .getMessage());
        }
        List<Criterion> attitude = List.of(Criterion.of(ATTITUDE, Grading.given(1, 3)));
        for (double score : new double[] {1, 3.5, Double.NaN}) {
            assertEquals(
                    "the score from which a client gets it must be above 1.0 and at most 3.0, but was " + score,
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Engagement.scheme().withEngaged(attitude, score))
                            .getMessage());
        }
        assertEquals(
                "a scorecard must have at least one criterion, but has none",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Engagement.scheme().withEngaged(List.of(), 1))
                        .getMessage());
        assertEquals(
                "Profit[revenue, {hours=150.0}]",
                Profit.computed(Map.of(HOURS, 150.0)).toString());
        assertEquals("Profit[profit]", Profit.given().toString());
        assertEquals("Engagement[engagement, 4 segments]", Engagement.scheme().toString());
    }

    @Test
    void badSettingsAreRefusedWithTheirPath() {
        assertRefused("setting cost is not known; known are: profit, profitable, engaged", Map.of("cost", 1));
        assertRefused("setting profit must be a group of settings, but was 'profit'", Map.of("profit", "profit"));
        assertRefused("setting profit.measure must be there, but is not", Map.of("profit", Map.of()));
        assertRefused(
                "setting profit must have measure, for a given profit, or rates, for a computed one, but has both",
                Map.of("profit", Map.of("measure", "profit", "rates", Map.of("hours", 1))));
        assertRefused(
                "setting profit.rates is refused: there must be the rate of at least one role's hours, but there is none",
                Map.of("profit", Map.of("rates", Map.of())));
        assertRefused(
                "setting profit.rates is refused: the rate of hours must be 0 or more and finite, but was -5.0",
                Map.of("profit", Map.of("rates", Map.of("hours", -5))));
        assertRefused(
                "setting profit.rates.hours must be a number, but was 'much'",
                Map.of("profit", Map.of("rates", Map.of("hours", "much"))));
        assertRefused(
                "setting profitable.above must be a number, but was 'nothing'",
                Map.of("profitable", Map.of("above", "nothing")));
        assertRefused("setting engaged.criteria must be there, but is not", Map.of("engaged", Map.of("at_least", 2)));
        Map<String, Object> yesNo = Map.of("measure", "engaged", "grading", "yes_no");
        assertRefused(
                "setting engaged.at_least must be there, but is not",
                Map.of("engaged", Map.of("criteria", List.of(yesNo))));
        assertRefused(
                "setting engaged is refused: the score from which a client gets it must be above 0.0 and at most 1.0,"
                        + " but was 0.0",
                Map.of("engaged", Map.of("criteria", List.of(yesNo), "at_least", 0)));
        assertRefused(
                "setting engaged.criteria[1].grading is refused: it must be one of terciles, min_max, percent_rank,"
                        + " yes_no, or a group of one of given, equal_counts, thresholds, around_mean, shares_of_total,"
                        + " bands, but was 'maybe'",
                Map.of(
                        "engaged",
                        Map.of(
                                "criteria",
                                List.of(yesNo, Map.of("measure", "needs", "grading", "maybe")),
                                "at_least",
                                1)));
    }

    @Test
    void settingsLeaveWhatTheyDoNotName() {
        Engagement scheme = Engagement.scheme()
                .withSettings(Settings.of(
                        Map.of("profit", Map.of("rates", Map.of("adviser_hours", 200, "assistant_hours", 50)))));
        assertEquals(costed().settings(), scheme.settings());
        assertEquals(places(costed().segment(book(COSTED, TWELVE))), places(scheme.segment(book(COSTED, TWELVE))));
    }

    private static void assertRefused(String message, Map<String, ?> settings) {
        Exception e = assertThrows(
                InvalidSettingsException.class, () -> Engagement.scheme().withSettings(Settings.of(settings)));
        assertEquals(message, e.getMessage());
    }

    /** Places clients of some profits who all get it: A is profitable, C is not. */
    private static List<String> engaged(Engagement scheme, double... profits) {
        BookAppender book = Books.appender(List.of(PROFIT, ENGAGED));
        for (double profit : profits) {
            book.add("C-" + book.size(), profit, YES);
        }
        return places(segmentEveryWay(scheme, book.build()));
    }

    private static ClientBook book(List<Measure> measures, double[][] rows) {
        BookAppender book = Books.appender(measures);
        for (int i = 0; i < rows.length; i++) {
            book.add("C-" + i, rows[i]);
        }
        return book.build();
    }
}
