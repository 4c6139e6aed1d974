package dev.segmentation.schemes.fours;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.FUTURE_REVENUE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Missing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class FourSTest {

    private static final List<Measure> FIVE = List.of(REVENUE, FUTURE_REVENUE, HOURS, ATTITUDE, INFLUENCE);

    /**
     * Twelve clients worked out by hand: revenue, future revenue, hours, attitude, influence. Terciles of twelve are
     * four, four and four; behind each row its five grades and their sum.
     */
    private static final double[][] TWELVE = {
        {12, 12, 1, 3, 3}, // 3 3 3 3 3 = 15
        {11, 11, 2, 3, 2}, // 3 3 3 3 2 = 14
        {10, 10, 3, 2, 3}, // 3 3 3 2 3 = 14, less revenue
        {9, 9, 4, 1, 1}, // 3 3 3 1 1 = 11
        {8, 8, 5, 2, 3}, // 2 2 2 2 3 = 11, less revenue
        {7, 7, 6, 2, 2}, // 2 2 2 2 2 = 10
        {6, 6, 7, 2, 2}, // 2 2 2 2 2 = 10, less revenue
        {5, 5, 8, 1, 1}, // 2 2 2 1 1 = 8
        {4, 4, 9, 3, 3}, // 1 1 1 3 3 = 9
        {3, 3, 10, 1, 2}, // 1 1 1 1 2 = 6
        {2, 2, 11, 1, 1}, // 1 1 1 1 1 = 5
        {1, 1, 12, 1, 1}, // 1 1 1 1 1 = 5, least revenue
    };

    @Test
    void twelveClientsByHand() {
        Segmentation result = FourS.scheme().segment(book(FIVE, TWELVE));
        assertEquals(
                List.of(
                        "Platinum 3.0", // the top 10% of 12 is 1.2, so 1
                        "Gold 2.8",
                        "Gold 2.8", // to 25%: 3
                        "Silver 2.2",
                        "Silver 2.2",
                        "Silver 2.0", // to 50%: 6
                        "Standard 2.0", // the same score with less revenue
                        "Standard 1.6",
                        "Standard 1.8",
                        "Standard 1.2",
                        "Standard 1.0",
                        "Standard 1.0"),
                places(result));
        assertEquals(9, result.standing(7).orElseThrow().rank());
        assertEquals(8, result.standing(8).orElseThrow().rank());
        assertEquals(
                List.of(
                        "in the top 25% by score, then revenue",
                        "revenue above average (grade 3 on 1 to 3)",
                        "future revenue above average (grade 3 on 1 to 3)",
                        "hours below average (grade 3 on 1 to 3)",
                        "attitude above average (grade 3 on 1 to 3)",
                        "influence average (grade 2 on 1 to 3)"),
                result.assignment(1).reasons().stream().map(Reason::text).toList());
    }

    @Test
    void theScoreIsTheSumOfItsParts() {
        for (Assignment assignment : FourS.scheme().segment(book(FIVE, TWELVE))) {
            Score score = assignment.score().orElseThrow();
            double sum = score.contributions().stream()
                    .mapToDouble(Score.Contribution::contribution)
                    .sum();
            assertEquals(score.value(), sum, 1e-12);
            assertEquals(5, score.contributions().size());
        }
    }

    @Test
    void isFoundByItsId() {
        assertEquals(FourS.class, Schemes.load().get("four-s").getClass());
        assertEquals(List.of(), Schemes.load().problems());
    }

    @Test
    void withRevenueAloneTheTiersAreTopSharesOfRevenue() {
        double[][] rows = new double[100][];
        for (int i = 0; i < 100; i++) {
            rows[i] = new double[] {(i * 37) % 100};
        }
        ClientBook book = book(List.of(REVENUE), rows);
        Segmentation result = FourS.scheme().segment(book);
        for (int i = 0; i < 100; i++) {
            double revenue = rows[i][0];
            String tier = revenue >= 90 ? "Platinum" : revenue >= 75 ? "Gold" : revenue >= 50 ? "Silver" : "Standard";
            assertEquals(tier, result.segment(i).name());
        }
    }

    @Test
    void equalValuesAreAverage() {
        for (int n = 1; n <= 7; n++) {
            double[][] equal = new double[n][];
            Arrays.fill(equal, new double[] {7});
            for (String place : places(FourS.scheme().segment(book(List.of(REVENUE), equal)))) {
                assertTrue(place.endsWith(" 2.0"), place);
            }
        }
        double[][] rows = {{7}, {7}, {7}, {7}, {7}};
        Segmentation result = FourS.scheme().segment(book(List.of(REVENUE), rows));
        // 10% of five is 0.5, rounded to one; the five are equal, so all go up.
        assertEquals(Collections.nCopies(5, "Platinum 2.0"), places(result));
    }

    @Test
    void anUnknownMeasureLeavesTheClientUnscored() {
        double[][] rows = {{5, 2}, {Double.NaN, 3}, {4, Double.NaN}};
        Segmentation result = FourS.scheme().segment(book(List.of(REVENUE, ATTITUDE), rows));
        assertEquals(2, result.count(Segment.UNSCORED));
        assertEquals("revenue is unknown", result.assignment(1).reasons().get(0).text());
        assertEquals(
                "attitude is unknown", result.assignment(2).reasons().get(0).text());
    }

    @Test
    void aGradeThatIsNoneIsRefused() {
        double[][] rows = {{5, 2}, {3, 7}};
        Exception e = assertThrows(
                InvalidMeasureException.class, () -> FourS.scheme().segment(book(List.of(REVENUE, ATTITUDE), rows)));
        assertEquals("attitude must be a whole number from 1 to 3, but was 7.0 (client C-1)", e.getMessage());
    }

    @Test
    void aBookWithoutAnyOfTheMeasuresIsRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> FourS.scheme().segment(book(List.of(ASSETS), new double[][] {{1}})));
        assertEquals(
                "scheme four-s needs at least one of [revenue, future_revenue, hours, attitude, influence],"
                        + " but the book has [assets]",
                e.getMessage());
    }

    @Test
    void emptyAndSmallBooksWork() {
        assertEquals(0, FourS.scheme().segment(book(FIVE, new double[0][])).size());
        Segmentation one = FourS.scheme().segment(book(FIVE, new double[][] {{1, 1, 1, 2, 2}}));
        assertEquals(List.of("Silver 2.0"), places(one), "10% and 25% of one are none, 50% is one, rounded");
    }

    @Test
    void allOfItCanBeSet() {
        FourS scheme = FourS.scheme()
                .withCriteria(List.of(
                        Criterion.of(REVENUE, Grading.thresholds(100, 200)).withWeight(0.6),
                        Criterion.of(ATTITUDE, Grading.given(1, 3))
                                .withWeight(0.4)
                                .withMissing(Missing.NEUTRAL)))
                .withTieBreakers(List.of(HOURS))
                .withTiers(TopShares.of(0.25), List.of(Segment.of("Top", 1), Segment.of("Rest", 2)));
        double[][] rows = {{200, Double.NaN, 9}, {200, 2, 5}, {250, 2, 7}, {99, 3, 1}};
        Segmentation result = scheme.segment(book(List.of(REVENUE, ATTITUDE, HOURS), rows));
        // 0.6 · 3 + 0.4 · 2 for the first three, of whom the second takes the fewest hours; 0.6 · 1 + 0.4 · 3.
        assertEquals(List.of("Rest 2.6", "Top 2.6", "Rest 2.6", "Rest 1.8"), places(result));
        assertEquals(
                "attitude unknown (grade 2 on 1 to 3)",
                result.assignment(0).reasons().get(2).text());
        assertEquals(
                List.of(REVENUE, ATTITUDE, HOURS),
                scheme.requirements().stream().map(Requirement::measure).toList());
        assertThrows(
                IllegalArgumentException.class,
                () -> FourS.scheme().withTiers(TopShares.of(0.25), List.of(Segment.of("Top", 1))));
    }

    @Property
    void orderDoesNotMatterAndEqualClientsStayTogether(@ForAll("rows") List<double[]> rows, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        Segmentation first = FourS.scheme().segment(book(FIVE, rows.toArray(new double[0][])));
        Segmentation second =
                FourS.scheme().segment(book(FIVE, order.stream().map(rows::get).toArray(double[][]::new)));
        for (int i = 0; i < order.size(); i++) {
            int was = order.get(i);
            assertEquals(first.segment(was), second.segment(i));
            assertEquals(first.assignment(was).score(), second.assignment(i).score());
            assertEquals(first.standing(was), second.standing(i));
            for (int j = 0; j < i; j++) {
                if (Arrays.equals(rows.get(order.get(j)), rows.get(was))) {
                    assertEquals(second.segment(j), second.segment(i));
                }
            }
        }
    }

    @Property
    void assigningOneByOneEqualsTheBatchAlsoWhenStored(@ForAll("rows") List<double[]> rows)
            throws IOException, ClassNotFoundException {
        Segmentation result = FourS.scheme().segment(book(FIVE, rows.toArray(new double[0][])));
        Segmenter stored = stored(result.segmenter());
        long counted = 0;
        for (int i = 0; i < result.size(); i++) {
            assertEquals(result.segment(i), result.assignment(i).segment());
            assertEquals(result.assignment(i), stored.assign(result.book().client(i)));
        }
        for (Segment segment : result.segments()) {
            counted += result.count(segment);
        }
        assertEquals(rows.size(), counted + result.count(Segment.UNSCORED), "nothing is lost");
    }

    /** A better value never lowers the rank of a client, all others staying as they are. */
    @Property
    void moreRevenueNeverHarms(@ForAll("rows") List<double[]> rows, @ForAll Random random) {
        if (rows.isEmpty()) {
            return;
        }
        int who = random.nextInt(rows.size());
        double[][] before = rows.stream().map(double[]::clone).toArray(double[][]::new);
        double[][] after = rows.stream().map(double[]::clone).toArray(double[][]::new);
        after[who][0] += 1 + random.nextInt(5);
        Segment was = FourS.scheme().segment(book(FIVE, before)).segment(who);
        Segment is = FourS.scheme().segment(book(FIVE, after)).segment(who);
        assertTrue(is.order() <= was.order(), () -> was + " became " + is);
    }

    @Provide
    Arbitrary<List<double[]>> rows() {
        Arbitrary<Double> money =
                Arbitraries.integers().between(0, 6).map(Integer::doubleValue).injectDuplicates(0.3);
        Arbitrary<Double> unknownAtTimes =
                Arbitraries.frequencyOf(Tuple.of(9, money), Tuple.of(1, Arbitraries.just(Double.NaN)));
        Arbitrary<Double> grade = Arbitraries.of(1.0, 2.0, 3.0);
        return Combinators.combine(money, unknownAtTimes, money, grade, grade)
                .as((revenue, future, hours, attitude, influence) ->
                        new double[] {revenue, future, hours, attitude, influence})
                .list()
                .ofMaxSize(25);
    }

    private static ClientBook book(List<Measure> measures, double[][] rows) {
        BookAppender book = Books.appender(measures);
        for (int i = 0; i < rows.length; i++) {
            book.add("C-" + i, rows[i]);
        }
        return book.build();
    }

    private static List<String> places(Segmentation result) {
        List<String> places = new ArrayList<>();
        result.forEach(
                a -> places.add(a.segment() + " " + a.score().orElseThrow().value()));
        return places;
    }

    private static Segmenter stored(Segmenter segmenter) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(segmenter);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Segmenter) in.readObject();
        }
    }
}
