package dev.segmentation.schemes.review;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.EXPECTED_IDEAL;
import static dev.segmentation.api.Measure.NEEDS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.review.Control;
import dev.segmentation.core.review.Held;
import dev.segmentation.core.review.LedgerEntry;
import dev.segmentation.core.review.Migration;
import dev.segmentation.core.review.Move;
import dev.segmentation.core.review.OverrideLedger;
import dev.segmentation.core.review.Previous;
import dev.segmentation.core.review.Review;
import dev.segmentation.core.review.ReviewedSegmentation;
import dev.segmentation.core.review.Stability;
import dev.segmentation.core.scoring.Line;
import dev.segmentation.schemes.abc.Abc;
import dev.segmentation.schemes.buckets.Buckets;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ReviewOfSchemesTest {

    private static final LocalDate THEN = LocalDate.of(2025, 3, 1);
    private static final LocalDate NOW = LocalDate.of(2026, 3, 1);

    @Test
    void ofIdealClientsOnlyPreIdealToIdealIsMade() {
        SegmentationScheme abc = Abc.scheme().withRequirement(ASSETS, Line.atLeast(500_000));
        BookAppender first = Books.appender(List.of(ASSETS, NEEDS, EXPECTED_IDEAL));
        first.add("grows", 200_000, 1, 1);
        first.add("shrinks", 600_000, 1, 1);
        first.add("gives up", 200_000, 1, 1);
        first.add("stays", 900_000, 1, 1);
        BookAppender second = Books.appender(List.of(ASSETS, NEEDS, EXPECTED_IDEAL));
        second.add("grows", 550_000, 1, 1);
        second.add("shrinks", 300_000, 1, 1);
        second.add("gives up", 200_000, 1, 0);
        second.add("stays", 900_000, 1, 1);
        Segmentation before = abc.segment(first.build());
        ReviewedSegmentation now =
                Review.asOf(NOW).withPrevious(Previous.of(before, abc, THEN)).segment(abc, second.build());
        assertEquals("Ideal", now.explain("grows").segment().name());
        assertEquals("Ideal", now.explain("shrinks").segment().name());
        assertEquals("Pre-ideal", now.explain("gives up").segment().name());
        assertEquals("Ideal", now.explain("stays").segment().name());
        List<Segment> segments = abc.segments();
        assertEquals(
                List.of(
                        new Held("shrinks", segments.get(0), segments.get(1), segments.get(0), Control.TRANSITION),
                        new Held("gives up", segments.get(1), segments.get(2), segments.get(1), Control.TRANSITION)),
                now.held());
        assertEquals(
                "held: such a move is proposed, not made; the rule says Pre-ideal",
                now.explain("shrinks").reasons().get(0).text());
    }

    private static final List<SegmentationScheme> SCHEMES = List.of(FourS.scheme(), Pareto.abc(), Buckets.scheme());

    /** Draws a book; some clients of the one before are gone, and some are new. */
    private static ClientBook book(Random random, int clients) {
        BookAppender book = Books.appender(List.of(REVENUE));
        for (int i = 0; i < clients; i++) {
            if (random.nextInt(8) > 0) {
                book.add("c" + i, random.nextInt(9) == 0 ? Double.NaN : 1 + random.nextInt(30));
            }
        }
        book.add("sure", 1);
        return book.build();
    }

    private static Stability stability(Random random) {
        Stability stability = Stability.none();
        stability = random.nextBoolean()
                ? stability.withBands(random.nextInt(20) / 100.0, random.nextInt(20) / 100.0)
                : stability;
        stability = random.nextBoolean() ? stability.withOneStep() : stability;
        stability = random.nextInt(4) == 0 ? stability.withMinimumMonths(random.nextInt(24)) : stability;
        return random.nextInt(3) == 0 ? stability.withMostMoves(random.nextInt(10)) : stability;
    }

    private static int order(Segment segment, List<Segment> segments) {
        return segment.isScored() ? segment.order() : segments.size() + 1;
    }

    @Property(tries = 300)
    void noControlMovesAClientFurtherThanTheRuleWould(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(max = 60) int clients) {
        Random random = new Random(seed);
        SegmentationScheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        Segmentation before = scheme.segment(book(random, clients));
        ReviewedSegmentation now = Review.asOf(NOW)
                .withPrevious(Previous.of(before, scheme, THEN))
                .withStability(stability(random))
                .segment(scheme, book(random, clients));
        for (int row = 0; row < now.size(); row++) {
            int ruled = order(now.rule().segment(row), now.segments());
            int was = now.before(row)
                    .map(segment -> order(segment, now.segments()))
                    .orElse(ruled);
            int is = order(now.segment(row), now.segments());
            assertTrue(Math.min(was, ruled) <= is && is <= Math.max(was, ruled));
            Assignment assignment = now.assignment(row);
            assertEquals(assignment, now.segmenter().assign(now.book().client(row)));
            assertEquals(assignment.score().map(Score::value).orElse(Double.NaN), now.score(row));
            assertEquals(assignment.reasons().stream().anyMatch(Reason::needsAttention), now.needsAttention(row));
        }
        checkMigration(now, before);
    }

    private static void checkMigration(ReviewedSegmentation now, Segmentation before) {
        Migration migration = now.migration();
        List<Segment> all = new ArrayList<>(now.segments());
        all.add(Segment.UNSCORED);
        for (Segment segment : all) {
            long from = migration.count(segment, null);
            long to = migration.count(null, segment);
            for (Segment other : all) {
                from += migration.count(segment, other);
                to += migration.count(other, segment);
            }
            assertEquals(before.count(segment), from);
            assertEquals(now.count(segment), to);
        }
        for (Move move : migration.moves()) {
            int steps = order(move.from(), now.segments()) - order(move.to(), now.segments());
            assertEquals(
                    steps,
                    move.causes().values().stream().mapToInt(Integer::intValue).sum(),
                    move::toString);
        }
    }

    @Property(tries = 100)
    void theSameTwiceIsNoMoveAndTheOrderDoesNotMatter(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(max = 60) int clients) {
        Random random = new Random(seed);
        SegmentationScheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        ClientBook book = book(random, clients);
        Stability bands = Stability.none().withBands(random.nextInt(3) / 10.0, random.nextInt(3) / 10.0);
        Review review = Review.asOf(NOW)
                .withPrevious(Previous.of(scheme.segment(book(random, clients)), scheme, THEN))
                .withStability(bands);
        ReviewedSegmentation once = review.segment(scheme, book);
        ReviewedSegmentation twice = Review.asOf(NOW.plusYears(3))
                .withPrevious(Previous.of(once))
                .withStability(bands)
                .segment(scheme, book);
        assertEquals(Map.of(), segmentsThatDiffer(once, twice));
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            rows.add(row);
        }
        Collections.shuffle(rows, random);
        BookAppender shuffled = Books.appender(List.of(REVENUE));
        rows.forEach(row -> shuffled.add(book.client(row).id(), book.client(row).measure(REVENUE)));
        assertEquals(Map.of(), segmentsThatDiffer(once, review.segment(scheme, shuffled.build())));
    }

    private static Map<String, Segment> segmentsThatDiffer(Segmentation one, Segmentation other) {
        Map<String, Segment> differ = new HashMap<>();
        one.forEach(a -> {
            Segment segment = other.explain(a.clientId()).segment();
            if (!segment.equals(a.segment())) {
                differ.put(a.clientId(), segment);
            }
        });
        return differ;
    }

    @Property(tries = 100)
    void withoutControlsAndOverridesAReviewIsThePlainScheme(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(max = 60) int clients) {
        Random random = new Random(seed);
        SegmentationScheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        Segmentation before = scheme.segment(book(random, clients));
        ClientBook book = book(random, clients);
        Segmentation plain = scheme.segment(book);
        ReviewedSegmentation now =
                Review.asOf(NOW).withPrevious(Previous.of(before, scheme, THEN)).segment(scheme, book);
        for (int row = 0; row < now.size(); row++) {
            assertEquals(plain.assignment(row), now.assignment(row));
        }
        assertEquals(List.of(), now.held());
    }

    @Property(tries = 100)
    void aClientWithAnOverrideInForceIsWhereItSays(
            @ForAll @LongRange(max = 100_000) long seed, @ForAll @IntRange(max = 60) int clients) {
        Random random = new Random(seed);
        SegmentationScheme scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        ClientBook book = book(random, clients);
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < clients; i += 3) {
            Segment to = scheme.segments().get(random.nextInt(scheme.segments().size()));
            entries.add(new LedgerEntry("c" + i, to.name(), "Ana", "because", THEN, null));
        }
        ReviewedSegmentation now = Review.asOf(NOW)
                .withPrevious(Previous.of(scheme.segment(book(random, clients)), scheme, THEN))
                .withOverrides(OverrideLedger.of(entries))
                .withStability(stability(random))
                .segment(scheme, book);
        for (LedgerEntry entry : entries) {
            if (book.find(entry.clientId()).isPresent()) {
                assertEquals(
                        entry.segment(), now.explain(entry.clientId()).segment().name());
            } else {
                assertTrue(now.unknownClients().contains(entry));
            }
        }
    }
}
