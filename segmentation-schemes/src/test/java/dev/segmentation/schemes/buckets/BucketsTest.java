package dev.segmentation.schemes.buckets;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.CROSS_SELL;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REFERRALS;
import static dev.segmentation.api.Measure.REVENUE;
import static dev.segmentation.schemes.Stored.codes;
import static dev.segmentation.schemes.Stored.places;
import static dev.segmentation.schemes.Stored.segmentEveryWay;
import static dev.segmentation.schemes.Stored.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
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
import dev.segmentation.core.scoring.Missing;
import dev.segmentation.core.scoring.Scale;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final double YES = 1;
    private static final double NO = 0;
    private static final double NOT_KNOWN = Double.NaN;

    private static final List<Measure> FOUR = List.of(REVENUE, HOURS, CROSS_SELL, REFERRALS);

    /**
     * Ten clients by hand. Their revenue adds up to 300, so the line is at 240: the fourth crosses it, and the fifth brings
     * as much. Up to 10 hours are few.
     */
    private static final double[][] TEN = {
        {90, 5, YES, NO}, // high, few: the best already
        {80, 10, NO, NO}, // high, few: 10 is on the line
        {45, 11, YES, NO}, // high, many; up by hours, as revenue has no better bucket
        {30, 20, NO, NO}, // high, many
        {30, 1, NO, NO}, // high, few: equal to the one before
        {10, 12, YES, YES}, // low, many; two qualities, but up by revenue alone
        {6, 3, NO, YES}, // low, few; up by revenue
        {4, 10.5, NO, NOT_KNOWN}, // low, many; the unknown moves nobody
        {3, NOT_KNOWN, YES, YES}, // not known how many hours
        {2, 10, NO, NO}, // low, few
    };

    private static Buckets revenueAndHours() {
        return Buckets.scheme()
                .withCriteria(List.of(
                        Criterion.of(REVENUE, Grading.sharesOfTotal(0.80)),
                        Criterion.of(HOURS, Grading.thresholds(10))));
    }

    @Test
    void tenClientsByHand() {
        Segmentation result = segmentEveryWay(revenueAndHours(), book(FOUR, TEN));
        assertEquals(
                List.of(
                        "High revenue, low hours",
                        "High revenue, high hours",
                        "Low revenue, low hours",
                        "Low revenue, high hours"),
                result.segments().stream().map(Segment::name).toList());
        assertEquals(List.of(1, 1, 2, 2, 1, 4, 3, 4, 0, 3), orders(result));
        assertEquals(List.of("hours is unknown"), texts(result, "C-8"));
        assertEquals(List.of("revenue (grade 2 on 1 to 2)", "hours (grade 1 on 1 to 2)"), texts(result, "C-3"));
        assertEquals(List.of("criterion.helped", "criterion.hurt"), codes(result, "C-3"));
    }

    @Test
    void aQualityMovesOneUpAndNeverTwo() {
        Segmentation result =
                segmentEveryWay(revenueAndHours().withQualities(List.of(CROSS_SELL, REFERRALS)), book(FOUR, TEN));
        assertEquals(List.of(1, 1, 1, 2, 1, 2, 1, 4, 0, 3), orders(result));
        assertEquals(List.of("quality.top", "criterion.helped", "criterion.helped"), codes(result, "C-0"));
        assertEquals("cross sell: in the best already", texts(result, "C-0").get(0));
        assertEquals(
                "cross sell: up one from High revenue, high hours",
                texts(result, "C-2").get(0));
        assertEquals(List.of("quality.up", "quality.up", "criterion.hurt", "criterion.hurt"), codes(result, "C-5"));
        assertEquals(
                List.of("referrals", "Low revenue, low hours", "High revenue, low hours"),
                result.explain("C-6").assignment().reasons().get(0).arguments());
        assertEquals(List.of("value.unknown", "criterion.hurt", "criterion.hurt"), codes(result, "C-7"));
        assertEquals("referrals is unknown", texts(result, "C-7").get(0));
        assertEquals(List.of("value.unknown"), codes(result, "C-8"), "no quality helps where a number is unknown");
    }

    @Test
    void aBookCanDoWithoutAQuality() {
        Buckets scheme = Buckets.scheme().withQualities(List.of(CROSS_SELL, REFERRALS));
        double[][] rows = {{3, YES}, {2, YES}, {1, YES}, {0, NO}, {4, NO}, {5, NO}};
        // Terciles of six: 4 and 5 are high, 2 and 3 medium, 0 and 1 low.
        Segmentation result = segmentEveryWay(scheme, book(List.of(REVENUE, REFERRALS), rows));
        assertEquals(List.of("High", "High", "Medium", "Low", "High", "High"), places(result));
        assertEquals(
                List.of(REVENUE, REFERRALS),
                result.segmenter().requirements().stream()
                        .map(Requirement::measure)
                        .toList());
        Client newcomer = Client.of("new", Map.of(REVENUE, 1.0, CROSS_SELL, YES));
        assertEquals(
                "Low", result.segmenter().assign(newcomer).segment().name(), "the book did not know of that quality");
    }

    @Test
    void unlessToldOtherwiseTheyAreThreeOfRevenue() {
        assertEquals(
                List.of(
                        "High", "High", "High", "High", "Medium", "Medium", "Medium", "Medium", "Low", "Low", "Low",
                        "Low"),
                revenue(Buckets.scheme(), 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
        // Three of the twelve are equal around the first line; their middle, 4 of 12, is on it, and goes to the middle.
        assertEquals(
                List.of(
                        "High", "High", "High", "Medium", "Medium", "Medium", "Medium", "Medium", "Low", "Low", "Low",
                        "Low"),
                revenue(Buckets.scheme(), 12, 11, 10, 8, 8, 7, 6, 5, 4, 3, 2, 1));
        assertEquals(List.of("High", "Medium", "Medium", "Low"), revenue(Buckets.scheme(), 9, 7, 7, 5));
        assertEquals(List.of("High", "Unscored", "Low"), revenue(Buckets.scheme(), 2, NOT_KNOWN, 1));
    }

    @Test
    void smallBooks() {
        assertEquals(List.of(), revenue(Buckets.scheme()));
        assertEquals(List.of("Medium"), revenue(Buckets.scheme(), 5));
        assertEquals(List.of("Low", "High"), revenue(Buckets.scheme(), 5, 6));
        assertEquals(Collections.nCopies(4, "Medium"), revenue(Buckets.scheme(), 7, 7, 7, 7));
        assertEquals(Collections.nCopies(2, "Unscored"), revenue(Buckets.scheme(), NOT_KNOWN, NOT_KNOWN));
        Buckets eighty = Buckets.scheme().withCriteria(List.of(Criterion.of(REVENUE, Grading.sharesOfTotal(0.8))));
        assertEquals(List.of("High"), revenue(eighty, 5));
        assertEquals(List.of("High", "Low"), revenue(eighty, 80, 20), "80% is reached exactly");
        assertEquals(List.of("High", "High"), revenue(eighty, 79, 21));
        assertEquals(Collections.nCopies(3, "High"), revenue(eighty, 7, 7, 7));
        assertEquals(List.of("Unscored"), revenue(eighty, NOT_KNOWN));
        assertThrows(IllegalArgumentException.class, () -> revenue(eighty, 5, -5));
    }

    @Test
    void nineBucketsAreOrderedByTheirSumThenByTheFirst() {
        Buckets scheme = Buckets.scheme()
                .withCriteria(
                        List.of(Criterion.of(ASSETS, Grading.terciles()), Criterion.of(HOURS, Grading.terciles())));
        assertEquals(
                List.of(
                        "High assets, low hours",
                        "High assets, medium hours",
                        "Medium assets, low hours",
                        "High assets, high hours",
                        "Medium assets, medium hours",
                        "Low assets, low hours",
                        "Medium assets, high hours",
                        "Low assets, medium hours",
                        "Low assets, high hours"),
                scheme.segments().stream().map(Segment::name).toList());
        double[][] rows = {
            {9, 1}, {8, 5}, {7, 9}, // high assets
            {6, 2}, {5, 6}, {4, 8}, // medium
            {3, 3}, {2, 4}, {1, 7}, // low
        };
        Segmentation result = segmentEveryWay(scheme, book(List.of(ASSETS, HOURS), rows));
        assertEquals(List.of(1, 2, 4, 3, 5, 7, 6, 8, 9), orders(result));
    }

    @Test
    void twoByThreeBucketsHaveWordsOfTheirOwnSize() {
        Buckets scheme = Buckets.scheme()
                .withCriteria(List.of(
                        Criterion.of(REVENUE, Grading.equalCounts(2)),
                        Criterion.of(HOURS, Grading.thresholds(20, 10))));
        assertEquals(
                List.of(
                        "High revenue, low hours",
                        "High revenue, medium hours",
                        "Low revenue, low hours",
                        "High revenue, high hours",
                        "Low revenue, medium hours",
                        "Low revenue, high hours"),
                scheme.segments().stream().map(Segment::name).toList());
    }

    @Test
    void anUnknownCanBeTheWorstOrRefused() {
        Criterion worst = Criterion.of(REVENUE, Grading.thresholds(100)).withMissing(Missing.WORST);
        assertEquals(List.of("High", "Low"), revenue(Buckets.scheme().withCriteria(List.of(worst)), 100, NOT_KNOWN));
        Buckets refusing = Buckets.scheme().withCriteria(List.of(worst.withMissing(Missing.REFUSE)));
        assertEquals(
                "revenue must be known, but was NaN (client C-1)",
                assertThrows(InvalidMeasureException.class, () -> revenue(refusing, 100, NOT_KNOWN))
                        .getMessage());
    }

    @Test
    void aQualityIsYesOrNo() {
        Buckets scheme = Buckets.scheme().withQualities(List.of(REFERRALS));
        String message = "referrals must be a whole number from 0 to 1, but was 3.0 (client C-0)";
        ClientBook book = book(List.of(REVENUE, REFERRALS), new double[][] {{1, 3}});
        assertEquals(
                message,
                assertThrows(InvalidMeasureException.class, () -> scheme.segment(book))
                        .getMessage());
        Segmenter segmenter = scheme.segment(book(List.of(REVENUE, REFERRALS), new double[][] {{1, 1}}))
                .segmenter();
        assertEquals(
                message,
                assertThrows(InvalidMeasureException.class, () -> segmenter.assign(book.client(0)))
                        .getMessage());
    }

    @Test
    void badArgumentsAreRefused() {
        Criterion revenue = Criterion.of(REVENUE, Grading.terciles());
        assertRefused("there must be one or two measures, but there are 0");
        assertRefused("there must be one or two measures, but there are 3", revenue, revenue, revenue);
        assertRefused("the two measures must differ, but both are revenue", revenue, revenue);
        assertRefused(
                "buckets must be of a measure with grades 1 to 2 or 1 to 3, but revenue has 0 to 1",
                Criterion.of(REVENUE, Grading.minMax()));
        assertRefused(
                "buckets must be of a measure with grades 1 to 2 or 1 to 3, but revenue has 1 to 4",
                Criterion.of(REVENUE, Grading.equalCounts(4)));
        assertRefused(
                "buckets must be of a measure with grades 1 to 2 or 1 to 3, but plan has 1 to 2",
                Criterion.of("plan", Levels.of(Map.of("basic", 1.0, "plus", 2.0))));
        assertRefused(
                "an unknown revenue must leave a client unscored, be refused or be the worst, but is to be NEUTRAL",
                revenue.withMissing(Missing.NEUTRAL));
    }

    @Test
    void gradesBetweenBucketsAreRefused() {
        Buckets scheme = Buckets.scheme()
                .withCriteria(List.of(Criterion.of(REVENUE, Grading.minMax().on(Scale.ONE_TO_THREE))));
        assertEquals(
                "the grades of buckets must be whole, but are 1.5 (client C-1)",
                assertThrows(IllegalArgumentException.class, () -> revenue(scheme, 0, 25, 100))
                        .getMessage());
    }

    @Test
    void badSettingsAreRefusedWithTheirPath() {
        assertRefused("setting buckets is not known; known are: criteria, qualities", Map.of("buckets", 3));
        assertRefused("setting criteria must be a list, but was a group", Map.of("criteria", Map.of()));
        assertRefused(
                "setting criteria is refused: there must be one or two measures, but there are 0",
                Map.of("criteria", List.of()));
        assertRefused(
                "setting criteria[0].grading must be there, but is not",
                Map.of("criteria", List.of(Map.of("measure", "revenue"))));
        assertRefused(
                "setting criteria[0].grading.thresholds[1] must be a number, but was 'x'",
                Map.of(
                        "criteria",
                        List.of(Map.of("measure", "revenue", "grading", Map.of("thresholds", List.of(1, "x"))))));
        assertRefused(
                "setting qualities[1] must be the name of a measure, but was '7'",
                Map.of("qualities", List.of("referrals", 7)));
        assertRefused("setting qualities must be a list, but was 'referrals'", Map.of("qualities", "referrals"));
    }

    @Test
    void settingsLeaveWhatTheyDoNotName() {
        Buckets scheme = Buckets.scheme().withSettings(Settings.of(Map.of("qualities", List.of("cross_sell"))));
        assertEquals(Buckets.scheme().withQualities(List.of(CROSS_SELL)).settings(), scheme.settings());
        assertEquals(Buckets.class, Schemes.load().get("buckets").getClass());
        assertEquals("Buckets[buckets, 3 segments]", scheme.toString());
    }

    private static void assertRefused(String message, Criterion... criteria) {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> Buckets.scheme().withCriteria(List.of(criteria)));
        assertEquals(message, e.getMessage());
    }

    private static void assertRefused(String message, Map<String, ?> settings) {
        Exception e = assertThrows(
                InvalidSettingsException.class, () -> Buckets.scheme().withSettings(Settings.of(settings)));
        assertEquals(message, e.getMessage());
    }

    private static List<String> revenue(Buckets scheme, double... values) {
        BookAppender book = Books.appender(List.of(REVENUE));
        for (double value : values) {
            book.add("C-" + book.size(), value);
        }
        return places(segmentEveryWay(scheme, book.build()));
    }

    /** Gives the orders of the segments of all clients, 0 for the unscored. */
    private static List<Integer> orders(Segmentation result) {
        return IntStream.range(0, result.size())
                .mapToObj(result::segment)
                .map(segment -> segment.isScored() ? segment.order() : 0)
                .toList();
    }

    private static ClientBook book(List<Measure> measures, double[][] rows) {
        BookAppender book = Books.appender(measures);
        for (int i = 0; i < rows.length; i++) {
            book.add("C-" + i, rows[i]);
        }
        return book.build();
    }
}
