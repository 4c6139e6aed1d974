package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.segmentation.api.Summary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SummaryAccumulatorTest {

    @Test
    void theExampleOfTheJavadoc() {
        assertEquals(new Summary(3, 1, 1, 7, 12, 4, 3), summary(4, 1, Double.NaN, 7));
    }

    @Test
    void ofNothingAndOfOne() {
        assertEquals(new Summary(0, 0, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN), summary());
        assertEquals(new Summary(1, 0, 5, 5, 5, 5, Double.NaN), summary(5));
    }

    @Test
    void nothingIsLostWhereDoublesCancel() {
        assertEquals(1, summary(1e16, 1, -1e16).sum());
        assertEquals(1e308, summary(1e308, 1e308, -1e308).sum());
        assertEquals(Double.POSITIVE_INFINITY, summary(1.7e308, 1.7e308).sum());
        assertEquals(1.7e308, summary(1.7e308, 1.7e308).mean());
        assertEquals(0, summary(0.1, 0.1, 0.1, 0.1).standardDeviation());
        assertEquals(
                Double.MIN_VALUE, summary(Double.MIN_VALUE, Double.MIN_VALUE, 0).standardDeviation());
    }

    @Test
    void infinitiesShow() {
        Summary up = summary(1, Double.POSITIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, up.sum());
        assertEquals(Double.NaN, up.standardDeviation());
        assertEquals(
                Double.NEGATIVE_INFINITY, summary(1, Double.NEGATIVE_INFINITY).mean());
        assertEquals(
                Double.NaN,
                summary(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).sum());
    }

    /** The oracle works in decimals without rounding, as far as decimals can. */
    @Property
    void isTheExactValueRoundedOnce(@ForAll("values") double[] values) {
        Summary summary = summary(values);
        BigDecimal total = DoubleStream.of(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(total.doubleValue() + 0.0, summary.sum() + 0.0);
        if (values.length > 0) {
            BigDecimal n = BigDecimal.valueOf(values.length);
            MathContext precise = new MathContext(2000);
            BigDecimal mean = total.divide(n, precise);
            assertEquals(mean.doubleValue() + 0.0, summary.mean() + 0.0);
            if (values.length > 1) {
                BigDecimal squares = DoubleStream.of(values)
                        .mapToObj(BigDecimal::new)
                        .map(value -> value.subtract(mean).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal variance = squares.divide(n.subtract(BigDecimal.ONE), precise);
                assertEquals(variance.sqrt(new MathContext(800)).doubleValue(), summary.standardDeviation());
            }
        }
    }

    @Property
    void neitherOrderNorGroupingShows(@ForAll("values") double[] values, @ForAll Random random) {
        List<Double> shuffled = DoubleStream.of(values).boxed().collect(java.util.stream.Collectors.toList());
        Collections.shuffle(shuffled, random);
        double[] other = shuffled.stream().mapToDouble(Double::doubleValue).toArray();
        int cut = random.nextInt(other.length + 1);
        SummaryAccumulator left = new SummaryAccumulator();
        left.add(Arrays.copyOfRange(other, cut, other.length));
        SummaryAccumulator right = new SummaryAccumulator();
        right.add(Arrays.copyOf(other, cut));
        left.merge(right);
        assertEquals(summary(values), left.summary());
    }

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(-1e6, 1e6).ofScale(2),
                        Arbitraries.doubles(),
                        Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1e300, -1e300, 0.1))
                .array(double[].class)
                .ofMaxSize(20);
    }

    private static Summary summary(double... values) {
        SummaryAccumulator accumulator = new SummaryAccumulator();
        accumulator.add(values);
        return accumulator.summary();
    }
}
