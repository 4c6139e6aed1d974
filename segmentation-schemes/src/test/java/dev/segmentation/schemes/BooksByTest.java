package dev.segmentation.schemes;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.book.SegmentationByBook;
import dev.segmentation.schemes.buckets.Buckets;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many books in one, against each book alone. */
class BooksByTest {

    private static final List<Measure> MEASURES = List.of(REVENUE, ATTITUDE);
    private static final String NOBODY = "";

    /** A client of a firm; the adviser is empty where it is unknown. */
    record Row(String id, String adviser, double revenue, double attitude) {}

    @Property(tries = 200)
    void eachBookIsAsItIsAlone(@ForAll("rows") List<Row> rows) {
        for (SegmentationScheme scheme : List.of(FourS.scheme(), Pareto.scheme(), Buckets.scheme())) {
            check(scheme, numbered(rows));
        }
    }

    @Test
    void aThousandBooksAreEachAsTheyAreAlone() {
        List<Row> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            rows.add(new Row("C-" + i, "book " + random.nextInt(1_000), random.nextInt(97), 1 + random.nextInt(3)));
        }
        SegmentationByBook result = check(FourS.scheme(), rows);
        assertEquals(1_000, result.books().size());
        assertEquals("Segmentation[four-s, 20000 clients, 1000 books]", result.toString());
    }

    /** Segments all books in one, and each alone; and checks that they agree and that the parts make the whole. */
    private static SegmentationByBook check(SegmentationScheme scheme, List<Row> rows) {
        SegmentationByBook result = Books.by("adviser").segment(book(rows), scheme);
        Map<String, List<Row>> rowsOf = new TreeMap<>();
        rows.forEach(row -> rowsOf.computeIfAbsent(row.adviser(), adviser -> new ArrayList<>())
                .add(row));
        List<Row> ofNobody = Objects.requireNonNullElse(rowsOf.remove(NOBODY), List.of());
        assertEquals(
                new ArrayList<>(rowsOf.keySet()), new ArrayList<>(result.books().keySet()), "by the alphabet");
        rowsOf.forEach((adviser, own) -> checkBook(scheme, result, adviser, own));
        for (Row row : ofNobody) {
            Assignment assignment = result.explain(row.id()).assignment();
            assertEquals(Segment.UNSCORED, assignment.segment());
            assertEquals("adviser is unknown", assignment.reasons().get(0).text());
        }
        checkSums(result, rows, ofNobody.size());
        for (int i = 0; i < result.size(); i++) {
            assertEquals(
                    result.assignment(i),
                    result.segmenter()
                            .assign(result.book().client(i))
                            .withReasons(result.assignment(i).reasons()));
        }
        return result;
    }

    private static void checkBook(SegmentationScheme scheme, SegmentationByBook result, String adviser, List<Row> own) {
        Segmentation within = Objects.requireNonNull(result.books().get(adviser));
        Segmentation alone;
        try {
            alone = scheme.segment(book(own));
        } catch (IllegalArgumentException refused) {
            assertEquals(refused.getMessage(), result.problems().get(adviser));
            assertEquals(own.size(), within.count(Segment.UNSCORED));
            return;
        }
        assertFalse(result.problems().containsKey(adviser));
        for (int i = 0; i < own.size(); i++) {
            int inAll = result.book().find(own.get(i).id()).orElseThrow();
            assertEquals(alone.segment(i), result.segment(inAll));
            assertEquals(alone.standing(i), result.standing(inAll));
            assertEquals(alone.assignment(i), result.assignment(inAll));
            assertEquals(alone.assignment(i), within.assignment(i));
            assertEquals(alone.score(i), result.score(inAll));
            assertEquals(alone.needsAttention(i), result.needsAttention(inAll));
        }
        assertEquals(alone.explanation(0), result.explain(own.get(0).id()));
        for (Segment segment : alone.segments()) {
            assertEquals(alone.count(segment), within.count(segment));
            assertEquals(alone.summary(segment, REVENUE), within.summary(segment, REVENUE));
        }
    }

    private static void checkSums(SegmentationByBook result, List<Row> rows, int ofNobody) {
        List<Segment> all = new ArrayList<>(result.segments());
        all.add(Segment.UNSCORED);
        long clients = 0;
        double revenue = 0;
        for (Segment segment : all) {
            long inBooks = result.books().values().stream()
                    .mapToLong(book -> book.count(segment))
                    .sum();
            assertEquals(inBooks + (segment.isScored() ? 0 : ofNobody), result.count(segment));
            clients += result.count(segment);
            revenue += result.summary(segment, REVENUE).sum();
            assertEquals(
                    result.count(segment),
                    result.summary(segment, REVENUE).count()
                            + result.summary(segment, REVENUE).missing());
        }
        assertEquals(rows.size(), clients, "nothing is lost");
        double inRows = rows.stream()
                .mapToDouble(Row::revenue)
                .filter(value -> !Double.isNaN(value))
                .sum();
        assertEquals(inRows, revenue);
    }

    @Test
    void aTextThatTheBookDoesNotHaveIsRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> Books.by("team").segment(book(List.of()), FourS.scheme()));
        assertEquals("there must be a text 'team', but the book has [adviser]", e.getMessage());
        assertEquals("BooksBy[team]", Books.by("team").toString());
    }

    @Test
    void aBookThatIsRefusedLeavesItsClientsUnscored() {
        List<Row> rows = List.of(
                new Row("a", "Ana", 80, 1),
                new Row("b", "Ben", 0, 1),
                new Row("c", "Ana", 20, 1),
                new Row("d", "Ben", 0, 1));
        SegmentationByBook result = Books.by("adviser").segment(book(rows), Pareto.scheme());
        assertEquals(List.of("Vital few", "Unscored", "Useful many", "Unscored"), Stored.places(result));
        assertEquals(List.of("Ben"), new ArrayList<>(result.problems().keySet()));
        String problem = Objects.requireNonNull(result.problems().get("Ben"));
        assertEquals(List.of("the book 'Ben' cannot be segmented: " + problem), Stored.texts(result, "b"));
        assertEquals(List.of("book.refused"), Stored.codes(result, "d"));
        assertEquals(Optional.empty(), result.standing(1));
        assertEquals(2, result.count(Segment.UNSCORED));
        assertThrows(
                UnsupportedOperationException.class, () -> result.problems().clear());
        assertThrows(UnsupportedOperationException.class, () -> result.books().clear());
    }

    @Test
    void aValueThatMakesNoSenseRefusesTheWhole() {
        List<Row> rows = List.of(new Row("a", "Ana", 80, 1), new Row("b", "Ben", 10, 7));
        Exception e = assertThrows(
                InvalidMeasureException.class, () -> Books.by("adviser").segment(book(rows), FourS.scheme()));
        assertEquals("attitude must be a whole number from 1 to 3, but was 7.0 (client b)", e.getMessage());
    }

    @Test
    void aNewcomerIsPlacedInItsBook() {
        List<Row> rows = List.of(
                new Row("a", "Ana", 80, 1),
                new Row("b", "Ana", 20, 1),
                new Row("c", "Ben", 8, 1),
                new Row("d", "Ben", 2, 1));
        Segmenter segmenter =
                Books.by("adviser").segment(book(rows), Pareto.scheme()).segmenter();
        Map<Measure, Double> ten = Map.of(REVENUE, 10.0);
        assertEquals(
                "Useful many",
                segmenter
                        .assign(Client.of("new", ten, Map.of("adviser", "Ana")))
                        .segment()
                        .name());
        assertEquals(
                "Vital few",
                segmenter
                        .assign(Client.of("new", ten, Map.of("adviser", "Ben")))
                        .segment()
                        .name());
        Assignment stranger = segmenter.assign(Client.of("new", ten, Map.of("adviser", "Zoe")));
        assertEquals(Segment.UNSCORED, stranger.segment());
        assertEquals("book.unknown", stranger.reasons().get(0).code());
        assertEquals("no book of 'Zoe' was segmented", stranger.reasons().get(0).text());
        assertEquals(
                "adviser is unknown",
                segmenter.assign(Client.of("new", ten)).reasons().get(0).text());
        assertEquals("Segmenter[pareto, 2 books by adviser]", segmenter.toString());
        assertTrue(
                segmenter.requirements().stream().anyMatch(own -> own.measure().equals(REVENUE)));
    }

    @Test
    void noClientsMakeNoBooks() {
        SegmentationByBook none = check(FourS.scheme(), List.of());
        assertEquals(Map.of(), none.books());
        assertEquals(0, none.size());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("Ana", "Ben", "ben", "Cy", NOBODY),
                        Arbitraries.of(Double.NaN, 0.0, 0.0, 1.0, 2.0, 3.0, 5.0, 8.0),
                        Arbitraries.of(1.0, 2.0, 3.0))
                .as((adviser, revenue, attitude) -> new Row("", adviser, revenue, attitude))
                .list()
                .ofMaxSize(30);
    }

    private static List<Row> numbered(List<Row> rows) {
        List<Row> numbered = new ArrayList<>();
        rows.forEach(
                row -> numbered.add(new Row("C-" + numbered.size(), row.adviser(), row.revenue(), row.attitude())));
        return numbered;
    }

    private static ClientBook book(List<Row> rows) {
        BookAppender book = Books.appender(MEASURES, List.of("adviser"));
        for (Row row : rows) {
            @Nullable String adviser = row.adviser().equals(NOBODY) ? null : row.adviser();
            book.add(row.id(), new double[] {row.revenue(), row.attitude()}, Collections.singletonList(adviser));
        }
        return book.build();
    }
}
