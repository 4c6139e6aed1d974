package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void workThatTakesItsTimeIsToldOfAndTheLineIsClearedBehindIt() throws IOException {
        CountDownLatch told = new CountDownLatch(2);
        StringWriter text = new StringWriter();
        PrintWriter err = new PrintWriter(text) {
            @Override
            public void flush() {
                told.countDown();
            }
        };
        boolean wasTold = Progress.during(err, "reading", true, 1, () -> {
            try {
                return told.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        assertEquals(true, wasTold);
        assertEquals(
                "\rsegment: reading, 1 s\rsegment: reading, 2 s",
                text.toString().substring(0, 44));
        assertEquals("\r", text.toString().substring(text.toString().length() - 1));
    }

    @Test
    void quickWorkAndWorkWithoutATerminalAreNotToldOf() throws IOException {
        StringWriter text = new StringWriter();
        assertEquals("done", Progress.during(new PrintWriter(text), "reading", true, 60_000, () -> "done"));
        assertEquals("done", Progress.during(new PrintWriter(text), "reading", false, 1, () -> "done"));
        assertThrows(
                IOException.class,
                () -> Progress.during(new PrintWriter(text), "reading", true, 60_000, () -> {
                    throw new IOException("no");
                }));
        assertEquals("", text.toString());
    }
}
