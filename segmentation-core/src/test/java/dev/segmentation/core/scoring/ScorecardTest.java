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
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Score;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.book.Columns;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
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

    @Property(tries = 200)
    void percentRanksFollowFromCounting(@ForAll("values") double[] values) {
        assertGrades(Grading.percentRank(), REVENUE, values, percentRanks(values));
        double[] turned = Arrays.stream(values).map(value -> -value).toArray();
        assertGrades(Grading.percentRank(), HOURS, turned, percentRanks(values));
    }

    /** Exact up to ten thousand clients; in a book of more the grade lies within a ten-thousandth, however many are equal. */
    @Test
    void percentRanksOfManyAreNearTheCount() {
        for (int equal : new int[] {0, 1, 700, 2_999, 3_000}) {
            assertPercentRanks(4_001, equal, 0);
            assertPercentRanks(12_007, equal, 0.000_11);
        }
    }

    private static void assertPercentRanks(int clients, int equal, double tolerance) {
        double[] values = new double[clients];
        for (int i = equal; i < clients; i++) {
            values[i] = Math.floorMod(i * 7_919L, (long) clients);
        }
        double[] exact = percentRanks(values);
        double[] grades = grades(Grading.percentRank(), REVENUE, values);
        for (int i = 0; i < clients; i++) {
            if (Math.abs(exact[i] - grades[i]) > tolerance) {
                assertEquals(exact[i], grades[i], "value " + values[i] + " with " + equal + " equal ones");
            }
        }
    }

    @Test
    void percentRanksByHand() {
        assertGrades(Grading.percentRank(), REVENUE, new double[] {9, 7, 7, 5}, 1, 1.0 / 3, 1.0 / 3, 0);
        assertGrades(Grading.percentRank(), REVENUE, new double[] {4, 4, 4}, 0, 0, 0);
        assertGrades(Grading.percentRank(), REVENUE, new double[] {4}, 0);
        assertGrades(Grading.percentRank(), REVENUE, new double[] {UNKNOWN}, UNKNOWN);
        assertGrades(Grading.percentRank(), HOURS, new double[] {1, 2, 3}, 1, 0.5, 0);
    }

    private static double[] percentRanks(double... values) {
        long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        return Arrays.stream(values)
                .map(own -> {
                    long worse =
                            Arrays.stream(values).filter(value -> value < own).count();
                    return Double.isNaN(own) ? UNKNOWN : known == 1 ? 0 : (double) worse / (known - 1);
                })
                .toArray();
    }

    @Test
    void sharesOfTotalByHand() {
        // 300 in all: 80% is 240, which the fourth crosses, with whom the fifth is equal; 95% is 285, which 10 reaches.
        double[] ten = {90, 80, 45, 30, 30, 10, 6, 4, 3, 2};
        assertGrades(Grading.sharesOfTotal(0.8), REVENUE, ten, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1);
        assertGrades(Grading.sharesOfTotal(0.8, 0.95), REVENUE, ten, 3, 3, 3, 3, 3, 2, 1, 1, 1, 1);
        assertEquals(new Scale(1, 3), Grading.sharesOfTotal(0.8, 0.95).scale());
        assertGrades(Grading.sharesOfTotal(0.5), REVENUE, new double[] {7, UNKNOWN, 7, 7}, 2, UNKNOWN, 2, 2);
        assertGrades(Grading.sharesOfTotal(0.5), REVENUE, new double[] {UNKNOWN}, UNKNOWN);
        ClientBook nothing = book(List.of(REVENUE), new double[][] {{0}, {0}});
        assertThrows(IllegalArgumentException.class, () -> grades(Grading.sharesOfTotal(0.8), REVENUE, nothing));
        assertThrows(IllegalArgumentException.class, () -> Grading.sharesOfTotal());
        assertThrows(IllegalArgumentException.class, () -> Grading.sharesOfTotal(0.9, 0.8));
        assertThrows(IllegalArgumentException.class, () -> Grading.sharesOfTotal(1.5));
    }

    @Test
    void yesIsOneAndNoIsNothing() {
        assertGrades(Grading.yesNo(), Measure.ENGAGED, new double[] {1, 0, UNKNOWN}, 1, 0, UNKNOWN);
        FittedScorecard fitted = Scorecard.of(List.of(Criterion.of(Measure.ENGAGED, Grading.yesNo())))
                .fit(book(List.of(Measure.ENGAGED), new double[][] {{1}}));
        Exception e = assertThrows(
                InvalidMeasureException.class, () -> fitted.score(Client.of("C", Map.of(Measure.ENGAGED, 2.0))));
        assertEquals("engaged must be a whole number from 0 to 1, but was 2.0 (client C)", e.getMessage());
    }

    @Test
    void aGradingCanBePutOnAnotherScale() {
        Scale oneToThree = Scale.ONE_TO_THREE;
        assertGrades(Grading.yesNo().on(oneToThree), Measure.ENGAGED, new double[] {1, 0}, 3, 1);
        assertGrades(Grading.given(1, 3).on(Scale.ZERO_TO_ONE), ATTITUDE, new double[] {1, 2, 3}, 0, 0.5, 1);
        assertGrades(Grading.terciles().on(Scale.ZERO_TO_ONE), HOURS, new double[] {1, 2, 3}, 1, 0.5, 0);
        assertGrades(Grading.minMax().on(oneToThree), REVENUE, new double[] {10, 20, 15}, 1, 3, 2);
        assertGrades(Grading.minMax().on(oneToThree), REVENUE, new double[] {5, 5}, 2, 2);
        assertGrades(Grading.thresholds(5).on(new Scale(-1, 9)), REVENUE, new double[] {4, 5}, -1, 9);
        assertGrades(Grading.percentRank().on(new Scale(0, 100)), REVENUE, new double[] {3, 1, 2}, 100, 0, 50);
        Grading twice = Grading.yesNo().on(new Scale(0.1, 0.7)).on(oneToThree);
        assertEquals(oneToThree, twice.scale());
        assertGrades(twice, Measure.ENGAGED, new double[] {1, 0}, 3, 1);
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Scale(3, 3));
        assertEquals("a scale must run from a worst to a greater best grade, but was from 3.0 to 3.0", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Scale(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Scale(UNKNOWN, 1));
    }

    @Test
    void levelsGradeTextsWhetherInSmallOrCapitalLetters() {
        Levels plans = Levels.of(Map.of("Basic", 1.0, "plus", 2.0, "PRIVATE", 3.0));
        assertEquals(Set.of("private", "basic", "plus"), Set.copyOf(plans.texts()));
        assertEquals(OptionalDouble.of(1), plans.grade("BASIC"), "also where capital i has a dot");
        assertEquals(OptionalDouble.of(3), plans.grade(" private "));
        assertEquals(OptionalDouble.empty(), plans.grade("gold"));
        assertEquals(Scale.ONE_TO_THREE, plans.scale());
        assertEquals(OptionalDouble.of(0.5), plans.on(Scale.ZERO_TO_ONE).grade("plus"));
        assertEquals(OptionalDouble.of(1), Levels.yesNo().grade("TRUE"));
        assertEquals(OptionalDouble.of(0), Levels.yesNo().grade("n"));
        assertEquals(
                "texts must differ, but 'plus' comes twice",
                assertThrows(IllegalArgumentException.class, () -> Levels.of(Map.of("Plus", 1.0, "plus", 2.0)))
                        .getMessage());
        assertEquals(
                "a grade must be finite, but that of 'plus' is NaN",
                assertThrows(IllegalArgumentException.class, () -> Levels.of(Map.of("plus", UNKNOWN)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Levels.of(Map.of("plus", 1.0, "basic", 1.0)));
        assertThrows(IllegalArgumentException.class, () -> Levels.of(Map.of()));
    }

    @Test
    void theUnknownTextIsTreatedAsChosen() {
        assertArrayEquals(new double[] {2.5, UNKNOWN}, textScores(Missing.UNSCORED));
        assertArrayEquals(new double[] {2.5, 2.5}, textScores(Missing.NEUTRAL));
        assertArrayEquals(new double[] {2.5, 2}, textScores(Missing.WORST));
        assertArrayEquals(new double[] {2.5, 3}, textScores(Missing.LEAVE_OUT));
        Exception e = assertThrows(InvalidAttributeException.class, () -> textScores(Missing.REFUSE));
        assertEquals("plan must be known, but was unknown (client b)", e.getMessage());
    }

    /** Scores a of the plan plus and b of an unknown plan, both graded 3 on revenue; one by one and all at once. */
    private static double[] textScores(Missing missing) {
        BookAppender book = Books.appender(List.of(REVENUE), List.of("plan"));
        book.add("a", new double[] {3}, List.of("Plus"));
        book.add("b", new double[] {3}, Collections.singletonList(null));
        Levels plans = Levels.of(Map.of("basic", 1.0, "plus", 2.0, "private", 3.0));
        FittedScorecard fitted = Scorecard.of(List.of(
                        Criterion.of(REVENUE, Grading.given(1, 3)),
                        Criterion.of("plan", plans).withMissing(missing)))
                .fit(book.build());
        double[] scores = IntStream.range(0, 2)
                .mapToDouble(i -> fitted.score(book.build().client(i)))
                .toArray();
        assertArrayEquals(scores, fitted.scores((Columns) book.build()));
        return scores;
    }

    @Test
    void aTextThatIsNoneOfTheLevelsIsRefused() {
        BookAppender book = Books.appender(List.of(REVENUE), List.of("plan"));
        book.add("a", new double[] {3}, List.of("gold"));
        FittedScorecard fitted = Scorecard.of(
                        List.of(Criterion.of("plan", Levels.of(Map.of("basic", 1.0, "plus", 2.0)))))
                .fit(book.build());
        String message = "plan must be one of basic, plus, but was 'gold' (client a)";
        assertEquals(
                message,
                assertThrows(
                                InvalidAttributeException.class,
                                () -> fitted.score(book.build().client(0)))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(InvalidAttributeException.class, () -> fitted.scores((Columns) book.build()))
                        .getMessage());
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

    /** Over several blocks, with edges and values where comparing by differences could go wrong. */
    @Property(tries = 100)
    void largeColumnsScoreAsTheirClientsDo(@ForAll long seed) {
        Random random = new Random(seed);
        double[] odd = {UNKNOWN, -0.0, 0.0, 1, 2, Double.MIN_VALUE, -1e308, 1e308, -1 / 0.0, 1 / 0.0};
        double[][] rows = new double[1 + random.nextInt(3_000)][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {
                odd[random.nextInt(odd.length)],
                odd[1 + random.nextInt(4)],
                random.nextInt(9) == 0 ? UNKNOWN : 1 + random.nextInt(3)
            };
        }
        double low = odd[1 + random.nextInt(7)];
        Grading thresholds = Grading.thresholds(low, low + 1 > low ? low + 1 : Double.MAX_VALUE);
        ClientBook book = book(List.of(REVENUE, HOURS, ATTITUDE), rows);
        FittedScorecard fitted = Scorecard.of(List.of(
                        Criterion.of(REVENUE, random.nextBoolean() ? Grading.terciles() : thresholds),
                        Criterion.of(HOURS, Grading.terciles()),
                        Criterion.of(ATTITUDE, Grading.given(1, 3))))
                .fit(book);
        double[] scores = fitted.scores((Columns) book);
        for (int row = 0; row < rows.length; row++) {
            assertEquals(fitted.score(book.client(row)), scores[row]);
        }
    }

    @Test
    void theFirstClientOfTheFirstCriterionIsRefused() {
        double[][] rows = new double[2_500][];
        Arrays.setAll(rows, row -> new double[] {row == 2_400 ? 4 : 1, row == 10 ? 2.5 : 3});
        ClientBook book = book(List.of(REVENUE, HOURS), rows);
        FittedScorecard fitted = card(Missing.UNSCORED).fit(book);
        Exception e = assertThrows(InvalidMeasureException.class, () -> fitted.scores((Columns) book));
        assertEquals(
                assertThrows(InvalidMeasureException.class, () -> fitted.score(book.client(2_400)))
                        .getMessage(),
                e.getMessage());
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

    private static double[] grades(Grading grading, Measure measure, double... values) {
        double[][] rows =
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
        return grades(grading, measure, book(List.of(measure), rows));
    }

    private static double[] grades(Grading grading, Measure measure, ClientBook book) {
        Grades fitted = grading.fit(book, measure);
        return IntStream.range(0, (int) book.size())
                .mapToDouble(i -> book.client(i).measure(measure))
                .map(value -> Double.isNaN(value) ? value : fitted.of(value))
                .toArray();
    }

    private static void assertGrades(Grading grading, Measure measure, double[] values, double... expected) {
        assertArrayEquals(expected, grades(grading, measure, values));
    }

    private static ClientBook book(List<Measure> measures, double[][] rows) {
        BookAppender book = Books.appender(measures);
        for (int i = 0; i < rows.length; i++) {
            book.add("C-" + i, rows[i]);
        }
        return book.build();
    }
}
