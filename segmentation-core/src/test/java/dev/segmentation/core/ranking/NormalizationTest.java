package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NormalizationTest {

    @Test
    void theExampleOfTheJavadoc() {
        double[] values = {1, 2, 4, 9};
        assertArrayEquals(new double[] {0, 0.125, 0.375, 1}, Normalization.MIN_MAX.of(values));
        assertArrayEquals(new double[] {-0.843, -0.562, 0, 1.405}, Normalization.Z_SAMPLE.of(values), 0.0005);
        assertArrayEquals(new double[] {-0.973, -0.649, 0, 1.622}, Normalization.Z_POPULATION.of(values), 0.0005);
        assertArrayEquals(new double[] {-0.899, -0.450, 0.450, 2.698}, Normalization.ROBUST_Z.of(values), 0.0005);
        assertEquals(1.5, Distribution.of(values).medianAbsoluteDeviation());
    }

    @Test
    void withoutSpreadAllAreNaN() {
        double[][] columns = {
            {}, {5}, {3, 3, Double.NaN}, {Double.NaN}, {-0.0, 0.0}, {1, 2, Double.POSITIVE_INFINITY},
        };
        for (Normalization normalization : Normalization.values()) {
            for (double[] column : columns) {
                double[] unknown = new double[column.length];
                Arrays.fill(unknown, Double.NaN);
                assertArrayEquals(unknown, normalization.of(column), normalization + " " + Arrays.toString(column));
            }
        }
        double[] mostlyEqual = {4, 4, 4, 9};
        assertTrue(Arrays.stream(Normalization.ROBUST_Z.of(mostlyEqual)).allMatch(Double::isNaN));
        assertEquals(1, Normalization.MIN_MAX.of(mostlyEqual)[3]);
    }

    @Test
    void theMedianAbsoluteDeviationOfNothingOneAndInfinities() {
        assertEquals(Double.NaN, Distribution.of(Double.NaN).medianAbsoluteDeviation());
        assertEquals(0, Distribution.of(4).medianAbsoluteDeviation());
        assertEquals(1, Distribution.of(1, 2, 3, Double.POSITIVE_INFINITY, 2).medianAbsoluteDeviation());
        assertEquals(Double.NaN, Distribution.of(1, Double.POSITIVE_INFINITY).medianAbsoluteDeviation());
        double most = Double.MAX_VALUE;
        assertEquals(most, Distribution.of(-most, most, 0, most, -most).medianAbsoluteDeviation());
    }

    /** The oracle is the definition in doubles, which is near enough for values of like size. */
    @Property
    void followsFromItsDefinition(@ForAll("values") double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length < 2 || Arrays.stream(known).distinct().count() < 2) {
            return;
        }
        double mean = Arrays.stream(known).average().orElseThrow();
        double squares = Arrays.stream(known)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double least = Arrays.stream(known).min().orElseThrow();
        double range = Arrays.stream(known).max().orElseThrow() - least;
        assertLinear(values, Normalization.MIN_MAX, least, range);
        assertLinear(values, Normalization.Z_SAMPLE, mean, Math.sqrt(squares / (known.length - 1)));
        assertLinear(values, Normalization.Z_POPULATION, mean, Math.sqrt(squares / known.length));
        double median = median(known);
        double distance = median(
                Arrays.stream(known).map(value -> Math.abs(value - median)).toArray());
        if (distance > 0) {
            assertLinear(values, Normalization.ROBUST_Z, median, 1.4826 * distance);
        }
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void assertLinear(double[] values, Normalization normalization, double centre, double spread) {
        double[] normalised = normalization.of(values);
        for (int i = 0; i < values.length; i++) {
            double expected = (values[i] - centre) / spread;
            assertNear(expected, normalised[i], 1e-9);
        }
    }

    private static void assertNear(double expected, double actual, double tolerance) {
        if (Double.isNaN(expected) || Double.isNaN(actual)) {
            assertEquals(expected, actual);
        } else {
            assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)));
        }
    }

    @Property
    void theOrderDoesNotShowInASingleBit(@ForAll("values") double[] values, @ForAll Random random) {
        double[] shuffled = ConcentrationTest.shuffled(values, random);
        for (Normalization normalization : Normalization.values()) {
            double[] before = normalization.of(values);
            double[] after = normalization.of(shuffled);
            Arrays.sort(before);
            Arrays.sort(after);
            assertArrayEquals(before, after);
        }
    }

    @Property
    void neitherAPowerOfTwoNorASignChangesThePlaces(
            @ForAll("values") double[] values, @ForAll @IntRange(min = -900, max = 900) int power) {
        double[] scaled =
                Arrays.stream(values).map(value -> Math.scalb(value, power)).toArray();
        double[] turned = Oracle.negated(values);
        for (Normalization normalization : Normalization.values()) {
            double[] normalised = normalization.of(values);
            assertArrayEquals(normalised, normalization.of(scaled));
            double[] back = normalization.of(turned);
            for (int i = 0; i < values.length; i++) {
                double expected = normalization == Normalization.MIN_MAX ? 1 - normalised[i] : -normalised[i];
                assertNear(expected, back[i], 1e-14);
            }
        }
    }

    @Provide
    Arbitrary<double[]> values() {
        return ConcentrationTest.someValues();
    }
}
