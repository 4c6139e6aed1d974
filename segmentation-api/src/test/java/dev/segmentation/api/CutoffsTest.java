package dev.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutoffsTest {

    private static final Share HALF = Share.of(0.5);

    @Test
    void tiersCountTheCutsAbove() {
        Cutoffs cutoffs = Cutoffs.of(4, List.of(cut(9, true, 0, 1), cut(5, false, 3, 1)));
        assertEquals(0, cutoffs.tier(9));
        assertEquals(1, cutoffs.tier(8));
        assertEquals(1, cutoffs.tier(5.5));
        assertEquals(2, cutoffs.tier(5), "the boundary itself lies below a cut that is not inclusive");
    }

    @Test
    void furtherKeysDecideTies() {
        Cutoffs cutoffs = Cutoffs.of(3, List.of(new Cut(HALF, 2, List.of(3.0, 100.0), true, 1, 1)));
        assertEquals(0, cutoffs.tier(3, 100));
        assertEquals(0, cutoffs.tier(4, 1));
        assertEquals(1, cutoffs.tier(3, 99));
        assertEquals(1, cutoffs.tier(2, 1000));
    }

    @Test
    void zerosAreEqual() {
        assertEquals(0, Cutoffs.of(1, List.of(cut(0.0, true, 0, 1))).tier(-0.0));
        assertEquals(0, Cutoffs.of(1, List.of(cut(-0.0, true, 0, 1))).tier(0.0));
    }

    @Test
    void nothingLiesAboveACutThatWantsNobody() {
        Cut none = new Cut(HALF, 0, List.of(Double.POSITIVE_INFINITY), false, 0, 0);
        assertEquals(1, Cutoffs.of(0, List.of(none)).tier(Double.POSITIVE_INFINITY));
    }

    @Test
    void unknownKeysAreRefused() {
        Cutoffs cutoffs = Cutoffs.of(1, List.of(cut(1, true, 0, 1)));
        Exception e = assertThrows(IllegalArgumentException.class, () -> cutoffs.tier(Double.NaN));
        assertEquals("a key must be known, but key 1 of 1 is NaN", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> cutoffs.tier(1, 2));
    }

    @Test
    void cutsMustNotShrink() {
        assertThrows(
                IllegalArgumentException.class, () -> Cutoffs.of(4, List.of(cut(5, true, 2, 1), cut(5, false, 2, 1))));
        assertThrows(IllegalArgumentException.class, () -> Cutoffs.of(1, List.of(cut(5, true, 2, 1))));
        assertThrows(IllegalArgumentException.class, () -> Cutoffs.of(1, List.of()));
    }

    @Test
    void aCutKnowsWhetherTheTiePolicyDecided() {
        assertTrue(new Cut(HALF, 2, List.of(7.0), true, 1, 2).isTied());
        assertFalse(new Cut(HALF, 3, List.of(7.0), true, 1, 2).isTied());
        assertEquals(3, new Cut(HALF, 2, List.of(7.0), true, 1, 2).count());
        assertEquals(1, new Cut(HALF, 2, List.of(7.0), false, 1, 2).count());
    }

    @Test
    void sharesMustRise() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> TopShares.of(0.25, 0.10));
        assertEquals("shares are cumulative and must rise, but 10% comes after 25% (cut 2 of 2)", e.getMessage());
        Exception outside = assertThrows(IllegalArgumentException.class, () -> TopShares.of(0.1, 0.2, 1.5, 0.9));
        assertEquals("share must be in (0, 1], but was 1.5 (cut 3 of 4)", outside.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TopShares.of());
    }

    @Test
    void aMinimumKeepsSmallBooksFromEmptyTiers() {
        TopShares shares = TopShares.of(0.10, 0.25, 0.50);
        assertArrayEquals(new long[] {0, 1, 2}, shares.counts(4));
        assertArrayEquals(new long[] {1, 2, 3}, shares.withMinimum(1).counts(4));
        assertArrayEquals(new long[] {2, 4, 4}, shares.withMinimum(2).counts(4));
        assertArrayEquals(new long[] {0, 0, 0}, shares.withMinimum(2).counts(0));
        assertArrayEquals(new long[] {100, 250, 500}, shares.withMinimum(1).counts(1000));
        assertThrows(IllegalArgumentException.class, () -> shares.withMinimum(-1));
    }

    @Test
    void arraysAreLabelledAsTheirValuesAre() {
        Cutoffs cutoffs = Cutoffs.of(4, List.of(cut(9, true, 0, 1), cut(5, false, 3, 1)));
        double[] keys = {9, 8, 5, Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertArrayEquals(new byte[] {0, 1, 2, -1, 2, 0, 2}, cutoffs.tiers(keys));
        byte[] part = new byte[keys.length];
        cutoffs.tiers(keys, 1, 3, part);
        assertArrayEquals(new byte[] {0, 1, 2, 0, 0, 0, 0}, part);
        assertThrows(IndexOutOfBoundsException.class, () -> cutoffs.tiers(keys, 0, 8, part));
    }

    /** All pairs of numbers that are easily mistaken for each other, cut by each pair of such pairs. */
    @Test
    void rowsOfTwoKeysAreLabelledTogetherAsTheyAreAlone() {
        double[] odd = {
            Double.POSITIVE_INFINITY,
            Double.MAX_VALUE,
            0x1p901,
            Math.nextUp(1.0),
            1.0,
            Double.MIN_VALUE,
            0.0,
            -0.0,
            -Double.MIN_VALUE,
            -0x1p900,
            -Double.MAX_VALUE,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        double[][] keys = new double[2][odd.length * odd.length];
        for (int row = 0; row < keys[0].length; row++) {
            keys[0][row] = odd[row / odd.length];
            keys[1][row] = odd[row % odd.length];
        }
        for (int better = 0; better < keys[0].length; better++) {
            for (int worse = better; worse < keys[0].length; worse++) {
                for (boolean inclusive : new boolean[] {true, false}) {
                    double[] boundary = {keys[0][better], keys[1][better], keys[0][worse], keys[1][worse]};
                    boolean isFalling =
                            boundary[0] > boundary[2] || (boundary[0] == boundary[2] && boundary[1] >= boundary[3]);
                    if (isFalling && Arrays.stream(boundary).noneMatch(Double::isNaN)) {
                        checkLabels(
                                keys,
                                Cutoffs.of(
                                        4,
                                        List.of(
                                                pair(1, boundary[0], boundary[1], inclusive),
                                                pair(2, boundary[2], boundary[3], inclusive))));
                    }
                }
            }
        }
    }

    private static Cut pair(long wanted, double first, double second, boolean inclusive) {
        return new Cut(Share.of(wanted, 4), wanted, List.of(first, second), inclusive, wanted - 1, 1);
    }

    private static void checkLabels(double[][] keys, Cutoffs cutoffs) {
        int[] tiers = cutoffs.tiers(keys);
        for (int row = 0; row < tiers.length; row++) {
            boolean isKnown = !Double.isNaN(keys[0][row]) && !Double.isNaN(keys[1][row]);
            int alone = isKnown ? cutoffs.tier(keys[0][row], keys[1][row]) : -1;
            if (tiers[row] != alone) {
                fail(cutoffs.cuts() + " must place " + keys[0][row] + ", " + keys[1][row] + " in " + alone
                        + ", but did in " + tiers[row]);
            }
        }
    }

    private static Cut cut(double key, boolean inclusive, long better, long tied) {
        return new Cut(Share.of(better + 1, 10), better + 1, List.of(key), inclusive, better, tied);
    }
}
