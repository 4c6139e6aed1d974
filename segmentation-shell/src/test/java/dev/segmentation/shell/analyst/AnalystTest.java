package dev.segmentation.shell.analyst;

import static dev.segmentation.shell.analyst.Analyst.read;
import static dev.segmentation.shell.analyst.Analyst.segment;
import static dev.segmentation.shell.analyst.Analyst.show;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that an analyst types into JShell, on the example book. */
class AnalystTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    private Path folder = Path.of("");

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
            assertEquals("Segmentation[four-s, 250 clients, 4 segments]", now.toString());
        } finally {
            System.setOut(before);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Platinum"), text);
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
