package dev.segmentation.schemes.abc;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.EXPECTED_IDEAL;
import static dev.segmentation.api.Measure.FUTURE_ASSETS;
import static dev.segmentation.api.Measure.NEEDS;
import static dev.segmentation.api.Measure.REVENUE;
import static dev.segmentation.api.Measure.YEARS_TO_IDEAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of clients of whom something is unknown. */
class AbcUnknownsTest {

    private static final Map<String, String> REASON = Map.of(Abc.EXCEPTION_REASON, "a cousin");

    private static final Segmenter SEGMENTER = Abc.scheme()
            .withRequirement(ASSETS, Line.atLeast(500_000))
            .withRequirement(REVENUE, Line.atLeast(5_000))
            .fit(Books.appender(List.of(ASSETS, REVENUE, NEEDS)).build());

    private static Assignment assign(Map<Measure, Double> measures, Map<String, String> texts) {
        return SEGMENTER.assign(Client.of("c", measures, texts));
    }

    @Test
    void aClientExpectedToBecomeIdealIsNoException() {
        assertEquals(
                "Pre-ideal",
                assign(Map.of(ASSETS, 1.0, NEEDS, 1.0, EXPECTED_IDEAL, 1.0), REASON)
                        .segment()
                        .name());
        // More assets made it an exception, the worst segment, for want of its revenue.
        Assignment more = assign(Map.of(ASSETS, 600_000.0, NEEDS, 1.0, EXPECTED_IDEAL, 1.0), REASON);
        assertFalse(more.isScored());
        assertTrue(more.reasons().contains(Reason.unknown("revenue")), more.reasons()::toString);
        assertEquals(
                "Exception",
                assign(Map.of(ASSETS, 600_000.0, NEEDS, 1.0, EXPECTED_IDEAL, 0.0), REASON)
                        .segment()
                        .name());
    }

    @Test
    void yearsThatAreUnknownAreToldAndNotTakenForNone() {
        Map<Measure, Double> growing = Map.of(ASSETS, 1.0, REVENUE, 6_000.0, NEEDS, 1.0, FUTURE_ASSETS, 900_000.0);
        Assignment unknown = assign(growing, Map.of());
        assertEquals("Pre-ideal", unknown.segment().name());
        assertTrue(unknown.reasons().contains(Reason.unknown("years_to_ideal")), unknown.reasons()::toString);
        Map<Measure, Double> now =
                Map.of(ASSETS, 1.0, REVENUE, 6_000.0, NEEDS, 1.0, FUTURE_ASSETS, 900_000.0, YEARS_TO_IDEAL, 0.0);
        assertFalse(assign(now, Map.of()).reasons().contains(Reason.unknown("years_to_ideal")));
    }
}
