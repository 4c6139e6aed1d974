package dev.segmentation.shell.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.review.Previous;
import dev.segmentation.core.review.Review;
import dev.segmentation.core.review.ReviewedSegmentation;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.shell.analyst.Analyst;
import dev.segmentation.shell.report.Report;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the report in a headless Chromium; the pictures stay in {@code target/pages}. Runs by {@code -Pbrowser}. */
@Tag("browser")
class PageInBrowserTest {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final Pattern CONSOLE = Pattern.compile("CONSOLE|Content Security Policy|Refused to");

    @TempDir
    private Path folder = Path.of("");

    private Path page = Path.of("");

    @BeforeEach
    void aReviewOfTheExampleBook() throws IOException {
        Files.createDirectories(PICTURES);
        page = folder.resolve("page.html");
        var then = Review.asOf(LocalDate.of(2025, 11, 22)).segment(FourS.scheme(), examples(List.of()));
        ReviewedSegmentation now = Review.asOf(LocalDate.of(2026, 11, 22))
                .withPrevious(Previous.of(then))
                .segment(FourS.scheme(), examples(List.of("C-0003", "C-0050", "C-0111", "C-0200")));
        Report.of(now).withScheme(FourS.scheme()).write(page);
    }

    private static ClientBook examples(List<String> without) throws IOException {
        var all = Analyst.read(Path.of("..", "examples", "clients.csv").toString());
        BookAppender book = Books.appender(all.measures(), List.of());
        all.forEach(client -> {
            if (!without.contains(client.id())) {
                book.add(
                        client.id(),
                        all.measures().stream().mapToDouble(client::measure).toArray(),
                        List.of());
            }
        });
        return book.build();
    }

    /** Runs the browser and gives what it prints; it may neither complain nor may the page ask for anything. */
    private String browse(Path opened, String... options) throws IOException, InterruptedException {
        Path network = folder.resolve("network.json");
        Path log = folder.resolve("log");
        Path printed = folder.resolve("printed");
        List<String> words = new ArrayList<>(List.of(
                System.getProperty("chromium", "chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-sync",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--proxy-server=127.0.0.1:1", // where nobody answers: what the browser itself asks for goes nowhere
                "--log-net-log=" + network,
                "--user-data-dir=" + folder.resolve("profile")));
        words.addAll(List.of(options));
        words.add(opened.toUri().toString());
        Process browser = new ProcessBuilder(words)
                .redirectError(log.toFile())
                .redirectOutput(printed.toFile())
                .start();
        if (!browser.waitFor(2, TimeUnit.MINUTES)) {
            browser.destroyForcibly().waitFor();
        }
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        assertEquals(0, browser.exitValue(), said);
        assertFalse(CONSOLE.matcher(said).find(), said);
        assertEquals(List.of(), askedByThePage(network));
        return Files.readString(printed);
    }

    /** Gives the addresses that a page asked for; the browser's own requests have no origin. */
    private static List<String> askedByThePage(Path network) throws IOException {
        List<String> asked = new ArrayList<>();
        for (JsonNode event : new ObjectMapper().readTree(network.toFile()).path("events")) {
            JsonNode parameters = event.path("params");
            if (parameters.has("initiator")
                    && !parameters.path("initiator").asText().equals("not an origin")) {
                asked.add(parameters.path("url").asText());
            }
        }
        return asked;
    }

    @Test
    void theBrowserShowsWhatWasWritten() throws IOException, InterruptedException {
        Document seen = Jsoup.parse(browse(page, "--dump-dom"));
        Document written = Jsoup.parse(Files.readString(page));
        assertEquals(written.select("td, th").eachText(), seen.select("td, th").eachText());
        assertEquals(written.select("svg *").size(), seen.select("svg *").size());
        assertTrue(seen.select("#segments").text().contains("Platinum"));
        assertTrue(seen.select("#moves .say").text().contains("4 left"), seen.select("#moves")::text);
    }

    @Test
    void hostileTextsRunNothing() throws IOException, InterruptedException {
        String script = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
        BookAppender book = Books.appender(List.of(Measure.REVENUE), List.of());
        book.add("]]>" + script, new double[] {2}, List.of());
        book.add("'\"" + script, new double[] {1}, List.of());
        List<Segment> segments = List.of(new Segment("A" + script, 1, "</svg>" + script, ""), Segment.of("B", 2));
        Segmentation result =
                FourS.scheme().withTiers(TopShares.of(0.5), segments).segment(book.build());
        Report.of(result).withTitle("kept " + script).write(page);
        Document seen = Jsoup.parse(browse(page, "--dump-dom"));
        assertEquals("kept " + script, seen.title());
        assertEquals(0, seen.select("script, img").size());
    }

    /** A script that is put into the page by force shows that the test would see one that ran. */
    @Test
    void thePolicyStopsWhatEscapingWouldLetThrough() throws IOException {
        String html = Files.readString(page);
        Files.writeString(page, html.replace("</body>", "<script>document.title='run'</script></body>"));
        AssertionError complaint =
                org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> browse(page, "--dump-dom"));
        assertTrue(String.valueOf(complaint.getMessage()).contains("Content Security Policy"));
    }

    /** Shows that the test would see a request. */
    @Test
    void aPageThatAsksIsSeen() throws IOException {
        Files.writeString(page, "<!DOCTYPE html><link rel=icon href='data:,'><img src='http://example.invalid/x.png'>");
        AssertionError complaint = assertThrows(AssertionError.class, () -> browse(page, "--dump-dom"));
        assertTrue(
                Pattern.compile("example.invalid|CONSOLE")
                        .matcher(String.valueOf(complaint.getMessage()))
                        .find(),
                complaint::toString);
        assertEquals(List.of("http://example.invalid/x.png"), askedByThePage(folder.resolve("network.json")));
    }

    @Test
    void thePageIsLightDarkAndNarrow() throws IOException, InterruptedException {
        BufferedImage light = picture("light.png", "--window-size=1000,3000");
        BufferedImage dark = picture("dark.png", "--window-size=1000,3000", "--blink-settings=preferredColorScheme=0");
        assertEquals(0xfdfdfc, light.getRGB(2, 2) & 0xffffff);
        assertEquals(0x16191c, dark.getRGB(2, 2) & 0xffffff);
        // No window of a browser is as narrow as a phone; a frame is.
        Path frame = folder.resolve("frame.html");
        Files.writeString(
                frame,
                "<!DOCTYPE html><link rel=icon href='data:,'><body style='margin:0;background:#fdfdfc'>"
                        + "<iframe src='page.html' style='display:block;border:0;width:390px;height:5800px'></iframe>");
        page = frame;
        BufferedImage phone = picture("phone.png", "--window-size=800,5800");
        assertEquals(0xfdfdfc, phone.getRGB(2, 2) & 0xffffff);
        int right = 390 - 4;
        for (int y = 0; y < phone.getHeight(); y++) {
            assertEquals(0xfdfdfc, phone.getRGB(right, y) & 0xffffff, "something reaches beyond the margin at " + y);
        }
    }

    /** What paper shows is looked at on a screen as wide as a sheet; how it is cut into sheets, in a PDF. */
    @Test
    void thePageIsPrinted() throws IOException, InterruptedException {
        Path pdf = PICTURES.resolve("page.pdf").toAbsolutePath();
        browse(page, "--print-to-pdf=" + pdf);
        long sheets = Pattern.compile("/Type /Page\\b")
                .matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
        assertTrue(sheets >= 4 && sheets <= 6, () -> "sheets: " + sheets);
        String html = Files.readString(page);
        assertTrue(html.contains("@media print"));
        Files.writeString(
                page, html.replace("@media print", "@media all").replace("</style>", "body{margin:0 20px}</style>"));
        BufferedImage paper = picture("paper.png", "--window-size=730,3000");
        assertEquals(0xffffff, paper.getRGB(2, 2) & 0xffffff);
        for (int y = 0; y < paper.getHeight(); y++) {
            assertEquals(0xffffff, paper.getRGB(715, y) & 0xffffff, "something is cut off at " + y);
        }
    }

    private BufferedImage picture(String name, String... options) throws IOException, InterruptedException {
        Path file = PICTURES.resolve(name).toAbsolutePath();
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--screenshot=" + file);
        browse(page, all.toArray(new String[0]));
        return ImageIO.read(file.toFile());
    }
}
