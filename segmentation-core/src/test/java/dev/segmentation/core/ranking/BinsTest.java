package dev.segmentation.core.ranking;

import static dev.segmentation.core.ranking.ConcentrationTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.core.ranking.Bins.OwnEdge;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void theExampleOfTheJavadoc() {
        Distribution values = Distribution.of(12, 0, 7);
        Bins upper = Bins.ofEqualWidth(values, 4, OwnEdge.UPPER);
        Bins lower = Bins.ofEqualWidth(values, 4, OwnEdge.LOWER);
        assertArrayEquals(new double[] {0, 3, 6, 9, 12}, upper.edges());
        assertArrayEquals(new double[] {0, 3, 6, 9, 12}, lower.edges());
        double[] asked = {-0.1, 0, 2.9, 3, 9, 12, 12.1, Double.NaN};
        assertArrayEquals(new int[] {-1, 0, 0, 0, 2, 3, -1, -1}, places(upper, asked));
        assertArrayEquals(new int[] {-1, 0, 0, 1, 3, 3, -1, -1}, places(lower, asked));
        Bins days = Bins.withEdges(OwnEdge.LOWER, -INFINITE, 30, 90, INFINITE);
        assertArrayEquals(new int[] {0, 1, 2, 2}, places(days, 29, 30, 90, INFINITE));
        assertEquals(
                "Bins[UPPER, [0.0, 1.0]]",
                Bins.withEdges(OwnEdge.UPPER, -0.0, 1).toString());
    }

    @Test
    void equalValuesAreInOneBinAndEqualEdgesHoldNothing() {
        for (OwnEdge ownEdge : OwnEdge.values()) {
            Bins one = Bins.ofEqualWidth(Distribution.of(5, 5), 4, ownEdge);
            assertEquals(1, one.count());
            assertArrayEquals(new int[] {0, -1}, places(one, 5, 6));
            Bins empty = Bins.withEdges(ownEdge, 0, 2, 2, 4);
            assertEquals(ownEdge == OwnEdge.UPPER ? 0 : 2, empty.bin(2));
        }
        double most = Double.MAX_VALUE;
        Bins all = Bins.ofEqualWidth(Distribution.of(-most, most), 2, OwnEdge.LOWER);
        assertArrayEquals(new double[] {-most, 0, most}, all.edges());
    }

    @Test
    void badArgumentsAreNamed() {
        Distribution values = Distribution.of(1, 2);
        assertRefused(
                "there must be 1 bin or more, but asked were 0", () -> Bins.ofEqualWidth(values, 0, OwnEdge.UPPER));
        assertRefused(
                "bins need at least one known value, but there is none",
                () -> Bins.ofEqualWidth(Distribution.of(Double.NaN), 3, OwnEdge.UPPER));
        assertRefused(
                "bins of equal width need finite values, but the least is 1.0 and the greatest Infinity",
                () -> Bins.ofEqualWidth(Distribution.of(1, INFINITE), 3, OwnEdge.UPPER));
        assertRefused("bins need two edges or more, but there are 1", () -> Bins.withEdges(OwnEdge.LOWER, 4));
        assertRefused(
                "edges must be numbers and must not fall, but edge 3 of 4 is 1.0 after 2.0",
                () -> Bins.withEdges(OwnEdge.LOWER, 0, 2, 1, 3));
        assertRefused(
                "edges must be numbers and must not fall, but edge 1 of 2 is NaN",
                () -> Bins.withEdges(OwnEdge.LOWER, Double.NaN, 1));
    }

    @Property
    void everyKnownValueIsBetweenTheEdgesOfItsBin(
            @ForAll("values") double[] values, @ForAll @IntRange(min = 1, max = 9) int k, @ForAll OwnEdge ownEdge) {
        Distribution distribution = Distribution.of(values);
        if (distribution.size() == 0) {
            return;
        }
        Bins bins = Bins.ofEqualWidth(distribution, k, ownEdge);
        double[] edges = bins.edges();
        for (double value : values) {
            int bin = bins.bin(value);
            assertEquals(Double.isNaN(value), bin == -1);
            if (bin >= 0) {
                // The outermost bins take both of their outer edges.
                boolean isAbove = value > edges[bin] || (value == edges[bin] && (ownEdge == OwnEdge.LOWER || bin == 0));
                boolean isBelow = value < edges[bin + 1]
                        || (value == edges[bin + 1] && (ownEdge == OwnEdge.UPPER || bin == bins.count() - 1));
                assertTrue(isAbove && isBelow, () -> value + " in bin " + bin + " of " + bins);
            }
        }
        double width = (edges[bins.count()] - edges[0]) / bins.count();
        for (int i = 0; i < bins.count(); i++) {
            assertEquals(width, edges[i + 1] - edges[i], 1e-9 * Math.max(1, Math.abs(edges[0]) + width * k));
        }
    }

    @Property
    void theOrderDoesNotShow(@ForAll("values") double[] values, @ForAll Random random) {
        double[] shuffled = ConcentrationTest.shuffled(values, random);
        if (Distribution.of(values).size() > 0) {
            assertArrayEquals(
                    Bins.ofEqualWidth(Distribution.of(values), 3, OwnEdge.LOWER).edges(),
                    Bins.ofEqualWidth(Distribution.of(shuffled), 3, OwnEdge.LOWER)
                            .edges());
        }
    }

    /** The oracle counts the inner edges that a value has passed. */
    @Property
    void givenEdgesAreCounted(@ForAll("values") double[] values, @ForAll OwnEdge ownEdge) {
        double[] edges = Distribution.of(values).sorted();
        if (edges.length < 2) {
            return;
        }
        Bins bins = Bins.withEdges(ownEdge, edges);
        for (double value : edges) {
            long passed = IntStream.range(1, edges.length - 1)
                    .filter(e -> ownEdge == OwnEdge.LOWER ? value >= edges[e] : value > edges[e])
                    .count();
            assertEquals(passed, bins.bin(value));
        }
    }

    private static int[] places(Bins bins, double... values) {
        return Arrays.stream(values).mapToInt(bins::bin).toArray();
    }

    @Provide
    Arbitrary<double[]> values() {
        return ConcentrationTest.someValues();
    }
}
