package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoKeySelectionTest {

    private static final TopShares SHARES = TopShares.of(0.10, 0.25, 0.50);

    /** Whether found in one pass or in several, around the switch, on one thread and on several: they are where a sort says. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void rowsAreCutWhereASortSays(Shape second) {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        int turn = 0;
        try {
            for (Shape first : List.of(
                    Shape.ALL_EQUAL,
                    Shape.TWO_VALUES,
                    Shape.NINE_VALUES,
                    Shape.HUNDRED_VALUES,
                    Shape.SOME_UNKNOWN,
                    Shape.EXTREMES,
                    Shape.MOSTLY_ZERO)) {
                // By turns below the switch, at it and above.
                int size = TwoKeySelection.FEWEST - 1 + turn++ % 3;
                Random random = new Random(size);
                double[][] keys = {first.make(size, random), second.make(size, random)};
                int[] sorted = sorted(keys);
                for (TopShares shares :
                        List.of(SHARES, TopShares.of(0.001), TopShares.of(0.3, 0.31, 1), TopShares.of(1.0))) {
                    assertCutWhereASortSays(keys, sorted, shares, pool);
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Grades of a few criteria, some rare, of every magnitude; ties in both keys, unknown ones in either. */
    @Property(tries = 40)
    void mixturesAreCutWhereASortSays(
            @ForAll long seed, @ForAll Rounding rounding, @ForAll boolean promotes, @ForAll boolean isLow) {
        Random random = new Random(seed);
        int size = TwoKeySelection.FEWEST + random.nextInt(10_000);
        double[] values = new Mixture(random, size).make(2 + random.nextInt(isLow ? 5 : 70));
        double[][] keys = {new double[size], new Mixture(random, size).make(size)};
        for (int row = 0; row < size; row++) {
            boolean isRare = random.nextInt(1000) == 0;
            keys[0][row] = isRare ? random.nextGaussian() : values[(int) (values.length * random.nextDouble())];
        }
        double base = 0.9 * random.nextDouble() + 0.001;
        TopShares shares = (random.nextBoolean() ? SHARES : TopShares.of(base, base + 0.01, base + 0.09))
                .withRounding(rounding)
                .withTies(promotes ? TiePolicy.PROMOTE : TiePolicy.DEMOTE)
                .withMinimum(random.nextInt(3));
        assertCutWhereASortSays(keys, sorted(keys), shares, Runnable::run);
    }

    @Test
    void fewValuesInFrontTakeOnePass() {
        Random random = new Random(1);
        double[] few = Shape.NINE_VALUES.make(200_000, random);
        double[] many = Shape.REVENUE_IN_CENTS.make(200_000, random);
        assertNotNull(select(few, many, SHARES));
        assertNull(select(many, few, SHARES), "too many values in front");
        assertNull(select(few, many, TopShares.of(0.1, 0.2, 0.3, 0.4)), "too many cuts");
        double[] two = Shape.TWO_VALUES.make(200_000, random);
        assertNull(select(two, two, TopShares.of(0.1, 0.6)), "too many rows are tied");
        assertNull(select(Shape.ALL_EQUAL.make(200_000, random), many, SHARES), "too many ends at one value");
        assertNull(select(few, Shape.ALL_UNKNOWN.make(200_000, random), SHARES), "nothing is known");
    }

    /** The sample takes one row of each stride; the rows around are others. */
    @Test
    void aSampleThatMisleadsIsNoticed() {
        int size = 200_000;
        Random random = new Random(2);
        double[][] keys = {Shape.NINE_VALUES.make(size, random), Shape.UNIFORM.make(size, random)};
        for (int place : KeySample.places(size, TwoKeySelection.ROWS_PER_PLACE)) {
            keys[1][place] += 1_000;
            keys[0][place] += 1_000 * random.nextInt(2);
        }
        assertNull(TwoKeySelection.trySelect(keys, Workers.callerOnly(), SHARES::counts));
        assertCutWhereASortSays(keys, sorted(keys), SHARES, Runnable::run);
    }

    private static TwoKeySelection.@Nullable Selected select(double[] first, double[] second, TopShares shares) {
        return TwoKeySelection.trySelect(new double[][] {first, second}, Workers.callerOnly(), shares::counts);
    }

    private static void assertCutWhereASortSays(
            double[][] keys, int[] sorted, TopShares shares, java.util.concurrent.Executor executor) {
        Cutoffs cutoffs = TopShareCuts.of(keys, shares);
        assertEquals(cutoffs, TopShareCuts.of(keys, shares, executor, 4));
        assertEquals(sorted.length, cutoffs.size());
        long[] wanted = shares.counts(sorted.length);
        for (int c = 0; c < wanted.length; c++) {
            Cut cut = cutoffs.cuts().get(c);
            if (wanted[c] == 0) {
                assertEquals(0, cut.count());
                continue;
            }
            int from = (int) wanted[c] - 1;
            int to = from + 1;
            Comparator<Integer> order = order(keys);
            int at = sorted[from];
            while (from > 0 && order.compare(sorted[from - 1], at) == 0) {
                from--;
            }
            while (to < sorted.length && order.compare(sorted[to], at) == 0) {
                to++;
            }
            assertEquals(List.of(keys[0][at] + 0.0, keys[1][at] + 0.0), cut.boundary());
            assertEquals(from, cut.better());
            assertEquals(to - from, cut.tied());
        }
    }

    /** The rows without an unknown key, the best first. */
    private static int[] sorted(double[][] keys) {
        return IntStream.range(0, keys[0].length)
                .filter(row -> !Double.isNaN(keys[0][row]) && !Double.isNaN(keys[1][row]))
                .boxed()
                .sorted(order(keys))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Comparator<Integer> order(double[][] keys) {
        Comparator<Integer> byFirst = Comparator.comparingDouble(row -> -keys[0][row] + 0.0);
        return byFirst.thenComparingDouble(row -> -keys[1][row] + 0.0);
    }
}
