package dev.segmentation.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void scalesAreEqualWhenTheirEndsAre() {
        assertEquals(Scale.ONE_TO_THREE, new Scale(1, 3));
        assertEquals(Scale.ONE_TO_THREE.hashCode(), new Scale(1, 3).hashCode());
        assertNotEquals(Scale.ONE_TO_THREE, new Scale(1, 4));
        assertNotEquals(Scale.ONE_TO_THREE, new Scale(0, 3));
        assertNotEquals(Scale.ONE_TO_THREE, "1 to 3");
    }

    @Test
    void theBestIsAboveTheWorst() {
        assertThrows(IllegalArgumentException.class, () -> new Scale(3, 3));
        assertThrows(IllegalArgumentException.class, () -> new Scale(0, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Scale(Double.NaN, 1));
    }

    @Test
    void theMiddleIsBetweenTheEnds() {
        assertEquals(2, Scale.ONE_TO_THREE.middle());
        assertEquals("0 to 0.5", new Scale(0, 0.5).toString());
    }
}
