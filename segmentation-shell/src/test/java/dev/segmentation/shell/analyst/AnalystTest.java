package dev.segmentation.shell.analyst;

import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static dev.segmentation.shell.analyst.Analyst.compare;
import static dev.segmentation.shell.analyst.Analyst.in;
import static dev.segmentation.shell.analyst.Analyst.niches;
import static dev.segmentation.shell.analyst.Analyst.pareto;
import static dev.segmentation.shell.analyst.Analyst.plot;
import static dev.segmentation.shell.analyst.Analyst.rank;
import static dev.segmentation.shell.analyst.Analyst.read;
import static dev.segmentation.shell.analyst.Analyst.report;
import static dev.segmentation.shell.analyst.Analyst.save;
import static dev.segmentation.shell.analyst.Analyst.segment;
import static dev.segmentation.shell.analyst.Analyst.show;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that an analyst types into JShell, on the example book. */
class AnalystTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    private Path folder = Path.of("");

    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 30})
    void everyAnswerAboutBooksOfAnySizeFitsTheScreen(int clients) {
        BookAppender appender =
                Books.appender(List.of(REVENUE), List.of("a text with a name that is quite long, and more"));
        for (int i = 0; i < clients; i++) {
            appender.add(
                    "a client of a very long id, number " + i
                            + " of the book, which no table has the width to show whole",
                    new double[] {i % 7 == 6 ? Double.NaN : i * 1e9},
                    List.of(i % 2 == 0 ? "金子みすゞ".repeat(20) : "x".repeat(300)));
        }
        ClientBook book = appender.build();
        String text = printed(() -> {
            Segmentation four = segment(book, "four-s");
            Segmentation ruled =
                    segment(book, List.of("Large", "Small"), c -> c.measure(REVENUE) > 1e10 ? "Large" : "Small");
            List.of(four, ruled).forEach(now -> {
                show(now);
                show(in(now, now.segments().get(0).name()));
                show(in(now, "Unscored"));
                show(niches(now));
                show(compare(now, now));
                book.forEach(client -> show(now.explain(client.id())));
            });
            show(compare(four, ruled));
            show(book);
            show(pareto(book, REVENUE));
            show(rank(book, REVENUE));
        });
        // Wide letters are fewer than the columns they take.
        assertEquals(List.of(), text.lines().filter(line -> line.length() > 80).toList());
        if (clients > 0) {
            assertTrue(text.contains(clients + (clients == 1 ? " client" : " clients")), text);
        }
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        ClientBook book = Books.appender(List.of(REVENUE)).build();
        Segmentation now = segment(book, "four-s");
        assertThrows(IllegalArgumentException.class, () -> in(now, "Gilt"));
        assertThrows(IllegalArgumentException.class, () -> niches(now, "Gilt"));
        assertThrows(
                IllegalArgumentException.class,
                () -> save(now, folder.resolve("out.csv").toString()));
        assertThrows(IllegalArgumentException.class, () -> pareto(book, HOURS));
        Path file = Files.writeString(folder.resolve("de.csv"), "id;revenue\na;1.234,5\n");
        printed(() -> {
            try {
                assertEquals(
                        1234.5,
                        read(file.toString(), Locale.GERMANY).summary(REVENUE).sum());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThrows(IllegalArgumentException.class, () -> read(file.toString(), "town"));
    }

    @Test
    void theFileOfTheBookIsNeverReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("book.csv"), "id,revenue\na,1\nb,2\n");
        Segmentation[] read = new Segmentation[1];
        printed(() -> {
            try {
                read[0] = segment(Analyst.read(file.toString()), "four-s");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Segmentation now = read[0];
        String same = folder.resolve("..")
                .resolve(folder.getFileName())
                .resolve("book.csv")
                .toString();
        String nowhere = folder.resolve("nosuch").resolve("page.html").toString();
        for (String output : List.of(file.toString(), same, nowhere, folder.toString())) {
            assertThrows(IllegalArgumentException.class, () -> save(now, output));
            assertThrows(IllegalArgumentException.class, () -> report(now, output));
            assertThrows(IllegalArgumentException.class, () -> plot(now, output));
        }
        assertEquals("id,revenue\na,1\nb,2\n", Files.readString(file));
    }

    @Test
    void columnsThatNobodyHasANumberInAreLeftOut() {
        BookAppender appender = Books.appender(List.of(REVENUE));
        for (int i = 0; i < 10; i++) {
            appender.add("c" + i, new double[] {-i}, List.of());
        }
        ClientBook book = appender.build();
        List<String> names = IntStream.range(0, 8)
                .mapToObj(i -> i + " is a segment of quite a long name")
                .toList();
        Segmentation ruled = segment(book, names, c -> names.get(0));
        assertEquals(
                "client",
                printed(() -> show(in(ruled, names.get(0)))).lines().findFirst().orElseThrow());
        assertTrue(printed(() -> show(compare(ruled, ruled)))
                .lines()
                .findFirst()
                .orElseThrow()
                .contains("1 is a segment …"));
        assertEquals(
                "there is no revenue above 0 to be shared out; total -45, unknown of 0 clients",
                printed(() -> show(pareto(book, REVENUE))).strip());
        assertThrows(IllegalArgumentException.class, () -> segment(book, List.of(), c -> "A"));
    }

    @Test
    void anAnalystSegmentsTheExampleBook() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            var book = read(EXAMPLES.resolve("clients.csv").toString());
            var now = segment(book, "four-s");
            show(now);
            show(now.explain("C-0042"));
            plot(now, folder.resolve("charts.png").toString());
            report(now, folder.resolve("review.html").toString());
            assertEquals("Segmentation[four-s, 250 clients, 4 segments]", now.toString());
        } finally {
            System.setOut(before);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Platinum"), text);
        assertTrue(Files.readString(folder.resolve("review.html")).contains("Platinum"));
        assertTrue(Files.size(folder.resolve("charts.png")) > 10_000);
        assertTrue(text.contains("C-0042"), text);
        assertTrue(text.contains("because  Silver is 0.4 of score and 60 clients above"), text);
        assertTrue(
                text.contains("because  future revenue 5704.88 instead of 2254.06 alone would make it Silver"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    @Test
    void theExampleBookIsWhatItsGeneratorMakes() throws IOException, InterruptedException {
        Path made = folder.resolve("made.csv");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        EXAMPLES.resolve("MakeBook.java").toString())
                .redirectOutput(made.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(generator.waitFor(2, TimeUnit.MINUTES));
        assertEquals(-1, Files.mismatch(EXAMPLES.resolve("clients.csv"), made));
    }
}
