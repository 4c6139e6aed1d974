package dev.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @Test
    void aDoubleMeansItsShortestDecimalText() {
        assertTrue(0.07 * 100 > 7, "in binary, 7% of 100 is more than 7");
        assertEquals(7, Share.of(0.07).count(100, Rounding.CEILING));
    }

    @ParameterizedTest
    @CsvSource({"0.25,250,62,63,63", "0.10,24,2,2,3", "0.50,5,2,3,3", "0.10,0,0,0,0", "1,9,9,9,9", "0.001,9,0,0,1"})
    void countIsRoundedAsAsked(double share, long clients, long floor, long nearest, long ceiling) {
        assertEquals(floor, Share.of(share).count(clients, Rounding.FLOOR));
        assertEquals(nearest, Share.of(share).count(clients, Rounding.NEAREST));
        assertEquals(ceiling, Share.of(share).count(clients, Rounding.CEILING));
    }

    @Property
    void countIsThatOfDecimalArithmetic(
            @ForAll @IntRange(min = 1, max = 10_000) int tenThousandths, @ForAll @LongRange(min = 0) long clients) {
        BigDecimal exact = BigDecimal.valueOf(tenThousandths, 4).multiply(BigDecimal.valueOf(clients));
        Share share = Share.of(tenThousandths / 10_000.0);
        assertEquals(exact.setScale(0, RoundingMode.FLOOR).longValueExact(), share.count(clients, Rounding.FLOOR));
        assertEquals(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), share.count(clients, Rounding.NEAREST));
        assertEquals(exact.setScale(0, RoundingMode.CEILING).longValueExact(), share.count(clients, Rounding.CEILING));
    }

    @Test
    void fractionsAreExact() {
        assertEquals(333, Share.of(1, 3).count(999, Rounding.CEILING));
        assertEquals(Share.of(0.5), Share.of(3, 6));
        assertEquals(Share.of(0.5).hashCode(), Share.of(3, 6).hashCode());
        assertTrue(Share.of(1, 3).compareTo(Share.of(new BigDecimal("0.3333333333333333"))) > 0);
        assertEquals(1.0 / 3, Share.of(1, 3).toDouble());
    }

    @ParameterizedTest
    @CsvSource({"0.1,10%", "0.025,2.5%", "1,100%", "0.07,7%"})
    void textIsPercents(double share, String text) {
        assertEquals(text, Share.of(share).toString());
    }

    @Test
    void textOfAnEndlessDecimalIsAFraction() {
        assertEquals("1/3", Share.of(1, 3).toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void outsideIsRefused(double share) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Share.of(share));
        assertEquals("share must be in (0, 1], but was " + share, e.getMessage());
    }

    @Test
    void hugeExponentsAreRefusedAndNotWorkedOut() {
        assertThrows(IllegalArgumentException.class, () -> Share.of(new BigDecimal("1e-999999999")));
        assertThrows(IllegalArgumentException.class, () -> Share.of(new BigDecimal("1e999999999")));
    }

    @Test
    void fractionsOutsideAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Share.of(2, 1));
        assertThrows(IllegalArgumentException.class, () -> Share.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Share.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Share.of(-1, -2));
    }

    @Test
    void negativeNumbersOfClientsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Share.of(0.5).count(-1, Rounding.FLOOR));
    }
}
