package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Schemes;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemesCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void listsTheSchemesWithSegmentsAndMeasures() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), "schemes"));
        assertTrue(out.toString().contains("four-s"), out::toString);
        assertTrue(out.toString().contains("\n  segments  Platinum, Gold, Silver, Standard"), out::toString);
        assertTrue(
                out.toString().contains("\n  measures  revenue, future_revenue, hours, attitude, influence"),
                out::toString);
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void theSettingsOfASchemeArePrintedAsAStartForAFile() throws IOException {
        for (String id : Schemes.load().ids()) {
            StringWriter out = new StringWriter();
            assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "schemes", id));
            Path file = Files.writeString(folder.resolve(id + ".json"), out.toString());
            SegmentationScheme scheme = Schemes.load().get(id);
            assertEquals(
                    scheme.settings(),
                    scheme.withSettings(SettingsFile.read(file)).settings());
        }
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "schemes", "nosuch"));
        assertEquals(
                "segment: ID must be one of abc, buckets, engagement, four-s, pareto, but was 'nosuch'",
                err.toString().strip());
    }

    @Test
    void withoutWordsThereIsHelpAndExitCode2() {
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err)));
        assertTrue(err.toString().contains("Usage: segment"), err::toString);
    }
}
