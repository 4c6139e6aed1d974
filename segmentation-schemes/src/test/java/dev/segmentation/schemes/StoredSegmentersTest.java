package dev.segmentation.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.Book;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was learnt is read back by the scheme that learnt it, and by no other. */
class StoredSegmentersTest {

    private static final ClientBook BOOK = Books.of(List.of(1.0, 2.0, 3.0, 4.0), value -> "c" + value)
            .measure(Measure.REVENUE, value -> value)
            .build();

    @Test
    void aSchemeRefusesWhatIsAnothers() {
        for (SegmentationScheme scheme : List.of(FourS.scheme(), Pareto.scheme(), new Halves("acme.halves"))) {
            Settings stored = scheme.fit(BOOK).settings();
            assertEquals(scheme.fit(BOOK).settings(), scheme.segmenter(stored).settings());
            Exception other = assertThrows(
                    InvalidSettingsException.class, () -> scheme.segmenter(stored.with("scheme", "acme.other")));
            assertEquals("setting scheme must be '" + scheme.id() + "', but was 'acme.other'", other.getMessage());
        }
    }

    /** A scheme that does not say how its segmenters are read. */
    private record Halves(String id) implements SegmentationScheme {
        @Override
        public List<Segment> segments() {
            return List.of(Segment.of("Upper", 1), Segment.of("Lower", 2));
        }

        @Override
        public List<Requirement> requirements() {
            return List.of(Requirement.needs(Measure.REVENUE));
        }

        @Override
        public Segmenter fit(Book book) {
            Ordering byRevenue = Ordering.by(Measure.REVENUE);
            return Segmenter.ranked(id, segments(), byRevenue, book.cutoffs(byRevenue, 0.5));
        }
    }
}
