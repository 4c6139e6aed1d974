package dev.segmentation.core.review;

import static dev.segmentation.api.Measure.REVENUE;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Book;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Decision;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Fifteen clients over three reviews, worked out by hand. The scheme cuts revenue at the top 20 and 60 %: of fifteen, 3 are
 * Gold, the next 6 Silver, the last 6 Bronze.
 */
class ReviewTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 15);
    private static final LocalDate SECOND = LocalDate.of(2025, 1, 15);
    private static final LocalDate THIRD = LocalDate.of(2026, 1, 15);

    private static final Segment GOLD = Segment.of("Gold", 1);
    private static final Segment SILVER = Segment.of("Silver", 2);
    private static final Segment BRONZE = Segment.of("Bronze", 3);

    /** Clients a to o; the best has 150, the last 10. */
    private static final Map<String, Double> FIRST_YEAR =
            revenue(150, 140, 130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10);

    /**
     * a falls from first to between i and j, so from Gold to the last place of Silver but one; o rises to between c and d.
     * Ranked: b 140, c 130, o 125 | d 120, e 110, f 100, g 90, h 80, i 70 | a 65, j 60, k 50, l 40, m 30, n 20.
     */
    private static final Map<String, Double> SECOND_YEAR =
            revenue(65, 140, 130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 125);

    private static Map<String, Double> revenue(double... values) {
        Map<String, Double> revenue = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            revenue.put(String.valueOf((char) ('a' + i)), values[i]);
        }
        return revenue;
    }

    private static ClientBook book(Map<String, Double> revenue) {
        BookAppender book = Books.appender(List.of(REVENUE));
        revenue.forEach((id, value) -> book.add(id, value));
        return book.build();
    }

    /** Cuts revenue by shares. */
    private record Tiers(double gold, double silver) implements SegmentationScheme {
        @Override
        public String id() {
            return "test.tiers";
        }

        @Override
        public List<Segment> segments() {
            return List.of(GOLD, SILVER, BRONZE);
        }

        @Override
        public List<Requirement> requirements() {
            return List.of(Requirement.needs(REVENUE));
        }

        @Override
        public Segmenter fit(Book book) {
            Ordering byRevenue = Ordering.by(REVENUE);
            return Segmenter.ranked(id(), segments(), byRevenue, book.cutoffs(byRevenue, gold, silver));
        }
    }

    private static final SegmentationScheme TIERS = new Tiers(0.2, 0.6);

    private static ReviewedSegmentation first() {
        return Review.asOf(FIRST).segment(TIERS, book(FIRST_YEAR));
    }

    private static ReviewedSegmentation second(Stability stability, OverrideLedger overrides) {
        return Review.asOf(SECOND)
                .withPrevious(Previous.of(first()))
                .withStability(stability)
                .withOverrides(overrides)
                .segment(TIERS, book(SECOND_YEAR));
    }

    private static Map<String, String> segments(Segmentation result) {
        Map<String, String> segments = new TreeMap<>();
        result.forEach(a -> segments.put(a.clientId(), a.segment().name()));
        return segments;
    }

    private static String letters(Segmentation result, Segment segment) {
        StringBuilder letters = new StringBuilder();
        segments(result).forEach((id, name) -> letters.append(name.equals(segment.name()) ? id : ""));
        return letters.toString();
    }

    @Test
    void withoutControlsAndOverridesAReviewIsThePlainScheme() {
        ReviewedSegmentation now = second(Stability.none(), OverrideLedger.empty());
        assertEquals(segments(TIERS.segment(book(SECOND_YEAR))), segments(now));
        assertEquals("abc", letters(first(), GOLD));
        assertEquals("defghi", letters(first(), SILVER));
        assertEquals("bco", letters(now, GOLD));
        assertEquals("defghi", letters(now, SILVER));
        assertEquals("ajklmn", letters(now, BRONZE));
    }

    @Test
    void movesHaveCausesThatAddUp() {
        Migration migration = second(Stability.none(), OverrideLedger.empty()).migration();
        // Last year's cuts were at 130 and 70: a with 65 falls below both, o with 125 rises above the lower one; the
        // upper
        // one then lies at 125, as a is gone from the top.
        assertEquals(
                List.of("a: Gold to Bronze (own data -2)", "o: Bronze to Gold (own data +1, others +1)"),
                migration.moves().stream().map(Move::toString).toList());
        assertEquals(Map.of(Cause.OWN_DATA, -1, Cause.OTHERS, 1), migration.causes());
        assertEquals(2, migration.count(GOLD, GOLD));
        assertEquals(1, migration.count(GOLD, BRONZE));
        assertEquals(1, migration.count(BRONZE, GOLD));
        assertEquals(0, migration.count(GOLD, SILVER));
        assertEquals(5, migration.count(BRONZE, BRONZE));
    }

    @Test
    void joinersAndLeaversAreInTheMatrix() {
        Map<String, Double> clients = new TreeMap<>(FIRST_YEAR);
        clients.remove("o");
        clients.put("p", 15.0);
        clients.put("q", Double.NaN);
        Migration migration = Review.asOf(SECOND)
                .withPrevious(Previous.of(first()))
                .segment(TIERS, book(clients))
                .migration();
        assertEquals(List.of("o"), migration.leavers());
        assertEquals(1, migration.count(BRONZE, null));
        assertEquals(1, migration.count(null, BRONZE));
        assertEquals(1, migration.count(null, Segment.UNSCORED));
        assertEquals(0, migration.count(null, GOLD));
        assertEquals(List.of(), migration.moves());
        assertThrows(IllegalArgumentException.class, () -> migration.count(null, null));
    }

    @Test
    void oneStepAtATimeTakesTwoReviews() {
        ReviewedSegmentation now = second(Stability.none().withOneStep(), OverrideLedger.empty());
        assertEquals("bc", letters(now, GOLD));
        assertEquals("adefghio", letters(now, SILVER));
        assertEquals(
                List.of(
                        new Held("a", GOLD, BRONZE, SILVER, Control.STEP),
                        new Held("o", BRONZE, GOLD, SILVER, Control.STEP)),
                now.held());
        assertEquals(Decision.HOLD, now.explain("a").assignment().decidedBy());
        assertEquals(
                "held: one segment at a time; the rule says Bronze",
                now.explain("a").assignment().reasons().get(0).text());
        assertEquals(Map.of(Cause.OWN_DATA, -2, Cause.HOLD, 1), moveOf("a", now).causes());

        ReviewedSegmentation next = Review.asOf(THIRD)
                .withPrevious(Previous.of(now))
                .withStability(Stability.none().withOneStep())
                .segment(TIERS, book(SECOND_YEAR));
        assertEquals("bco", letters(next, GOLD));
        assertEquals("ajklmn", letters(next, BRONZE));
        assertEquals(List.of(), next.held());
        assertEquals(Map.of(Cause.LAST_DECISION, -1), moveOf("a", next).causes());
        assertEquals(Optional.of(THIRD), next.since(0));
        assertEquals(Optional.of(FIRST), next.since(1));
    }

    private static Move moveOf(String client, ReviewedSegmentation result) {
        return result.migration().moves().stream()
                .filter(move -> move.clientId().equals(client))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClientInsideTheBandStays() {
        // To enter Gold a client must be among the best 2 (20 % less 1/15), so o, third, goes to Silver. To leave
        // Silver it
        // must be behind the best 10: a is tenth.
        ReviewedSegmentation now = second(Stability.none().withBands(0.07, 0.07), OverrideLedger.empty());
        assertEquals("bc", letters(now, GOLD));
        assertEquals("adefghio", letters(now, SILVER));
        assertEquals(
                List.of(
                        new Held("a", GOLD, BRONZE, SILVER, Control.BAND),
                        new Held("o", BRONZE, GOLD, SILVER, Control.BAND)),
                now.held());
    }

    @Test
    void onlySomeMovesAreMade() {
        Stability upOnly = Stability.none().withTransitions(List.of(Map.entry("Bronze", "Gold")));
        ReviewedSegmentation now = second(upOnly, OverrideLedger.empty());
        assertEquals("abco", letters(now, GOLD));
        assertEquals(List.of(new Held("a", GOLD, BRONZE, GOLD, Control.TRANSITION)), now.held());
    }

    @Test
    void aClientStaysForSomeMonths() {
        assertEquals(
                2,
                second(Stability.none().withMinimumMonths(13), OverrideLedger.empty())
                        .held()
                        .size());
        assertEquals(
                0,
                second(Stability.none().withMinimumMonths(12), OverrideLedger.empty())
                        .held()
                        .size());
    }

    @Test
    void theMostCertainMovesComeFirst() {
        // a is tenth, one place beyond the cut at nine; o is third, one place above the cut at three: as certain.
        assertEquals(
                2,
                second(Stability.none().withMostMoves(1), OverrideLedger.empty())
                        .held()
                        .size());
        assertEquals(
                0,
                second(Stability.none().withMostMoves(2), OverrideLedger.empty())
                        .held()
                        .size());
        Map<String, Double> clients = new TreeMap<>(SECOND_YEAR);
        clients.put("a", 5.0); // last
        ReviewedSegmentation now = Review.asOf(SECOND)
                .withPrevious(Previous.of(first()))
                .withStability(Stability.none().withMostMoves(1))
                .segment(TIERS, book(clients));
        assertEquals(List.of(new Held("o", BRONZE, GOLD, BRONZE, Control.BUDGET)), now.held());
    }

    private static LedgerEntry entry(String client, String segment, LocalDate from, LocalDate until) {
        return new LedgerEntry(client, segment, "Ana", "family", from, until);
    }

    @Test
    void overridesDecideAndAreReported() {
        OverrideLedger ledger = OverrideLedger.of(List.of(
                entry("a", "Gold", FIRST, THIRD),
                entry("b", "Gold", FIRST, THIRD),
                entry("n", "Silver", FIRST, SECOND.minusDays(1)),
                entry("zz", "Gold", FIRST, THIRD)));
        ReviewedSegmentation now = second(Stability.none().withOneStep(), ledger);
        assertEquals("abc", letters(now, GOLD));
        assertEquals(Decision.OVERRIDE, now.explain("a").assignment().decidedBy());
        assertEquals(
                "decided by Ana: family; the rule says Bronze",
                now.explain("a").assignment().reasons().get(0).text());
        assertEquals(Decision.OVERRIDE, now.explain("b").assignment().decidedBy());
        assertEquals(List.of(new Contradiction(ledger.entries().get(0), BRONZE, 2)), now.contradictions());
        assertEquals(List.of(ledger.entries().get(2)), now.expired());
        assertEquals(List.of(ledger.entries().get(3)), now.unknownClients());
        assertEquals("n", letters(now, BRONZE).substring(letters(now, BRONZE).length() - 1));
        assertEquals(segments(now), segments(book(SECOND_YEAR).segment(now.segmenter())));
    }

    @Test
    void badOverridesAreRefused() {
        Exception noReason = assertThrows(
                IllegalArgumentException.class, () -> new LedgerEntry("a", "Gold", "Ana", " ", FIRST, null));
        assertEquals("an override must say its reason, but that of client 'a' has none", noReason.getMessage());
        assertThrows(IllegalArgumentException.class, () -> entry("a", "Gold", SECOND, FIRST));
        Exception two = assertThrows(
                IllegalArgumentException.class,
                () -> second(
                        Stability.none(),
                        OverrideLedger.of(
                                List.of(entry("a", "Gold", FIRST, THIRD), entry("a", "Bronze", FIRST, THIRD)))));
        assertTrue(
                String.valueOf(two.getMessage())
                        .startsWith("one override at most must be in force for a client, but for 'a'"),
                two::toString);
        Exception gone = assertThrows(
                IllegalArgumentException.class,
                () -> second(Stability.none(), OverrideLedger.of(List.of(entry("a", "Diamond", FIRST, THIRD)))));
        assertEquals(
                "an override must be to a segment of scheme test.tiers, [Gold, Silver, Bronze], but that of client 'a' is to"
                        + " 'Diamond'",
                gone.getMessage());
    }

    @Test
    void lastTimeMustFit() {
        Review review = Review.asOf(FIRST);
        Previous later = Previous.of(first());
        assertThrows(
                IllegalArgumentException.class,
                () -> Review.asOf(FIRST.minusDays(1)).withPrevious(later));
        Previous named = Previous.of(Map.of("a", "Top"), FIRST);
        Exception unknown = assertThrows(
                IllegalArgumentException.class, () -> review.withPrevious(named).segment(TIERS, book(FIRST_YEAR)));
        assertEquals(
                "last time must have the segments of scheme test.tiers, [Gold, Silver, Bronze], but has 'Top'; if that is"
                        + " another name of one of them, say which",
                unknown.getMessage());
        ReviewedSegmentation renamed =
                review.withPrevious(named.withRenamed(Map.of("Top", "Gold"))).segment(TIERS, book(FIRST_YEAR));
        assertEquals(1, renamed.migration().count(GOLD, GOLD));
        assertThrows(IllegalArgumentException.class, () -> named.withRenamed(Map.of("Tip", "Gold")));
    }

    @Test
    void aChangedSchemeIsACause() {
        ReviewedSegmentation now = Review.asOf(SECOND)
                .withPrevious(Previous.of(first()))
                .segment(new Tiers(0.3, 0.6), book(FIRST_YEAR)); // 4.5 is rounded to 5
        assertEquals(
                List.of("d: Silver to Gold (scheme +1)", "e: Silver to Gold (scheme +1)"),
                now.migration().moves().stream().map(Move::toString).toList());
    }

    @Test
    void whatBecomesKnownIsACause() {
        Map<String, Double> clients = new TreeMap<>(FIRST_YEAR);
        clients.put("o", Double.NaN);
        ReviewedSegmentation now =
                Review.asOf(SECOND).withPrevious(Previous.of(first())).segment(TIERS, book(clients));
        assertEquals(Map.of(Cause.KNOWLEDGE, -1), moveOf("o", now).causes());
    }

    @Test
    void theOutcomeAddsUp() {
        Migration migration = second(Stability.none(), OverrideLedger.empty()).migration();
        List<Outcome> outcomes = migration.outcome(REVENUE);
        Outcome gold = outcomes.get(0);
        assertEquals(new BigDecimal("420.0"), gold.before());
        assertEquals(new BigDecimal("395.0"), gold.now());
        assertEquals(0, gold.stayed().signum());
        assertEquals(new BigDecimal("125.0"), gold.cameIn());
        assertEquals(new BigDecimal("150.0"), gold.wentOut());
        for (Outcome outcome : outcomes) {
            BigDecimal sum = outcome.before()
                    .add(outcome.stayed())
                    .add(outcome.cameIn())
                    .subtract(outcome.wentOut())
                    .add(outcome.joined())
                    .subtract(outcome.left());
            assertEquals(0, sum.compareTo(outcome.now()), outcome::toString);
        }
    }

    @Test
    void lastTimeAsWrittenDownTellsCausesIfItsBookIsThere() {
        Map<String, String> written =
                segments(first()).entrySet().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        Previous withBook = Previous.of(written, book(FIRST_YEAR), TIERS, FIRST);
        ReviewedSegmentation told = Review.asOf(SECOND).withPrevious(withBook).segment(TIERS, book(SECOND_YEAR));
        assertEquals(
                second(Stability.none(), OverrideLedger.empty()).migration().moves(),
                told.migration().moves());
        ReviewedSegmentation untold =
                Review.asOf(SECOND).withPrevious(Previous.of(written, FIRST)).segment(TIERS, book(SECOND_YEAR));
        assertEquals(Map.of(Cause.UNTOLD, -2), moveOf("a", untold).causes());
        assertThrows(IllegalStateException.class, () -> untold.migration().outcome(REVENUE));
    }
}
