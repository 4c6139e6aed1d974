package acme.tenure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Schemes;
import dev.segmentation.core.book.Books;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenureBookTest {

    @Test
    void aBookWorkedOutByHandIsDividedAsMeant() {
        ClientBook book = Books.of(List.of(21, 14, 9, 2), years -> "C-" + years)
                .measure(Measure.of("tenure"), Integer::doubleValue)
                .build();
        var result = Schemes.load().get("acme.tenure").segment(book);
        assertEquals("Loyal", result.explain("C-21").segment().name());
        assertEquals("Settled", result.explain("C-14").segment().name());
        assertEquals("Settled", result.explain("C-9").segment().name());
        assertEquals("New", result.explain("C-2").segment().name());
    }
}
