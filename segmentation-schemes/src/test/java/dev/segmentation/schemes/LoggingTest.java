package dev.segmentation.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.review.Previous;
import dev.segmentation.core.review.Review;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listens to all that is logged while clients are segmented whose every name and number can be told. */
class LoggingTest {

    private static final int CLIENTS = 40;
    private static final Logger ROOT = Logger.getLogger("");

    private final Log log = new Log();
    private final Level before = ROOT.getLevel();

    private static final class Log extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord record) {
            records.add(record);
        }

        synchronized List<LogRecord> ofThisLibrary() {
            return records.stream()
                    .filter(record -> record.getLoggerName().startsWith("dev.segmentation"))
                    .toList();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        log.setLevel(Level.ALL);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(log);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(log);
        ROOT.setLevel(before);
    }

    /** A number that no count, share or line number is. */
    private static double telling(int client) {
        return 918_273.0625 + 1_000_003.0 * client;
    }

    private static String name(int client) {
        return "Zuckerkandl-" + client;
    }

    private static ClientBook book(SegmentationScheme scheme, Requirement lacking) {
        List<Requirement> requirements = scheme.requirements();
        List<String> attributes = new ArrayList<>(scheme.attributes());
        attributes.add("adviser");
        BookAppender book =
                Books.appender(requirements.stream().map(Requirement::measure).toList(), attributes);
        for (int client = 0; client < CLIENTS; client++) {
            double own = telling(client);
            boolean unknown = client % 7 == 3;
            double[] values = requirements.stream()
                    .mapToDouble(requirement -> unknown && requirement.measure().equals(lacking.measure())
                            ? Double.NaN
                            : DoubleStream.of(own, 3, 1)
                                    .filter(requirement::accepts)
                                    .findFirst()
                                    .orElseThrow())
                    .toArray();
            String adviser = "Adviser of " + name(client % 3);
            book.add(
                    name(client),
                    values,
                    attributes.stream().map(any -> adviser).toList());
        }
        return book.build();
    }

    @Test
    void countsAndNamesOfSchemesAreLoggedAtDebugAndNothingOfAnyClient() {
        Schemes schemes = Schemes.load();
        for (String id : schemes.ids()) {
            SegmentationScheme scheme = schemes.get(id);
            ClientBook book = book(scheme, scheme.requirements().get(0));
            Segmentation result = scheme.segment(book);
            for (int client = 0; client < CLIENTS; client++) {
                assertFalse(result.explain(name(client)).reasons().isEmpty());
            }
            result.segmenter().assign(Client.of("Zuckerkandl-newcomer", Map.of()));
            Books.by("adviser").segment(book, scheme);
            Review.asOf(LocalDate.of(2026, 11, 22))
                    .withPrevious(Previous.of(result, scheme, LocalDate.of(2025, 11, 22)))
                    .segment(scheme, book)
                    .migration();
        }
        assertNothingOfClientsIsLogged(schemes.ids());
    }

    @Test
    void aRefusedValueIsInTheExceptionAndNotInTheLog() {
        Schemes schemes = Schemes.load();
        List<String> refusing = new ArrayList<>();
        for (String id : schemes.ids()) {
            SegmentationScheme scheme = schemes.get(id);
            Map<Measure, Double> values = new HashMap<>();
            scheme.requirements().forEach(requirement -> values.put(requirement.measure(), -telling(1)));
            BookAppender book = Books.appender(List.copyOf(values.keySet()));
            book.add(
                    name(1),
                    values.values().stream().mapToDouble(value -> value).toArray());
            if (scheme.requirements().stream().anyMatch(requirement -> !requirement.accepts(-telling(1)))) {
                assertThrows(InvalidMeasureException.class, () -> scheme.segment(book.build()));
                refusing.add(id);
            }
        }
        assertFalse(refusing.isEmpty());
        assertNothingOfClientsIsLogged(List.of());
    }

    private void assertNothingOfClientsIsLogged(List<String> schemesThatMustBe) {
        List<LogRecord> records = log.ofThisLibrary();
        List<String> lines = records.stream().map(new SimpleFormatter()::format).toList();
        for (String id : schemesThatMustBe) {
            assertTrue(lines.stream().anyMatch(line -> line.contains("scheme " + id + " placed " + CLIENTS)), id);
        }
        for (LogRecord record : records) {
            assertEquals(Level.FINE, record.getLevel(), "what SLF4J calls debug");
        }
        // 918273.0625 may be written with any separators, or none.
        List<String> telling =
                Stream.of("Zuckerkandl", "Adviser", "918", "0625").toList();
        for (String line : lines) {
            String said = line.substring(line.indexOf('\n') + 1);
            telling.forEach(word -> assertFalse(said.contains(word), line));
        }
    }
}
