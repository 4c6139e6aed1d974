package dev.segmentation.schemes;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds docs/embedding.md to the memory that it tells of: as measured there 59 and 13 bytes a client, and 4 kB. */
class MemoryTest {

    private static final int CLIENTS = 500_000;

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aClientTakesEightBytesAMeasureAndALittleMoreWithItsId() {
        List<Integer> numbers = IntStream.range(0, CLIENTS).boxed().toList();
        long start = used();
        ClientBook book = Books.of(numbers, number -> "C-" + number)
                .measure(REVENUE, number -> mixed(number) & 0xFFFF)
                .measure(HOURS, number -> mixed(number) & 0xF)
                .measure(ATTITUDE, number -> 1 + (mixed(number) & 1))
                .measure(INFLUENCE, number -> 2)
                .build();
        long withBook = used();
        Segmentation result = FourS.scheme().segment(book);
        long withResult = used();
        double ofBook = (double) (withBook - start) / CLIENTS;
        double ofResult = (double) (withResult - withBook) / CLIENTS;
        assertEquals(CLIENTS, book.size());
        assertEquals(4, result.segments().size());
        assertTrue(ofBook >= 4 * 8, () -> "a book of 4 measures took " + ofBook + " bytes a client");
        assertTrue(ofBook <= 4 * 8 + 32, () -> "a book of 4 measures took " + ofBook + " bytes a client");
        assertTrue(ofResult <= 16, () -> "a segmentation took " + ofResult + " bytes a client");
    }

    private static int mixed(int number) {
        return ("C-" + number).hashCode();
    }

    @Test
    void aSegmenterIsSmallHoweverManyClientsItLearntFrom() throws IOException {
        List<String> ids = IntStream.range(0, CLIENTS).mapToObj(i -> "C-" + i).toList();
        ClientBook book =
                Books.of(ids, id -> id).measure(REVENUE, String::hashCode).build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(FourS.scheme().segment(book).segmenter());
        }
        assertTrue(bytes.size() < 8_000, () -> bytes.size() + " bytes");
    }
}
