package dev.segmentation.schemes;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.FUTURE_REVENUE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.NEEDS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Change;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Gap;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.TextChange;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.Levels;
import dev.segmentation.core.scoring.Line;
import dev.segmentation.schemes.abc.Abc;
import dev.segmentation.schemes.engagement.Engagement;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Gaps and changes against counting clients and trying every value at which anything can change. */
class ExplanationTest {

    private static final List<Measure> FIVE = List.of(REVENUE, FUTURE_REVENUE, HOURS, ATTITUDE, INFLUENCE);

    /** Private and plus are the upper half: what is basic would be there as plus or private, and plus comes first. */
    @Test
    void textsByHand() {
        BookAppender book = Books.appender(List.of(REVENUE), List.of("plan"));
        book.add("a", new double[] {1}, List.of("private"));
        book.add("b", new double[] {1}, List.of("plus"));
        book.add("c", new double[] {1}, List.of("basic"));
        book.add("d", new double[] {1}, List.of("basic"));
        Segmentation result = FourS.scheme()
                .withCriteria(
                        List.of(Criterion.of("plan", Levels.of(Map.of("basic", 1.0, "plus", 2.0, "private", 3.0)))))
                .withTieBreakers(List.of())
                .withTiers(TopShares.of(0.5), List.of(Segment.of("Top", 1), Segment.of("Rest", 2)))
                .segment(book.build());
        Explanation basic = result.explain("c");
        assertEquals(
                Optional.of(new TextChange(
                        "plan", "basic", "plus", result.segments().get(0))),
                basic.textRise());
        assertEquals(Optional.empty(), basic.textFall());
        Explanation best = result.explain("a");
        assertEquals(
                Optional.of(new TextChange(
                        "plan", "private", "basic", result.segments().get(1))),
                best.textFall());
        assertTrue(
                best.reasons().stream()
                        .anyMatch(reason -> reason.code().equals("change.fall")
                                && reason.text().equals("plan 'basic' instead of 'private' alone would make it Rest")),
                () -> best.reasons().toString());
    }

    /** Ten clients of revenue 1 to 10: 10 is Platinum, 9 and 8 Gold, 7 and 6 Silver, the others Standard. */
    @Test
    void tenClientsByHand() {
        Segmentation result = FourS.scheme().segment(revenue(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Explanation eight = result.explanation(7);
        assertEquals("Gold", eight.segment().name());
        // All of the best third have the grade 3; revenue alone decides between them.
        assertEquals(Optional.of(new Gap(result.segments().get(0), "score", 0, 2)), eight.better());
        assertEquals(Optional.of(new Gap(result.segments().get(2), "score", 0, 1)), eight.worse());
        assertEquals(Optional.of(new Change(REVENUE, 8, 10, result.segments().get(0))), eight.rise());
        double below = Math.nextDown(8.0);
        assertEquals(Optional.of(new Change(REVENUE, 8, below, result.segments().get(2))), eight.fall());
        assertEquals(
                List.of(
                        "Platinum is 0 of score and 2 clients above",
                        "Silver is 0 of score and 1 client below",
                        "revenue 10 instead of 8 alone would make it Platinum",
                        "revenue below 8 instead of 8 alone would make it Silver"),
                texts(eight, "gap", "change"));
        Explanation best = result.explanation(9);
        assertEquals(Optional.empty(), best.better());
        assertEquals(Optional.empty(), best.rise());
        assertEquals(Optional.empty(), result.explanation(0).worse());
        assertEquals(Optional.empty(), result.explanation(0).fall());
        assertEquals(
                List.of("gap.better", "change.rise"),
                result.explanation(0).reasons().stream()
                        .map(Reason::code)
                        .filter(code -> code.startsWith("gap") || code.startsWith("change"))
                        .toList());
    }

    @Test
    void aSegmentThatIsForNobodyIsNotNear() {
        // 10% of four is 0.4, so nobody: no score makes a client Platinum.
        Segmentation result = FourS.scheme().segment(revenue(1, 2, 3, 4));
        assertEquals("Gold", result.segment(3).name());
        assertEquals(
                List.of(
                        "Silver is 0 of score and 1 client below",
                        "revenue below 4 instead of 4 alone would make it Silver"),
                texts(result.explanation(3), "gap", "change"));
    }

    @Test
    void theLineOfTheVitalFewByHand() {
        // 80% of 300 is reached by the fourth.
        Segmentation result = Pareto.scheme().segment(revenue(90, 80, 45, 30, 30, 10, 6, 4, 3, 2));
        assertEquals(
                List.of(
                        "Vital few is 20 of revenue and 1 client above",
                        "revenue 30 instead of 10 alone would make it Vital few"),
                texts(result.explanation(5), "gap", "change"));
        assertEquals(
                List.of(
                        "Useful many is 15 of revenue and 3 clients below",
                        "revenue below 30 instead of 45 alone would make it Useful many"),
                texts(result.explanation(2), "gap", "change"));
    }

    @Test
    void aSchemeThatDoesNotRankHasChangesAndNoGaps() {
        ClientBook engaged =
                book(List.of(Measure.PROFIT, Measure.ENGAGED), List.of(row(50, 1), row(-20, 1), row(30, 0)));
        Segmentation quadrants = Engagement.scheme().segment(engaged);
        assertEquals(
                List.of("engaged 0 instead of 1 alone would make it B"), texts(quadrants.explanation(0), "change"));
        assertEquals(
                List.of(
                        "profit above 0 instead of -20 alone would make it A",
                        "engaged 0 instead of 1 alone would make it D"),
                texts(quadrants.explanation(1), "change"));
        assertEquals(Optional.empty(), quadrants.explanation(0).better());

        Abc scheme = Abc.scheme().withRequirement(REVENUE, Line.atLeast(100));
        ClientBook wanting = book(List.of(REVENUE, NEEDS), List.of(row(120, 1), row(80, 0)));
        assertEquals(
                List.of(),
                texts(scheme.segment(wanting).explanation(1), "change"),
                "it would have to meet the requirement and to need it: no single change does");
    }

    @Test
    void theUnscoredHasNoGapsAndNoChanges() {
        Explanation unknown = FourS.scheme().segment(revenue(1, Double.NaN, 3)).explanation(1);
        assertEquals(Explanation.of(unknown.assignment()), unknown);
        assertEquals(unknown.assignment().reasons(), unknown.reasons());
    }

    /** A foreign segmenter that asks for whole numbers and takes others all the same. */
    private static final class WillingAtTwo implements Segmenter {

        private static final long serialVersionUID = 1;

        @Override
        public String schemeId() {
            return "acme.willing";
        }

        @Override
        public List<Segment> segments() {
            return List.of(Segment.of("Willing", 1), Segment.of("Unwilling", 2));
        }

        @Override
        public List<Requirement> requirements() {
            return List.of(Requirement.needs(ATTITUDE).wholeWithin(1, 3));
        }

        @Override
        public Assignment assign(Client client) {
            return Assignment.of(client.id(), segments().get(client.measure(ATTITUDE) >= 2 ? 0 : 1));
        }
    }

    @Test
    void wholeNumbersAreSteppedThroughFromAnyValue() {
        Segmentation result = book(List.of(ATTITUDE), List.of(row(1), row(2.5), row(3), row(1.5)))
                .segment(new WillingAtTwo());
        Explanation between = result.explanation(1);
        assertEquals(Optional.empty(), between.rise());
        assertEquals(Optional.of(new Change(ATTITUDE, 2.5, 1, result.segments().get(1))), between.fall());
        assertEquals(
                Optional.of(new Change(ATTITUDE, 1.5, 2, result.segments().get(0))),
                result.explanation(3).rise());
    }

    @Property(tries = 300)
    void theFourSAreExplainedAsTryingEverythingDoes(@ForAll("rows") List<double[]> rows) {
        checkAll(FourS.scheme(), book(FIVE, rows));
    }

    @Property(tries = 300)
    void theVitalFewAreExplainedAsTryingEverythingDoes(@ForAll("revenues") List<double[]> rows) {
        if (rows.stream().mapToDouble(row -> row[0]).sum() > 0) {
            checkAll(Pareto.scheme(), book(List.of(REVENUE), rows));
            checkAll(Pareto.abc(), book(List.of(REVENUE), rows));
        }
    }

    private static void checkAll(SegmentationScheme scheme, ClientBook book) {
        Segmentation result = scheme.segment(book);
        for (int i = 0; i < result.size(); i++) {
            Explanation explanation = result.explanation(i);
            if (!explanation.assignment().isScored()) {
                assertEquals(Explanation.of(explanation.assignment()), explanation);
                continue;
            }
            int own = explanation.segment().order();
            checkGaps(result, i, explanation, own);
            checkChange(result, i, explanation.rise(), order -> order < own);
            checkChange(result, i, explanation.fall(), order -> order > own);
        }
    }

    private static void checkGaps(Segmentation result, int index, Explanation explanation, int own) {
        int last = result.segments().size();
        boolean isAnybodyAbove = clientsUpTo(result, own - 1).findAny().isPresent();
        assertEquals(isAnybodyAbove, explanation.better().isPresent());
        assertEquals(own < last, explanation.worse().isPresent());
        Ordering ordering = result.segmenter().ordering().orElseThrow();
        double key = ordering.keysOf(result.book().client(index))[0];
        long before = IntStream.range(0, result.size())
                .filter(i -> result.segment(i).isScored())
                .filter(i -> isBetter(
                        ordering, result.book().client(i), result.book().client(index)))
                .count();
        explanation.better().ifPresent(gap -> {
            long above = clientsUpTo(result, own - 1).count();
            assertEquals(own - 1, gap.segment().order());
            assertEquals(
                    before + 1 - above, gap.clients(), "to pass those that are worse than the cut and better than it");
            assertEquals(leastKey(result, ordering, own - 1) - key, gap.distance());
        });
        explanation.worse().ifPresent(gap -> {
            long above = clientsUpTo(result, own).count();
            assertEquals(own + 1, gap.segment().order());
            assertEquals(
                    above - before, gap.clients(), "to be passed by, so that it is beyond the last one above the cut");
            assertEquals(key - leastKey(result, ordering, own), gap.distance());
        });
    }

    private static IntStream clientsUpTo(Segmentation result, int order) {
        return IntStream.range(0, result.size()).filter(i -> result.segment(i).order() <= order);
    }

    /** Gives the least key of those above a cut. */
    private static double leastKey(Segmentation result, Ordering ordering, int order) {
        return clientsUpTo(result, order)
                .mapToDouble(i -> ordering.keysOf(result.book().client(i))[0])
                .min()
                .orElseThrow();
    }

    private static boolean isBetter(Ordering ordering, Client one, Client other) {
        double[] ones = ordering.keysOf(one);
        double[] others = ordering.keysOf(other);
        int k = 0;
        while (k < ones.length - 1 && ones[k] == others[k]) {
            k++;
        }
        return ones[k] > others[k];
    }

    /** Holds a change against the nearest value of each measure that moves the client, of those that are worth trying. */
    private static void checkChange(Segmentation result, int index, Optional<Change> found, IntPredicate wanted) {
        Client client = result.book().client(index);
        long fewest = Long.MAX_VALUE;
        Change expected = null;
        for (Requirement requirement : result.segmenter().requirements()) {
            Measure measure = requirement.measure();
            double from = client.measure(measure);
            if (Double.isNaN(from)) {
                continue;
            }
            NavigableSet<Double> values = worthTrying(result.book(), requirement);
            for (Iterable<Double> nearestFirst : List.of(
                    values.tailSet(from, false), values.headSet(from, false).descendingSet())) {
                for (double to : nearestFirst) {
                    Segment segment = placed(result, client, measure, to);
                    if (wanted.test(segment.order())) {
                        long passed = passed(result.book(), measure, from, to);
                        if (passed < fewest) {
                            fewest = passed;
                            expected = new Change(measure, from, to, segment);
                        }
                        break;
                    }
                }
            }
        }
        assertEquals(Optional.ofNullable(expected), found);
        found.ifPresent(change -> {
            assertTrue(wanted.test(
                    placed(result, client, change.measure(), change.to()).order()));
            boolean isWhole =
                    change.measure().equals(ATTITUDE) || change.measure().equals(INFLUENCE);
            double step = Math.signum(change.to() - change.from());
            double less = isWhole ? change.to() - step : Math.nextAfter(change.to(), change.from());
            assertFalse(
                    wanted.test(placed(result, client, change.measure(), less).order()), "a little less does not do");
        });
    }

    /** Gives the values of the book and their neighbours: whatever is learnt from a book changes there and nowhere else. */
    private static NavigableSet<Double> worthTrying(ClientBook book, Requirement requirement) {
        TreeSet<Double> seen = new TreeSet<>();
        for (Client client : book) {
            double value = client.measure(requirement.measure());
            if (!Double.isNaN(value)) {
                seen.add(value);
            }
        }
        TreeSet<Double> values = new TreeSet<>(seen);
        for (double value : seen) {
            if (requirement.wholeOnly()) {
                values.add(Math.min(value + 1, seen.last()));
            } else {
                values.add(Math.max(Math.nextDown(value), seen.first()));
                values.add(Math.min(Math.nextUp(value), seen.last()));
            }
        }
        return values;
    }

    private static long passed(ClientBook book, Measure measure, double from, double to) {
        long passed = 0;
        for (Client client : book) {
            double value = client.measure(measure);
            boolean isBetween = value >= Math.min(from, to) && value <= Math.max(from, to);
            passed += isBetween && value != from ? 1 : 0;
        }
        return passed;
    }

    private static Segment placed(Segmentation result, Client client, Measure changed, double to) {
        Map<Measure, Double> values = new HashMap<>();
        result.book().measures().forEach(measure -> values.put(measure, client.measure(measure)));
        values.put(changed, to);
        return result.segmenter().assign(Client.of(client.id(), values)).segment();
    }

    @Provide
    Arbitrary<List<double[]>> rows() {
        Arbitrary<Double> money = Arbitraries.integers().between(-2, 9).map(Integer::doubleValue);
        Arbitrary<Double> unknownAtTimes =
                Arbitraries.frequencyOf(Tuple.of(9, money), Tuple.of(1, Arbitraries.just(Double.NaN)));
        Arbitrary<Double> grade = Arbitraries.of(1.0, 2.0, 3.0);
        return Combinators.combine(unknownAtTimes, money, money, grade, grade)
                .as((revenue, future, hours, attitude, influence) ->
                        new double[] {revenue, future, hours, attitude, influence})
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<double[]>> revenues() {
        return Arbitraries.integers()
                .between(0, 12)
                .map(revenue -> new double[] {revenue})
                .list()
                .ofMaxSize(15);
    }

    private static List<String> texts(Explanation explanation, String... codes) {
        List<String> texts = new ArrayList<>();
        for (Reason reason : explanation.reasons()) {
            for (String code : codes) {
                if (reason.code().startsWith(code)) {
                    texts.add(reason.text());
                }
            }
        }
        return texts;
    }

    private static double[] row(double... values) {
        return values;
    }

    private static ClientBook revenue(double... values) {
        List<double[]> rows = new ArrayList<>();
        for (double value : values) {
            rows.add(new double[] {value});
        }
        return book(List.of(REVENUE), rows);
    }

    private static ClientBook book(List<Measure> measures, List<double[]> rows) {
        BookAppender book = Books.appender(measures);
        rows.forEach(row -> book.add("C-" + book.size(), row));
        return book.build();
    }
}
