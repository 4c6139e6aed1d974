package dev.segmentation.core.scoring;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Score;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void tercilesGradeByTheMiddleOfEqualValues() {
        assertGrades(Grading.terciles(), REVENUE, new double[] {9, 7, 7, 5}, 3, 2, 2, 1);
        assertGrades(Grading.terciles(), REVENUE, new double[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 2, 3, 3);
        assertGrades(Grading.terciles(), HOURS, new double[] {1, 2, 3}, 3, 2, 1);
        assertGrades(Grading.terciles(), REVENUE, new double[] {5, 5}, 2, 2);
        assertGrades(Grading.terciles(), REVENUE, new double[] {5, 4}, 3, 1);
        assertGrades(Grading.terciles(), REVENUE, new double[] {8}, 2);
        assertGrades(Grading.terciles(), REVENUE, new double[] {UNKNOWN}, UNKNOWN);
        assertGrades(Grading.equalCounts(5), REVENUE, new double[] {1, 2, 3, 4, 5}, 1, 2, 3, 4, 5);
        assertGrades(Grading.equalCounts(5), REVENUE, new double[] {7, 7, 7}, 3, 3, 3);
    }

    /** The oracle holds the middle of the equal values against the parts of the book, in whole numbers. */
    @Property
    void equalCountsFollowFromCounting(@ForAll("values") double[] values, @ForAll("grades") int grades) {
        double[] expected = new double[values.length];
        long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        for (int i = 0; i < values.length; i++) {
            double own = values[i];
            long better = Arrays.stream(values).filter(value -> value > own).count();
            long equal = Arrays.stream(values).filter(value -> value == own).count();
            long twiceMiddle = 2 * better + equal;
            long grade = grades;
            for (int part = 1; part < grades; part++) {
                long edge = 2L * part * known;
                boolean isAbove = 2 * part < grades ? twiceMiddle * grades < edge : twiceMiddle * grades <= edge;
                grade -= isAbove ? 0 : 1;
            }
            expected[i] = Double.isNaN(own) ? UNKNOWN : grade;
        }
        assertGrades(Grading.equalCounts(grades), REVENUE, values, expected);
    }

    @Test
    void otherGradingsByHand() {
        assertGrades(Grading.given(1, 3), ATTITUDE, new double[] {1, 3, UNKNOWN}, 1, 3, UNKNOWN);
        assertGrades(Grading.thresholds(1000, 5000), REVENUE, new double[] {999, 1000, 5000}, 1, 2, 3);
        assertGrades(Grading.thresholds(10, 5), HOURS, new double[] {11, 10, 5, 4}, 1, 2, 3, 3);
        // Mean 4, standard deviation 3.
        assertGrades(Grading.aroundMean(0.5), REVENUE, new double[] {1, 4, 7}, 1, 2, 3);
        assertGrades(Grading.aroundMean(0.5), HOURS, new double[] {1, 4, 7}, 3, 2, 1);
        assertGrades(Grading.aroundMean(1), REVENUE, new double[] {4, 4, 4}, 2, 2, 2);
        assertGrades(Grading.aroundMean(1), REVENUE, new double[] {4}, 2);
        Measure age = Measure.of("age");
        Grading best45To60 = Grading.bands(new double[] {30, 45, 60}, new double[] {1, 2, 3, 2});
        assertGrades(best45To60, age, new double[] {29, 30, 45, 59.9, 60}, 1, 2, 3, 3, 2);
        assertGrades(Grading.minMax(), REVENUE, new double[] {10, 20, 15}, 0, 1, 0.5);
        assertGrades(Grading.minMax(), HOURS, new double[] {10, 20, 15}, 1, 0, 0.5);
        assertGrades(Grading.minMax(), REVENUE, new double[] {3, 3}, 0.5, 0.5);
        double most = Double.MAX_VALUE;
        assertGrades(Grading.minMax(), REVENUE, new double[] {-most, most, 0}, 0, 1, 0.5);
    }

    @Test
    void aConstantMeasureIsSaid() {
        ClientBook book = book(List.of(REVENUE, HOURS), new double[][] {{7, 1}, {7, 2}});
        FittedScorecard fitted = Scorecard.of(
                        List.of(Criterion.of(REVENUE, Grading.terciles()), Criterion.of(HOURS, Grading.terciles())))
                .fit(book);
        assertEquals(List.of("revenue"), fitted.constant());
    }

    @Test
    void weightsAreExactDecimals() {
        assertNotEquals(0.1 + 0.1 * 2 + 0.1 * 3, 0.1 * 3 + 0.1 * 2 + 0.1, "in doubles, the order of a sum shows");
        List<Measure> measures = List.of(REVENUE, HOURS, ATTITUDE);
        Scorecard scorecard = Scorecard.of(measures.stream()
                .map(measure -> Criterion.of(measure, Grading.given(1, 3)).withWeight(0.1))
                .toList());
        ClientBook book = book(measures, new double[][] {{1, 2, 3}, {3, 2, 1}});
        FittedScorecard fitted = scorecard.fit(book);
        assertEquals(2.0, fitted.score(book.client(0)));
        assertEquals(2.0, fitted.score(book.client(1)));
    }

    @Test
    void theUnknownIsTreatedAsChosen() {
        double[][] rows = {{3, UNKNOWN}, {UNKNOWN, UNKNOWN}};
        assertArrayEquals(new double[] {UNKNOWN, UNKNOWN}, scores(Missing.UNSCORED, rows));
        assertArrayEquals(new double[] {2.5, 2}, scores(Missing.NEUTRAL, rows));
        assertArrayEquals(new double[] {2, 1}, scores(Missing.WORST, rows));
        assertArrayEquals(new double[] {3, UNKNOWN}, scores(Missing.LEAVE_OUT, rows));
        Exception e = assertThrows(InvalidMeasureException.class, () -> scores(Missing.REFUSE, rows));
        assertEquals("hours must be known, but was NaN (client C-0)", e.getMessage());
    }

    @Test
    void aScoreIsTheSumOfItsParts() {
        FittedScorecard fitted =
                card(Missing.LEAVE_OUT).fit(book(List.of(REVENUE, HOURS), new double[][] {{3, UNKNOWN}, {1, 2}}));
        Score both = fitted.explain(client(1, 2));
        assertEquals(1.5, both.value());
        assertEquals("1 to 3", both.scale());
        assertEquals(
                List.of(0.5, 1.0),
                both.contributions().stream()
                        .map(Score.Contribution::contribution)
                        .toList());
        Score one = fitted.explain(client(3, UNKNOWN));
        assertEquals(
                List.of(3.0),
                one.contributions().stream()
                        .map(Score.Contribution::contribution)
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> fitted.explain(client(UNKNOWN, UNKNOWN)));
    }

    @Test
    void badScorecardsAreRefused() {
        Criterion revenue = Criterion.of(REVENUE, Grading.terciles());
        assertThrows(IllegalArgumentException.class, () -> Scorecard.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Scorecard.of(List.of(revenue, revenue)));
        Exception scales = assertThrows(
                IllegalArgumentException.class,
                () -> Scorecard.of(List.of(revenue, Criterion.of(HOURS, Grading.minMax()))));
        assertEquals(
                "the grades of all criteria must be on one scale, but revenue is graded 1 to 3 and hours 0 to 1 (a grading can be put on another scale)",
                scales.getMessage());
        for (double weight : new double[] {0, -1, UNKNOWN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> revenue.withWeight(weight));
        }
        ClientBook book = book(List.of(REVENUE, HOURS), new double[][] {{1, 1}});
        Scorecard tooFine = Scorecard.of(List.of(
                revenue.withWeight(1e-9),
                Criterion.of(HOURS, Grading.terciles()).withWeight(1e9)));
        assertThrows(IllegalArgumentException.class, () -> tooFine.fit(book));
        assertThrows(IllegalArgumentException.class, () -> Grading.equalCounts(1));
        assertThrows(IllegalArgumentException.class, () -> Grading.given(3, 3));
        assertThrows(IllegalArgumentException.class, () -> Grading.thresholds());
        assertThrows(IllegalArgumentException.class, () -> Grading.thresholds(UNKNOWN));
        assertThrows(IllegalArgumentException.class, () -> Grading.aroundMean(0));
        assertThrows(IllegalArgumentException.class, () -> Grading.bands(new double[] {2, 1}, new double[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> Grading.bands(new double[] {1}, new double[] {2, 2}));
        assertThrows(IllegalArgumentException.class, () -> Grading.bands(new double[] {1}, new double[] {2}));
        assertThrows(
                IllegalArgumentException.class,
                () -> grades(Grading.thresholds(5, 10), HOURS, book),
                "where less is better, 10 hours come before 5");
    }

    @Property
    void wholeColumnsScoreAsTheirClientsDo(
            @ForAll("values") double[] revenue, @ForAll("values") double[] hours, @ForAll Missing missing) {
        if (missing == Missing.REFUSE) {
            return;
        }
        int n = Math.min(revenue.length, hours.length);
        double[][] rows = IntStream.range(0, n)
                .mapToObj(i -> new double[] {revenue[i], hours[i]})
                .toArray(double[][]::new);
        ClientBook book = book(List.of(REVENUE, HOURS), rows);
        FittedScorecard fitted = Scorecard.of(List.of(
                        Criterion.of(REVENUE, Grading.terciles())
                                .withWeight(0.7)
                                .withMissing(missing),
                        Criterion.of(HOURS, Grading.aroundMean(0.5)).withMissing(missing)))
                .fit(book);
        Ordering byFunction = Ordering.by("score", fitted);
        Ordering byClient = Ordering.by("score", client -> fitted.score(client) + 0);
        assertEquals(book.cutoffs(byClient, 0.1, 0.5, 1), book.cutoffs(byFunction, 0.1, 0.5, 1));
    }

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.of(UNKNOWN, 0.0, 1.0, 2.0, 3.0, 5.5, 100.0)
                .array(double[].class)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Integer> grades() {
        return Arbitraries.integers().between(2, 7);
    }

    private static Scorecard card(Missing missing) {
        return Scorecard.of(List.of(
                Criterion.of(REVENUE, Grading.given(1, 3)).withMissing(missing),
                Criterion.of(HOURS, Grading.given(1, 3)).withMissing(missing)));
    }

    private static double[] scores(Missing missing, double[][] rows) {
        ClientBook book = book(List.of(REVENUE, HOURS), rows);
        FittedScorecard fitted = card(missing).fit(book);
        return IntStream.range(0, rows.length)
                .mapToDouble(i -> fitted.score(book.client(i)))
                .toArray();
    }

    private static Client client(double revenue, double hours) {
        return Client.of("C", Map.of(REVENUE, revenue, HOURS, hours));
    }

    private static double[] grades(Grading grading, Measure measure, ClientBook book) {
        Grades fitted = grading.fit(book, measure);
        return IntStream.range(0, (int) book.size())
                .mapToDouble(i -> book.client(i).measure(measure))
                .map(value -> Double.isNaN(value) ? value : fitted.of(value))
                .toArray();
    }

    private static void assertGrades(Grading grading, Measure measure, double[] values, double... expected) {
        double[][] rows =
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        assertArrayEquals(expected, grades(grading, measure, book(List.of(measure), rows)));
    }

    private static ClientBook book(List<Measure> measures, double[][] rows) {
        BookAppender book = Books.appender(measures);
        for (int i = 0; i < rows.length; i++) {
            book.add("C-" + i, rows[i]);
        }
        return book.build();
    }
}
