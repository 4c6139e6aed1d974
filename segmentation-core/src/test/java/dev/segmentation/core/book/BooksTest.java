package dev.segmentation.core.book;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BooksTest {

    record Contact(
            String id, double fees, double hours, @Nullable String job) {}

    private static final List<Contact> CONTACTS = List.of(
            new Contact("a", 400, 3, "Pilot"),
            new Contact("b", 100, Double.NaN, null),
            new Contact("c", 400, 1, "Nurse"),
            new Contact("d", 300, 2, "Pilot"));

    private static ClientBook book() {
        return Books.of(CONTACTS, Contact::id)
                .measure(REVENUE, Contact::fees)
                .measure(HOURS, Contact::hours)
                .attribute("job", Contact::job)
                .build();
    }

    @Test
    void holdsWhatTheAccessorsGave() {
        ClientBook book = book();
        assertEquals(4, book.size());
        assertEquals(List.of(REVENUE, HOURS), book.measures());
        assertEquals("Book[4 clients, revenue, hours]", book.toString());
        Client client = book.client(2);
        assertEquals("c", client.id());
        assertEquals(400, client.measure(REVENUE));
        assertTrue(Double.isNaN(client.measure(ATTITUDE)), "a measure that the book does not have is unknown");
        assertEquals(Optional.of("Nurse"), client.attribute("job"));
        assertEquals(Optional.empty(), book.client(1).attribute("job"));
        assertEquals(Optional.of(3), book.find("d"));
        assertEquals(Optional.empty(), book.find("e"));
        assertThrows(IndexOutOfBoundsException.class, () -> book.client(4));
    }

    @Test
    void walksItsClientsInOrder() {
        List<String> ids = new ArrayList<>();
        var clients = book().iterator();
        while (clients.hasNext()) {
            ids.add(clients.next().id());
        }
        assertEquals(List.of("a", "b", "c", "d"), ids);
        assertThrows(NoSuchElementException.class, clients::next);
    }

    @Test
    void answersTheQuestionsOfAScheme() {
        ClientBook book = book();
        assertEquals(1200, book.summary(REVENUE).sum());
        assertEquals(1, book.summary(HOURS).missing());
        Cut half = book.cutoffs(Ordering.by(REVENUE).thenBy(HOURS), 0.5).cuts().get(0);
        assertEquals(List.of(400.0, -3.0), half.boundary(), "of three clients with known keys two are the top half");
        Exception e = assertThrows(IllegalArgumentException.class, () -> book.summary(ATTITUDE));
        assertEquals("there must be a measure 'attitude', but the book has [revenue, hours]", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> book.cutoffs(Ordering.by(ATTITUDE), 0.5));
    }

    @Test
    void refusesTwoClientsOfOneId() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> Books.of(List.of("x", "y", "x"), id -> id).build());
        assertEquals("ids must differ, but clients 1 and 3 both have 'x'", e.getMessage());
    }

    @Test
    void refusesTwoMeasuresOfOneName() {
        assertThrows(IllegalArgumentException.class, () -> Books.appender(List.of(REVENUE, REVENUE)));
        var builder = Books.of(CONTACTS, Contact::id).measure(REVENUE, Contact::fees);
        assertThrows(IllegalArgumentException.class, () -> builder.measure(REVENUE, Contact::fees));
        builder.attribute("job", Contact::job);
        assertThrows(IllegalArgumentException.class, () -> builder.attribute("job", Contact::job));
    }

    @Test
    void findsEveryOneOfManyIds() {
        BookAppender appender = Books.appender(List.of());
        for (int i = 0; i < 100_000; i++) {
            appender.add("C-" + i);
        }
        ClientBook book = appender.build();
        for (int i = 0; i < 100_000; i++) {
            assertEquals(Optional.of(i), book.find("C-" + i));
        }
        assertThrows(IllegalArgumentException.class, () -> appender.add("C-77"));
        assertThrows(IllegalArgumentException.class, () -> appender.add("new", 1.0));
    }

    @Test
    void aBatchIsAddedUpToAnIdThatIsThere() {
        BookAppender appender = Books.appender(List.of(REVENUE), List.of("job"));
        appender.add("b", new double[] {1}, Arrays.asList((String) null));
        ClientBatch batch = appender.batch();
        for (String id : List.of("a", "b", "c", "c", "\uD800", "\u4E2D")) {
            batch.add(id, new double[] {batch.size()}, List.of("of " + id));
        }
        assertEquals(6, batch.size());
        assertEquals(1, appender.addWhileAbsent(batch, 0, 6));
        assertEquals("b", batch.id(1));
        assertEquals(Optional.of(0), appender.find("b"));
        assertEquals(3, appender.addWhileAbsent(batch, 2, 6));
        assertEquals(6, appender.addWhileAbsent(batch, 4, 6));
        assertEquals(6, appender.addWhileAbsent(batch, 6, 6));
        ClientBook book = appender.build();
        assertEquals(
                List.of("b 1.0", "a 0.0 of a", "c 2.0 of c", "\uD800 4.0 of \uD800", "\u4E2D 5.0 of \u4E2D"),
                StreamSupport.stream(book.spliterator(), false)
                        .map(client -> client.id() + " " + client.measure(REVENUE)
                                + client.attribute("job").map(" "::concat).orElse(""))
                        .toList());
        batch.clear();
        assertEquals(0, batch.size());
    }

    @Test
    void aBatchRefusesWhatIsNoClientOfItsBook() {
        ClientBatch batch = Books.appender(List.of(REVENUE), List.of("job")).batch();
        List<String> job = List.of("baker");
        assertThrows(IllegalArgumentException.class, () -> batch.add("a", new double[2], job));
        assertThrows(IllegalArgumentException.class, () -> batch.add("a", new double[1], List.of()));
        assertThrows(IndexOutOfBoundsException.class, () -> batch.id(0));
        BookAppender other = Books.appender(List.of(REVENUE), List.of("job"));
        assertThrows(IndexOutOfBoundsException.class, () -> other.addWhileAbsent(batch, 0, 1));
        BookAppender narrow = Books.appender(List.of(REVENUE));
        assertThrows(IllegalArgumentException.class, () -> narrow.addWhileAbsent(batch, 0, 0));
    }

    @Test
    void aSegmentationCountsEveryClient() {
        ClientBook book = book();
        Ordering ordering = Ordering.by(HOURS);
        List<Segment> segments = List.of(Segment.of("Quick", 1), Segment.of("Slow", 2));
        Segmentation result =
                book.segment(Segmenter.ranked("acme.quick", segments, ordering, book.cutoffs(ordering, 0.5)));
        assertEquals("Segmentation[acme.quick, 4 clients, 2 segments]", result.toString());
        assertEquals(2, result.count(segments.get(0)));
        assertEquals(1, result.count(segments.get(1)));
        assertEquals(1, result.count(Segment.UNSCORED));
        assertEquals(700, result.summary(segments.get(0), REVENUE).sum());
        assertEquals(2.0 / 3, result.share(segments.get(0)));
        assertEquals(1, result.standing(2).orElseThrow().rank());
        assertEquals(3, result.standing(2).orElseThrow().of());
        assertEquals(Optional.empty(), result.standing(1));
        assertEquals("hours is unknown", result.explain("b").reasons().get(0).text());
        assertThrows(IllegalArgumentException.class, () -> result.count(Segment.of("Bronze", 3)));
        Exception e = assertThrows(IllegalArgumentException.class, () -> result.explain("zz"));
        assertEquals("there must be a client 'zz', but the book of 4 has none", e.getMessage());
        List<String> places = new ArrayList<>();
        result.forEach(assignment -> places.add(assignment.clientId() + " " + assignment.segment()));
        assertEquals(List.of("a Slow", "b Unscored", "c Quick", "d Quick"), places);
    }

    @Test
    void aBuilderPrintsAsOneLine() {
        assertEquals(
                "BookBuilder[1 measures, 1 attributes]",
                Books.of(List.of("a"), id -> id)
                        .measure(REVENUE, id -> 1)
                        .attribute("adviser", id -> id)
                        .toString());
    }
}
