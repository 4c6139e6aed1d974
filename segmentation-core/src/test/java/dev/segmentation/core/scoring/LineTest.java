package dev.segmentation.core.scoring;

import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Book;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final double UNKNOWN = Double.NaN;
    private static final double BEYOND_ALL = Double.POSITIVE_INFINITY;

    @Test
    void anAmountIsWhereTheLineLies() {
        FittedLine above = fit(Line.above(10), REVENUE, 1, 2);
        assertEquals(new FittedLine(10, false), above);
        assertFalse(above.isPassedBy(10));
        assertTrue(above.isPassedBy(Math.nextUp(10.0)));
        FittedLine atLeast = fit(Line.atLeast(10), REVENUE);
        assertEquals(new FittedLine(10, true), atLeast);
        assertTrue(atLeast.isPassedBy(10));
        assertFalse(atLeast.isPassedBy(Math.nextDown(10.0)));
        assertFalse(above.isPassedBy(UNKNOWN));
        assertFalse(atLeast.isPassedBy(UNKNOWN));
        assertTrue(new FittedLine(0.0, true).isPassedBy(-0.0), "there is one zero");
    }

    @Test
    void theMedianByHand() {
        assertEquals(new FittedLine(3, false), fit(Line.aboveMedian(), REVENUE, 5, 3, 1));
        assertEquals(new FittedLine(2.5, false), fit(Line.aboveMedian(), REVENUE, 4, 3, 2, 1));
        assertEquals(new FittedLine(3, false), fit(Line.aboveMedian(), REVENUE, 9, 3, 3, 1));
        assertEquals(new FittedLine(7, false), fit(Line.aboveMedian(), REVENUE, 7, 7, 7, 7));
        assertEquals(new FittedLine(7, false), fit(Line.aboveMedian(), REVENUE, 7));
        assertEquals(new FittedLine(1.5, false), fit(Line.aboveMedian(), REVENUE, 2, UNKNOWN, 1));
        assertEquals(new FittedLine(BEYOND_ALL, false), fit(Line.aboveMedian(), REVENUE));
        assertEquals(new FittedLine(BEYOND_ALL, false), fit(Line.aboveMedian(), REVENUE, UNKNOWN));
        double most = Double.MAX_VALUE;
        assertEquals(new FittedLine(most, false), fit(Line.aboveMedian(), REVENUE, most, most));
        // Turned, so that fewer hours are better.
        assertEquals(new FittedLine(-2, false), fit(Line.aboveMedian(), HOURS, 1, 2, 9));
    }

    @Test
    void theTopShareByHand() {
        assertEquals(new FittedLine(40, true), fit(Line.topShare(0.25), REVENUE, 10, 20, 30, 40));
        assertEquals(
                new FittedLine(30, true), fit(Line.topShare(0.25), REVENUE, 10, 20, 30, 30), "equal ones together");
        assertEquals(new FittedLine(10, true), fit(Line.topShare(1), REVENUE, 10, 20, UNKNOWN));
        assertFalse(fit(Line.topShare(0.25), REVENUE, 10).isPassedBy(Double.MAX_VALUE), "a quarter of one is nobody");
        assertFalse(fit(Line.topShare(0.25), REVENUE).isPassedBy(Double.MAX_VALUE));
        assertEquals(new FittedLine(-1, true), fit(Line.topShare(0.25), HOURS, 1, 2, 3, 4));
    }

    @Property
    void theMedianFollowsFromSorting(@ForAll("values") double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int half = known.length / 2;
        double median = known.length == 0
                ? BEYOND_ALL
                : known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
        assertEquals(median, fit(Line.aboveMedian(), REVENUE, values).amount());
    }

    @Property
    void theTopShareFollowsFromSorting(@ForAll("values") double[] values, @ForAll("shares") BigDecimal share) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int wanted = share.multiply(BigDecimal.valueOf(known.length))
                .add(new BigDecimal("0.5"))
                .intValue();
        FittedLine line = fit(Line.topShare(share.doubleValue()), REVENUE, values);
        for (double value : known) {
            assertEquals(wanted > 0 && value >= known[known.length - wanted], line.isPassedBy(value));
        }
    }

    @Provide
    Arbitrary<double[]> values() {
        return Arbitraries.of(UNKNOWN, -2.5, 0.0, 1.0, 2.0, 3.0, 5.5, 100.0)
                .array(double[].class)
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<BigDecimal> shares() {
        return Arbitraries.integers().between(1, 100).map(percent -> BigDecimal.valueOf(percent, 2));
    }

    @Test
    void aLineIsReadBackFromPlainData() {
        for (Line line : List.of(Line.above(-0.5), Line.atLeast(5_000), Line.aboveMedian(), Line.topShare(0.25))) {
            Line read = Line.from(Settings.empty().with("line", line.plain()), "line");
            assertEquals(line, read);
            assertEquals(line.hashCode(), read.hashCode());
        }
        assertNotEquals(Line.above(1), Line.atLeast(1));
        assertNotEquals(Line.above(1), Line.above(2));
        assertEquals(
                List.of("above 0.0", "top_share 0.25", "above_median"),
                List.of(
                        Line.above(0).toString(),
                        Line.topShare(0.25).toString(),
                        Line.aboveMedian().toString()));
        Exception e = assertThrows(InvalidSettingsException.class, () -> Line.from(Settings.empty(), "line"));
        assertEquals("setting line must be there, but is not", e.getMessage());
    }

    @Test
    void aFittedLineIsReadBackFromPlainData() {
        for (double amount : new double[] {0, -0.1, 1e300, BEYOND_ALL}) {
            FittedLine line = new FittedLine(amount, true);
            assertEquals(line, FittedLine.from(Settings.of(line.settings().toMap())));
        }
        Exception lacking =
                assertThrows(InvalidSettingsException.class, () -> FittedLine.from(Settings.of(Map.of("amount", 1))));
        assertEquals("setting inclusive must be there, but is not", lacking.getMessage());
        Exception wrong = assertThrows(
                InvalidSettingsException.class,
                () -> FittedLine.from(Settings.of(Map.of("amount", 1, "inclusive", "yes"))));
        assertEquals("setting inclusive must be true or false, but was 'yes'", wrong.getMessage());
    }

    @Test
    void aFittedLineIsSaidInWords() {
        assertEquals("at least 2", new FittedLine(2, true).toString());
        assertEquals("above 0.5", new FittedLine(0.5, false).toString());
        assertEquals("above Infinity", new FittedLine(BEYOND_ALL, false).toString());
        assertEquals("above 1.0E300", new FittedLine(1e300, false).toString());
    }

    private static FittedLine fit(Line line, Measure measure, double... values) {
        BookAppender book = Books.appender(List.of(measure));
        for (double value : values) {
            book.add("C-" + book.size(), value);
        }
        return line.fit(book.build(), Ordering.by(measure));
    }

    @Test
    void anAmountOfAMeasureOfWhichLessIsBetterIsPassedFromBelow() {
        Book book = Books.appender(List.of(Measure.HOURS)).build();
        FittedLine line = Line.atLeast(10).fit(book, Measure.HOURS);
        assertTrue(line.isPassedBy(Measure.HOURS.direction().orient(10)));
        assertTrue(line.isPassedBy(Measure.HOURS.direction().orient(9)));
        assertFalse(line.isPassedBy(Measure.HOURS.direction().orient(11)));
        assertEquals("at most 10", line.words(Measure.HOURS.direction()));
        assertEquals("below 10", Line.above(10).fit(book, Measure.HOURS).words(Measure.HOURS.direction()));
    }
}
