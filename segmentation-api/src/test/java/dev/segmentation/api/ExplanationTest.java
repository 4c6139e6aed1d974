package dev.segmentation.api;

import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an explanation is said in words; what is in it is tested where it is made. */
class ExplanationTest {

    private static final Segment GOLD = Segment.of("Gold", 2);
    private static final Assignment ASSIGNMENT = Assignment.of("C-9", GOLD);

    @Test
    void numbersAreShownSoThatTheyAreRight() {
        assertEquals("revenue 10 instead of 8 alone would make it Gold", change(8, 10));
        assertEquals("revenue 10.5 instead of 8.25 alone would make it Gold", change(8.25, 10.5));
        assertEquals("revenue below 8 instead of 8 alone would make it Gold", change(8, Math.nextDown(8.0)));
        assertEquals("revenue above 8 instead of 7 alone would make it Gold", change(7, Math.nextUp(8.0)));
        assertEquals("revenue above 0 instead of -20 alone would make it Gold", change(-20, Double.MIN_VALUE));
        assertEquals("revenue below 0 instead of 3 alone would make it Gold", change(3, -Double.MIN_VALUE));
        assertEquals("revenue above 1234567 instead of 0 alone would make it Gold", change(0, 1_234_567.25));
        assertEquals("revenue 1234568 instead of 0 alone would make it Gold", change(0, 1_234_567.75));
        assertEquals(
                "revenue 1.0E300 instead of -Infinity alone would make it Gold",
                change(Double.NEGATIVE_INFINITY, 1e300));
    }

    @Test
    void aGapIsSaidInTheSingularToo() {
        Explanation explanation = Explanation.of(ASSIGNMENT)
                .withGaps(
                        new Gap(Segment.of("Platinum", 1), "score", 0.2, 1),
                        new Gap(Segment.of("Silver", 3), "score", 1.0 / 3, 12));
        assertEquals(
                List.of(
                        "Platinum is 0.2 of score and 1 client above",
                        "Silver is 0.3333333 of score and 12 clients below"),
                explanation.reasons().stream().map(Reason::text).toList());
        assertEquals(
                List.of("Silver", "score", "0.3333333333333333", "12"),
                explanation.reasons().get(1).arguments(),
                "the arguments are exact");
    }

    @Test
    void partsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Change(REVENUE, 1, 1, GOLD));
        assertThrows(IllegalArgumentException.class, () -> new Change(REVENUE, Double.NaN, 1, GOLD));
        assertThrows(IllegalArgumentException.class, () -> new Gap(GOLD, "score", -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Gap(GOLD, "score", Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Gap(GOLD, "score", 0, -1));
        assertEquals(Optional.empty(), Explanation.of(ASSIGNMENT).rise());
        assertEquals("Explanation[C-9, Gold]", Explanation.of(ASSIGNMENT).toString());
        assertEquals(Explanation.of(ASSIGNMENT), Explanation.of(Assignment.of("C-9", GOLD)));
    }

    private static String change(double from, double to) {
        return Explanation.of(ASSIGNMENT)
                .withChanges(new Change(REVENUE, from, to, GOLD), null)
                .reasons()
                .get(0)
                .text();
    }
}
