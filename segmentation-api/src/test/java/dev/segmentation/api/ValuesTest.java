package dev.segmentation.api;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The small values: measures, clients, segments, assignments, requirements. */
class ValuesTest {

    @Test
    void aMeasureHasAName() {
        assertThrows(IllegalArgumentException.class, () -> Measure.of(" "));
        assertThrows(IllegalArgumentException.class, () -> Measure.of("hours "));
        assertEquals("revenue", REVENUE.toString());
    }

    @Test
    void aPlainClientKeepsItsOwnCopy() {
        Map<Measure, Double> measures = new HashMap<>(Map.of(REVENUE, 12.0));
        Client client = Client.of("C-9", measures, Map.of("occupation", "Pilot"));
        measures.put(REVENUE, 13.0);
        assertEquals(12.0, client.measure(REVENUE));
        assertTrue(Double.isNaN(client.measure(HOURS)));
        assertEquals(Optional.of("Pilot"), client.attribute("occupation"));
        assertEquals(Optional.empty(), client.attribute("city"));
        assertEquals("Client[C-9]", client.toString(), "no value of the client in its text");
    }

    @Test
    void measuresAreKnownByName() {
        Client client = Client.of("C-9", Map.of(Measure.of("hours"), 7.0));
        assertEquals(7.0, client.measure(HOURS));
        assertThrows(
                IllegalArgumentException.class, () -> Client.of("C-9", Map.of(HOURS, 1.0, Measure.of("hours"), 2.0)));
    }

    @Test
    void orderingTurnsKeysSoThatGreaterIsBetter() {
        Ordering ordering = Ordering.by("score", client -> 2.0).thenBy(HOURS).thenBy(REVENUE);
        double[] keys = ordering.keysOf(Client.of("C-9", Map.of(HOURS, 7.0, REVENUE, 12.0)));
        assertEquals(List.of(2.0, -7.0, 12.0), List.of(keys[0], keys[1], keys[2]));
        assertEquals("Ordering[score, hours, revenue]", ordering.toString());
    }

    @Test
    void segmentsAreOrderedFromOne() {
        assertThrows(IllegalArgumentException.class, () -> Segment.of("Gold", 0));
        assertThrows(IllegalArgumentException.class, () -> Segment.of(" ", 1));
        assertFalse(Segment.UNSCORED.isScored());
        assertTrue(Segment.of("Gold", 1).isScored());
    }

    /** Each differs from the others in one part. */
    @Test
    void valuesAreEqualWhenAllTheirPartsAre() {
        assertEqualToThemselvesAlone(List.of(
                () -> new Measure("a", Direction.HIGHER_IS_BETTER),
                () -> new Measure("b", Direction.HIGHER_IS_BETTER),
                () -> new Measure("a", Direction.LOWER_IS_BETTER)));
        assertEqualToThemselvesAlone(List.of(
                () -> new Segment("Gold", 1, "who", "what"),
                () -> new Segment("Silver", 1, "who", "what"),
                () -> new Segment("Gold", 2, "who", "what"),
                () -> new Segment("Gold", 1, "others", "what"),
                () -> new Segment("Gold", 1, "who", "nothing"),
                () -> Segment.UNSCORED));
        assertEqualToThemselvesAlone(List.of(
                () -> new Requirement(REVENUE, true, 0, 3, true),
                () -> new Requirement(HOURS, true, 0, 3, true),
                () -> new Requirement(REVENUE, false, 0, 3, true),
                () -> new Requirement(REVENUE, true, 1, 3, true),
                () -> new Requirement(REVENUE, true, 0, 2, true),
                () -> new Requirement(REVENUE, true, 0, 3, false)));
    }

    private static void assertEqualToThemselvesAlone(List<Supplier<Object>> values) {
        for (Supplier<Object> one : values) {
            assertEquals(one.get(), one.get());
            assertEquals(one.get().hashCode(), one.get().hashCode());
            assertNotEquals(one.get(), "text");
            for (Supplier<Object> other : values) {
                assertEquals(one == other, one.get().equals(other.get()), one.get() + " and " + other.get());
            }
        }
    }

    @Test
    void anUnscoredClientHasAReason() {
        assertThrows(IllegalArgumentException.class, () -> Assignment.unscored("C-9", List.of()));
        Reason why = Reason.unknown("revenue");
        assertFalse(Assignment.unscored("C-9", List.of(why)).isScored());
    }

    @Test
    void anAssignmentKeepsItsOwnReasons() {
        List<Reason> reasons = new ArrayList<>(List.of(new Reason("a", List.of(), "b")));
        Assignment assignment = Assignment.of("C-9", Segment.of("Gold", 1)).withReasons(reasons);
        reasons.clear();
        assertEquals(1, assignment.reasons().size());
        assertEquals(
                Decision.OVERRIDE, assignment.withDecidedBy(Decision.OVERRIDE).decidedBy());
        assertEquals("Assignment[C-9, Gold]", assignment.toString());
    }

    @Test
    void aRequirementSaysWhatAValueMustBe() {
        Requirement grade = Requirement.uses(ATTITUDE).wholeWithin(1, 3);
        assertEquals(Optional.empty(), grade.refusal(3));
        assertEquals(Optional.empty(), grade.refusal(Double.NaN), "unknown is not refused");
        assertEquals(Optional.of("must be a whole number from 1 to 3"), grade.refusal(2.5));
        assertEquals(Optional.of("must be a whole number from 1 to 3"), grade.refusal(0));
        assertTrue(Requirement.needs(REVENUE).acceptsAll());
        Exception e =
                assertThrows(InvalidMeasureException.class, () -> grade.check(Client.of("C-9", Map.of(ATTITUDE, 7.0))));
        assertEquals("attitude must be a whole number from 1 to 3, but was 7.0 (client C-9)", e.getMessage());
    }

    @Test
    void aStandingIsWithinTheRanked() {
        assertEquals(100, new Standing(1, 4).percentile());
        assertEquals(75, new Standing(2, 4).percentile());
        assertThrows(IllegalArgumentException.class, () -> new Standing(5, 4));
        assertThrows(IllegalArgumentException.class, () -> new Standing(0, 4));
    }
}
