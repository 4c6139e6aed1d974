package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ConcentrationTest {

    @Test
    void theExampleOfTheJavadoc() {
        Concentration revenue = Concentration.of(50, 30, 15, 5);
        assertEquals(0.5, revenue.shareOfLargest(1));
        assertEquals(OptionalInt.of(2), revenue.countReaching(0.8));
        assertEquals(0.2, revenue.lorenz(0.5));
        assertEquals(0.375, revenue.gini());
        assertEquals(0.5, revenue.giniUnbiased());
        assertEquals(0.3, revenue.hoover());
        assertEquals(0.1, revenue.lorenz(0.3333333333333333), 0.02);
        assertEquals(0.65, revenue.topShare(0.375));
        assertEquals("Concentration[4 amounts, 0 missing]", revenue.toString());
    }

    @Test
    void whatIsNotDefinedIsNaN() {
        for (Concentration none : List.of(
                Concentration.of(), Concentration.of(Double.NaN), Concentration.of(0, -0.0), Concentration.of(-2, 2))) {
            assertEquals(0, none.total());
            for (double figure : new double[] {
                none.gini(),
                none.giniUnbiased(),
                none.hoover(),
                none.lorenz(0.5),
                none.topShare(1),
                none.shareOfLargest(0)
            }) {
                assertEquals(Double.NaN, figure, none::toString);
            }
            assertEquals(OptionalInt.empty(), none.countReaching(0.8));
            assertEquals(List.of(), none.curve(5));
        }
        Concentration alone = Concentration.of(7, Double.NaN, Double.NaN);
        assertEquals(2, alone.missing());
        assertEquals(0, alone.gini());
        assertEquals(Double.NaN, alone.giniUnbiased());
        assertEquals(OptionalInt.of(1), alone.countReaching(0.01));
        assertEquals(OptionalInt.empty(), Concentration.of(-3, 1).countReaching(0.5));
    }

    @Test
    void badArgumentsAreNamed() {
        Concentration four = Concentration.of(1, 2, 3, 4);
        assertRefused(
                "an amount must be finite, but was Infinity (at index 1)",
                () -> Concentration.of(1, Double.POSITIVE_INFINITY));
        assertRefused("a part of the amounts must be in [0, 1], but was 1.5", () -> four.lorenz(1.5));
        assertRefused("a part of the amounts must be in [0, 1], but was NaN", () -> four.topShare(Double.NaN));
        assertRefused("share must be in (0, 1], but was 0.0", () -> four.countReaching(0));
        assertRefused("the number of the largest must be from 0 to 4, but was 5", () -> four.shareOfLargest(5));
        assertRefused("a curve must have 2 points or more, but asked were 1", () -> four.curve(1));
    }

    static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** The oracle adds up in decimals without rounding, over all pairs and all amounts. */
    @Property(tries = 300)
    void figuresFollowFromTheirSums(@ForAll("amounts") double[] amounts, @ForAll @IntRange(max = 10) int tenths) {
        BigDecimal[] known = DoubleStream.of(amounts)
                .filter(amount -> !Double.isNaN(amount))
                .sorted()
                .mapToObj(BigDecimal::new)
                .toArray(BigDecimal[]::new);
        BigDecimal total = Arrays.stream(known).reduce(BigDecimal.ZERO, BigDecimal::add);
        Concentration concentration = Concentration.of(amounts);
        assertEquals(known.length, concentration.size());
        if (total.signum() == 0) {
            assertEquals(Double.NaN, concentration.gini());
            return;
        }
        BigDecimal n = BigDecimal.valueOf(known.length);
        BigDecimal pairs = BigDecimal.ZERO;
        BigDecimal distances = BigDecimal.ZERO;
        for (BigDecimal x : known) {
            for (BigDecimal y : known) {
                pairs = pairs.add(x.subtract(y).abs());
            }
            distances = distances.add(x.multiply(n).subtract(total).abs());
        }
        BigDecimal two = BigDecimal.valueOf(2);
        assertEquals(ratio(pairs, two.multiply(n).multiply(total)), concentration.gini());
        assertEquals(ratio(distances, two.multiply(n).multiply(total)), concentration.hoover());
        int count = known.length * tenths / 10;
        BigDecimal top = Arrays.stream(known).skip(known.length - count).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(ratio(top, total), concentration.shareOfLargest(count));
        BigDecimal place = n.multiply(BigDecimal.valueOf(tenths, 1));
        BigDecimal lowest = BigDecimal.ZERO;
        for (BigDecimal amount : known) {
            lowest = lowest.add(amount.multiply(place.min(BigDecimal.ONE).max(BigDecimal.ZERO)));
            place = place.subtract(BigDecimal.ONE);
        }
        assertEquals(ratio(lowest, total), concentration.lorenz(tenths / 10.0));
    }

    private static double ratio(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, new MathContext(60)).doubleValue() + 0.0;
    }

    @Property
    void theOrderDoesNotShowInASingleBit(@ForAll("amounts") double[] amounts, @ForAll Random random) {
        assertEquals(figures(Concentration.of(amounts)), figures(Concentration.of(shuffled(amounts, random))));
    }

    @Property
    void aPowerOfTwoDoesNotShow(
            @ForAll("amounts") double[] amounts, @ForAll @IntRange(min = -200, max = 200) int power) {
        double[] scaled =
                Arrays.stream(amounts).map(amount -> Math.scalb(amount, power)).toArray();
        assertEquals(figures(Concentration.of(amounts)), figures(Concentration.of(scaled)));
    }

    @Property
    void theCurveOfWhatIsNotNegativeRisesEverSteeper(
            @ForAll("amounts") double[] amounts, @ForAll @IntRange(min = 2, max = 60) int points) {
        double[] positive = Arrays.stream(amounts).map(Math::abs).toArray();
        Concentration concentration = Concentration.of(positive);
        List<Concentration.Point> curve = concentration.curve(points);
        if (concentration.total() == 0) {
            return;
        }
        double n = concentration.size();
        assertTrue(concentration.gini() >= 0 && concentration.gini() <= (n - 1) / n);
        assertTrue(concentration.hoover() >= 0 && concentration.hoover() <= (n - 1) / n);
        assertEquals(Math.min(points, concentration.size() + 1), curve.size());
        assertEquals(new Concentration.Point(0, 0), curve.get(0));
        assertEquals(new Concentration.Point(1, 1), curve.get(curve.size() - 1));
        double steepest = 0;
        for (int i = 1; i < curve.size(); i++) {
            double width = curve.get(i).part() - curve.get(i - 1).part();
            double slope = (curve.get(i).share() - curve.get(i - 1).share()) / width;
            assertTrue(width > 0 && slope >= steepest - 1e-9, curve::toString);
            steepest = slope;
        }
    }

    @Property
    void theCountIsTheLeastThatReachesTheShare(
            @ForAll("amounts") double[] amounts, @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        Concentration concentration = Concentration.of(amounts);
        OptionalInt count = concentration.countReaching(share);
        assertEquals(concentration.total() > 0, count.isPresent());
        if (count.isPresent()) {
            assertTrue(concentration.shareOfLargest(count.getAsInt()) >= share);
            assertTrue(IntStream.range(0, count.getAsInt())
                    .allMatch(fewer -> concentration.shareOfLargest(fewer) <= share));
        }
    }

    /** Running sums are kept in blocks: what lies around their edges must be as it is elsewhere. */
    @Test
    void manyAmountsAreAddedUpFromTheNearestRunningSum() {
        for (int n : new int[] {1023, 1024, 1025, 2048, 5000}) {
            Concentration upTo = Concentration.of(
                    IntStream.rangeClosed(1, n).asDoubleStream().toArray());
            double total = n * (n + 1.0) / 2;
            assertEquals(total, upTo.total());
            for (int count : new int[] {0, 1, 1022, n - 1024, n - 1023, n - 1, n}) {
                if (count >= 0 && count <= n) {
                    double rest = (n - count) * (n - count + 1.0) / 2;
                    assertEquals((total - rest) / total, upTo.shareOfLargest(count), n + " " + count);
                }
            }
            // Of 1 to n it is (n² − 1) / 3 n².
            assertEquals((n - 1.0) / (3.0 * n), upTo.gini(), 1e-15);
            int eighty = upTo.countReaching(0.8).orElseThrow();
            double wanted = 0.8 * total;
            assertTrue(upTo.shareOfLargest(eighty) * total >= wanted - 1e-6);
            assertTrue(upTo.shareOfLargest(eighty - 1) * total < wanted);
        }
    }

    @Provide
    Arbitrary<double[]> amounts() {
        return someValues();
    }

    /** Money, ties, zeros, negative, unknown, great and small. */
    static Arbitrary<double[]> someValues() {
        Arbitrary<Double> value = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(-2000, 100_000).map(cents -> cents / 100.0)),
                Tuple.of(3, Arbitraries.of(0.0, -0.0, 5.0, 99.99)),
                Tuple.of(1, Arbitraries.of(1e-3, 3e15, -7e9, Double.NaN)));
        return value.list()
                .ofMaxSize(40)
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double[] shuffled(double[] values, Random random) {
        List<Double> list = new ArrayList<>(DoubleStream.of(values).boxed().toList());
        Collections.shuffle(list, random);
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Object> figures(Concentration concentration) {
        return List.of(
                concentration.size(),
                concentration.missing(),
                concentration.gini(),
                concentration.giniUnbiased(),
                concentration.hoover(),
                concentration.lorenz(0.37),
                concentration.topShare(0.2),
                concentration.countReaching(0.8),
                concentration.curve(7));
    }
}
