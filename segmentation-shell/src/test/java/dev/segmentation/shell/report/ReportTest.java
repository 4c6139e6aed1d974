package dev.segmentation.shell.report;

import static dev.segmentation.api.Measure.ENGAGED;
import static dev.segmentation.api.Measure.PROFIT;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.ranking.Concentration;
import dev.segmentation.core.review.Previous;
import dev.segmentation.core.review.Review;
import dev.segmentation.core.review.ReviewedSegmentation;
import dev.segmentation.schemes.engagement.Engagement;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page says what the segmentation says, in HTML that nothing of the book can break. */
class ReportTest {

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onload='alert(1)",
            "]]></svg><svg onload=alert(1)>",
            "</title></style><!-- &lt; &#60; {{x}}",
            "tab\tbell\u0007nul\u0000end\u0085",
            "turned \u202Eround, half \uD800 and \uFFFF",
            "=HYPERLINK(\"http://example.com\")");

    @TempDir
    private Path folder = Path.of("");

    private static ClientBook book(int clients, IntToDoubleFunction revenue) {
        BookAppender book = Books.appender(List.of(REVENUE), List.of());
        for (int i = 0; i < clients; i++) {
            book.add(String.format(Locale.ROOT, "c%06d", i), new double[] {revenue.applyAsDouble(i)}, List.of());
        }
        return book.build();
    }

    private static Document page(Report report) {
        String html = report.html();
        Document page = Jsoup.parse(html);
        assertSelfContained(html, page);
        return page;
    }

    /** Asserts that there is no script, and nothing that a browser would load. */
    static void assertSelfContained(String html, Document page) {
        assertEquals(
                0,
                page.select("script, img, iframe, object, embed, base, form, a").size());
        assertEquals("data:,", page.select("link").attr("href"));
        assertEquals(1, page.select("link").size());
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), attribute::toString);
                assertFalse(attribute.getKey().equals("src"), attribute::toString);
            });
        }
        String style = page.select("style").html() + page.select("[style]").eachAttr("style");
        assertFalse(Pattern.compile("url\\(|@import|http").matcher(style).find(), style);
        String markup = html.replace("http://www.w3.org/2000/svg", "").replaceAll(">[^<]*<", "><");
        assertFalse(Pattern.compile("https?:").matcher(markup).find());
        assertFalse(html.contains("NaN"), html);
        for (Element chart : page.select("svg")) {
            assertEquals("img", chart.attr("role"));
            for (String id : chart.attr("aria-labelledby").split(" ", -1)) {
                assertFalse(page.expectFirst("#" + id).text().isBlank());
            }
        }
        assertEquals(
                page.select("[id]").size(),
                page.select("[id]").eachAttr("id").stream().distinct().count());
    }

    private static List<String> row(Document page, String section, String head) {
        return page.select("#" + section + " tr").stream()
                .map(row -> row.children().eachText())
                .filter(cells -> cells.get(0).equals(head))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSegmentsAreThoseOfTheSegmentation() {
        Segmentation result = FourS.scheme().segment(book(100, i -> i + 1));
        Document page = page(Report.of(result).withScheme(FourS.scheme()).withTitle("Clients of Ana & Bo"));
        assertEquals("Clients of Ana & Bo", page.select("h1").text());
        // The best ten bring 91 + ... + 100 = 955 of 5050.
        assertEquals(
                List.of("Platinum", "10", "10.00 %", "10.00 %", "955.00", "18.91 %"),
                plain(row(page, "segments", "Platinum")));
        assertTrue(
                page.select("#segments .say").text().replace('\u00A0', ' ').contains("who bring 19 % of all revenue"));
        // 56 is the least n with 100 + 99 + ... (n of them) at least 4040: 56 · 72.5 = 4060, 55 · 73 = 4015.
        assertTrue(page.select("#concentration .say").text().contains("(56 of 100)"));
        Concentration revenue =
                Concentration.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());
        assertTrue(page.select("#concentration")
                .text()
                .contains(String.format(Locale.ROOT, "Gini coefficient: %.4f", revenue.gini())));
        assertTrue(page.select("#method").text().contains("equal counts 3"), page.select("#method")::text);
    }

    private static List<String> plain(List<String> cells) {
        return cells.stream().map(cell -> cell.replace('\u00A0', ' ')).toList();
    }

    @Test
    void theHistogramCountsEachClientOnce() {
        Segmentation result = Pareto.scheme().segment(book(1000, i -> (double) i * i));
        Document page = page(Report.of(result));
        long all = page.select("#scores details tbody tr").stream()
                .mapToLong(row -> Long.parseLong(row.child(1).text().replace(",", "")))
                .sum();
        assertEquals(1000, all);
    }

    @Test
    void noClientAndOneClientHaveAPage() {
        Document none = page(Report.of(FourS.scheme().segment(book(0, i -> 0))));
        assertTrue(none.select("#segments").text().contains("Nobody is in a segment."));
        assertEquals(0, none.select("svg").size());
        Document one = page(Report.of(Pareto.scheme().segment(book(1, i -> 7))));
        assertEquals(2, one.select("svg").size());
        assertTrue(one.select("#concentration .say").text().contains("(1 of 1)"));
        Document unknown = page(Report.of(FourS.scheme().segment(book(3, i -> Double.NaN))));
        assertTrue(unknown.select("#quality").text().contains("Revenue is unknown 3"), unknown::text);
        page(Report.of(FourS.scheme().segment(book(3, i -> i - 1.5))));
        page(Report.of(Pareto.scheme().segment(book(5, i -> 4))));
    }

    @Test
    void theScoreOfOneClientIsOneNumberAndCutsThatNobodyIsAboveHaveNone() {
        Document page = page(Report.of(FourS.scheme().segment(book(1, i -> 7))));
        assertEquals(
                "1 client has a score of 2.00. The dashed line is the cut, at 2.00.",
                page.select("#scores .say").text());
        assertEquals(
                List.of("2.00", "1", "", "", "1", ""),
                page.select("#scores tbody tr th, #scores tbody tr td").stream()
                        .map(Element::text)
                        .toList());
        List<String> counts = page.select("#scores svg text").eachText();
        assertTrue(counts.contains("1") && !counts.contains("0.2"), counts::toString);
        assertEquals("Nobody is in Platinum.", page.select("#segments .say").text());
    }

    @Test
    void whatIsKnownOfNobodyIsNotNothing() {
        BookAppender book = Books.appender(List.of(REVENUE, Measure.HOURS), List.of());
        for (int i = 0; i < 9; i++) {
            book.add("c" + i, new double[] {100, i}, List.of());
        }
        book.add("unknown", new double[] {Double.NaN, Double.NaN}, List.of());
        Document page = page(
                Report.of(FourS.scheme().segment(book.build())).withCost(client -> 80 * client.measure(Measure.HOURS)));
        assertEquals(List.of("Unscored", "1", "–", "–", "–", "–", "–"), row(page, "segments", "Unscored"), page::text);
        assertEquals(List.of("clients", "revenue"), page.select(".bars > .name").eachText());
        Document none = page(Report.of(FourS.scheme().segment(book(3, i -> Double.NaN))));
        assertEquals(List.of("clients"), none.select(".bars > .name").eachText());
    }

    @Test
    void hostileTextsAreShownAndDoNothing() {
        BookAppender book = Books.appender(List.of(REVENUE, Measure.of("<b>m</b> & 'co'")), List.of());
        int[] next = {0};
        HOSTILE.forEach(name -> book.add(name, new double[] {next[0]++, 1}, List.of()));
        List<Segment> segments = List.of(
                new Segment(HOSTILE.get(0), 1, HOSTILE.get(1), HOSTILE.get(2)),
                new Segment(HOSTILE.get(3), 2, HOSTILE.get(4), HOSTILE.get(5)));
        FourS scheme = FourS.scheme().withTiers(TopShares.of(0.5), segments);
        ReviewedSegmentation then = Review.asOf(LocalDate.of(2025, 11, 22)).segment(scheme, book.build());
        BookAppender turned = Books.appender(List.of(REVENUE), List.of());
        HOSTILE.forEach(name -> turned.add(name, new double[] {next[0]--}, List.of()));
        Segmentation now = Review.asOf(LocalDate.of(2026, 11, 22))
                .withPrevious(Previous.of(then))
                .segment(scheme, turned.build());
        for (Segmentation result : List.of(then, now)) {
            Document page = page(Report.of(result)
                    .withTitle(HOSTILE.get(4))
                    .withScheme(scheme)
                    .withRefused(8, HOSTILE));
            assertEquals(HOSTILE.get(4), page.title());
            List<String> problems = page.select("#quality .plain li").eachText();
            assertEquals(HOSTILE.get(0), problems.get(0));
            assertEquals("tab\uFFFDbell\uFFFDnul\uFFFDend\uFFFD", problems.get(5));
            assertEquals("turned \uFFFDround, half \uFFFD and \uFFFD", problems.get(6));
            assertTrue(page.select("#segments th").eachText().contains(HOSTILE.get(3)));
        }
        assertTrue(page(Report.of(now)).select("#moves tbody th").eachText().contains(HOSTILE.get(0)));
    }

    @Test
    void theMoversAreCutAndTheOthersCounted() {
        ReviewedSegmentation then = Review.asOf(LocalDate.of(2025, 11, 22)).segment(FourS.scheme(), book(2000, i -> i));
        Segmentation now = Review.asOf(LocalDate.of(2026, 11, 22))
                .withPrevious(Previous.of(then))
                .segment(FourS.scheme(), book(2000, i -> 2000 - i));
        Report report = Report.of(now);
        Document page = page(report);
        int moved = Integer.parseInt(page.select("#moves .say")
                .text()
                .replaceAll(" clients moved.*", "")
                .replace(",", ""));
        assertTrue(moved > 1000, () -> "moved: " + moved);
        assertEquals(200, page.select("#moves > div:last-of-type tbody tr").size());
        assertTrue(
                page.select("#moves .note").text().contains(String.format(Locale.ROOT, "and %,d more", moved - 200)));
    }

    @Test
    void aLargeBookHasASmallPage() {
        BookAppender book = Books.appender(List.of(REVENUE, PROFIT, ENGAGED), List.of());
        for (int i = 0; i < 100_000; i++) {
            double revenue = i * 7919L % 100_003;
            book.add("c" + i, new double[] {revenue, revenue - 50_000, i % 2}, List.of());
        }
        String html = Report.of(Engagement.scheme().segment(book.build())).html();
        assertTrue(html.length() < 700_000, () -> "characters: " + html.length());
    }

    @Test
    void theQuadrantsAreThoseOfTheScheme() {
        BookAppender book = Books.appender(List.of(PROFIT, ENGAGED), List.of());
        double[][] clients = {{900, 1}, {900, 1}, {900, 0}, {-50, 1}, {-50, 0}, {0, 0}, {Double.NaN, 1}};
        for (int i = 0; i < clients.length; i++) {
            book.add("c" + i, clients[i], List.of());
        }
        Document page = page(Report.of(Engagement.scheme().segment(book.build())));
        assertEquals(List.of("Profitable", "2", "1"), row(page, "engagement", "Profitable"));
        assertEquals(List.of("Not profitable", "1", "2"), row(page, "engagement", "Not profitable"));
        assertTrue(page.select("#concentration").text().contains("The book has no revenue."));
    }

    @Test
    void thePageIsReplacedWholeAndNothingIsLeftBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), "old");
        Report.of(Pareto.scheme().segment(book(10, i -> i))).write(file);
        assertTrue(Files.readString(file).endsWith("</html>\n"));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void whatCannotBeWrittenIsToldByItsOwnName() {
        Path file = folder.resolve("nosuch").resolve("page.html");
        Report report = Report.of(Pareto.scheme().segment(book(10, i -> i)));
        FileSystemException failure = assertThrows(FileSystemException.class, () -> report.write(file));
        assertEquals(file.toString(), failure.getFile());
        assertEquals("there is no such folder", failure.getReason());
    }

    @Test
    void aTotalThatIsNotAboveNothingHasNoShares() {
        Document page = page(Report.of(FourS.scheme().segment(book(10, i -> -i))));
        assertEquals(
                "Platinum: 1 client, 10 % of those in a segment.",
                page.select("#segments .say").text().replace('\u00A0', ' '));
        assertEquals(
                List.of("Platinum", "1", "10.00 %", "10.00 %", "0.00", "–"), plain(row(page, "segments", "Platinum")));
        assertEquals("0.00", Figures.amount(-0.001));
        assertEquals("-0.01", Figures.amount(-0.01));
        assertEquals("0\u00A0%", Figures.roundPercent(-0.0));
        assertEquals("-0.10", Figures.decimal(-0.1, 2));
    }

    @Test
    void chartsAreImages() throws IOException {
        Path file = folder.resolve("charts.png");
        Charts.png(FourS.scheme().segment(book(50, i -> i + 1)), file);
        var image = ImageIO.read(file.toFile());
        assertEquals(2 * Plot.WIDTH, image.getWidth());
        assertTrue(IntStream.range(0, image.getHeight())
                .anyMatch(y -> IntStream.range(0, image.getWidth())
                        .anyMatch(x -> image.getRGB(x, y) == Palette.S1.color().getRGB())));
        Charts.png(Concentration.of(5, 3, 1), "fees", file);
        assertTrue(ImageIO.read(file.toFile()).getHeight() < image.getHeight());
        Segmentation none = FourS.scheme().segment(book(0, i -> 0));
        assertThrows(IllegalArgumentException.class, () -> Charts.png(none, file));
    }

    @Test
    void aClientWithoutEndIsLeftOutOfTheShares() {
        ClientBook book = Books.of(List.of(1.0, 2.0, Double.POSITIVE_INFINITY), value -> "c" + value)
                .measure(REVENUE, value -> value)
                .build();
        Document page = page(Report.of(FourS.scheme().segment(book)));
        assertTrue(page.select("#concentration .say").text().contains("of 2)"), page::text);
        Client any = book.client(0);
        assertEquals("c1.0", any.id());
    }
}
