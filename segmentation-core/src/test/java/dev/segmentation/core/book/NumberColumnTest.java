package dev.segmentation.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberColumnTest {

    private static final double[] ODD = {
        -0.0, 0.0, 1, 3, 4, -1, 2.5, Double.MIN_VALUE, 1e300, 0x1p31, 0x1p63, -0x1p31, Double.NaN, 1 / 0.0, -1 / 0.0
    };

    @Test
    void valuesAreAcceptedTogetherAsOneByOne() {
        Requirement any = Requirement.uses(Measure.ATTITUDE);
        for (Requirement requirement : List.of(
                any,
                any.wholeWithin(1, 3),
                any.wholeWithin(0, 1),
                any.wholeWithin(Integer.MIN_VALUE, Integer.MAX_VALUE))) {
            for (double first : ODD) {
                for (double second : ODD) {
                    double[] values = {first, second};
                    assertEquals(
                            Arrays.stream(values).allMatch(requirement::accepts),
                            new NumberColumn(values).isAcceptedBy(requirement),
                            requirement + " of " + first + " and " + second);
                }
            }
        }
    }

    @Test
    void oneUnknownValueIsFound() {
        assertTrue(new NumberColumn().isKnown());
        assertTrue(new NumberColumn(1, Double.POSITIVE_INFINITY).isKnown());
        assertFalse(new NumberColumn(1, Double.NaN, 2).isKnown());
    }
}
