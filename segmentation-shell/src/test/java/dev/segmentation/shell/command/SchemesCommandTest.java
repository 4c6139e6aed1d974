package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SchemesCommandTest {

    @Test
    void listsTheSchemesWithSegmentsAndMeasures() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), "schemes"));
        assertTrue(out.toString().contains("four-s"), out::toString);
        assertTrue(out.toString().contains("segments: Platinum, Gold, Silver, Standard"), out::toString);
        assertTrue(
                out.toString().contains("measures: revenue, future_revenue, hours, attitude, influence"),
                out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void withoutWordsThereIsHelpAndExitCode2() {
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err)));
        assertTrue(err.toString().contains("Usage: segment"), err::toString);
    }
}
