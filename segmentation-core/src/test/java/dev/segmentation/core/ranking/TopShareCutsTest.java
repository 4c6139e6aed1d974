package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TiedCutException;
import dev.segmentation.api.TopShares;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopShareCutsTest {

    private static final TopShares SHARES = TopShares.of(0.10, 0.25, 0.50);

    @Test
    void tiesGoAsThePolicySays() {
        double[][] keys = {{9, 7, 7, 7, 5}};
        TopShares two = TopShares.of(0.4);
        assertEquals(4, above(keys, two.withTies(TiePolicy.PROMOTE)));
        assertEquals(1, above(keys, two.withTies(TiePolicy.DEMOTE)));
        Exception e = assertThrows(TiedCutException.class, () -> TopShareCuts.of(keys, two.withTies(TiePolicy.REFUSE)));
        assertEquals(
                "a cut must not go through equal clients, but the one at 40% goes through 3 of them (cut 1 of 1)",
                e.getMessage());
        assertEquals(4, above(keys, TopShares.of(0.8).withTies(TiePolicy.REFUSE)), "no tie is cut at 80%");
    }

    @Test
    void furtherKeysBreakTiesBeforeThePolicyIsAsked() {
        double[][] keys = {{2, 2, 2, 1}, {5, 6, 7, 9}};
        assertEquals(2, above(keys, TopShares.of(0.5).withTies(TiePolicy.REFUSE)));
    }

    @Test
    void ofNobodyEveryCutLiesAboveAll() {
        Cutoffs cutoffs = TopShareCuts.of(new double[][] {{}}, SHARES);
        assertEquals(0, cutoffs.size());
        assertEquals(3, cutoffs.tier(Double.POSITIVE_INFINITY));
    }

    @Test
    void unknownKeysTakeNoPart() {
        assertEquals(
                2,
                TopShareCuts.of(new double[][] {{Double.NaN, 3, 1}, {1, 1, 1}}, SHARES)
                        .size());
    }

    @Test
    void lengthsMustAgree() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> TopShareCuts.of(new double[][] {{1, 2}, {1}}, SHARES));
        assertEquals("keys must be of one length, but key 1 has 2 and key 2 has 1", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TopShareCuts.of(new double[0][], SHARES));
    }

    /** Whichever way the boundary is found, around every switch, on one thread and on several: it is where a sort says. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void largeArraysAreCutWhereASortSays(Shape shape) {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (int size : new int[] {
                1,
                Selection.SORT_LIMIT - 1,
                Selection.SORT_LIMIT,
                Selection.SORT_LIMIT + 1,
                Ranking.FEWEST_FOR_THREADS,
                250_000
            }) {
                double[] key = shape.make(size, new Random(size));
                double[] sorted = Distribution.of(key).sorted();
                // More positions and fewer than intervals are compared at once; ends, and near each other.
                for (TopShares shares : List.of(
                        TopShares.of(0.001, 0.10, 0.25, 0.50, 1),
                        SHARES,
                        TopShares.of(0.3, 0.301, 1),
                        TopShares.of(0.001))) {
                    assertCutWhereASortSays(shape + " " + size, key, sorted, shares, pool);
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void assertCutWhereASortSays(
            String what, double[] key, double[] sorted, TopShares shares, ExecutorService pool) {
        Cutoffs cutoffs = TopShareCuts.of(new double[][] {key}, shares);
        assertEquals(cutoffs, TopShareCuts.of(new double[][] {key}, shares, pool, 4), what);
        assertEquals(sorted.length, cutoffs.size(), what);
        for (Cut cut : cutoffs.cuts()) {
            if (cut.wanted() > 0) {
                double boundary = sorted[sorted.length - (int) cut.wanted()];
                assertEquals(List.of(boundary), cut.boundary(), what);
                assertEquals(
                        Arrays.stream(sorted).filter(value -> value > boundary).count(), cut.better(), what);
                assertEquals(
                        Arrays.stream(sorted).filter(value -> value == boundary).count(), cut.tied(), what);
            }
        }
        byte[] tiers = cutoffs.tiers(key);
        for (int i = 0; i < key.length; i++) {
            assertEquals(Double.isNaN(key[i]) ? -1 : cutoffs.tier(key[i]), tiers[i], what);
        }
    }

    /** A small crowd of values that differ in the last bits only, between two cuts that lie close together. */
    @Test
    void cutsOnBothSidesOfACrowdAreWhereASortSays() {
        int size = 300_000;
        for (int start = 280; start < 300; start += 2) {
            double[] key = new double[size];
            Random random = new Random(start);
            for (int i = 0; i < size; i++) {
                int place = random.nextInt(1000);
                key[i] = place < start
                        ? 2 + random.nextDouble()
                        : place < start + 10 ? 1 + random.nextInt(1 << 20) * 0x1p-52 : random.nextDouble() / 2;
            }
            double[] sorted = Distribution.of(key).sorted();
            for (int permille = 320; permille < 360; permille += 2) {
                TopShares shares = TopShares.of(0.25, permille / 1000.0);
                for (Cut cut : TopShareCuts.of(new double[][] {key}, shares).cuts()) {
                    assertEquals(List.of(sorted[size - (int) cut.wanted()]), cut.boundary(), shares::toString);
                }
            }
        }
    }

    /** Many of few values that are as close as doubles can be: with a cut at each, their intervals nearly meet. */
    @ParameterizedTest
    @MethodSource("neighbours")
    void cutsAmongNeighboursAreWhereASortSays(double[] few) {
        int size = 120_000;
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (int seed = 0; seed < 20; seed++) {
                Random random = new Random(seed);
                double[] key = new double[size];
                for (int i = 0; i < size; i++) {
                    key[i] = random.nextInt(3) > 0 ? few[random.nextInt(few.length)] : random.nextGaussian();
                }
                double[] sorted = Distribution.of(key).sorted();
                TopShares shares = TopShares.of(0.01 + 0.3 * random.nextDouble(), 0.5, 0.6 + 0.4 * random.nextDouble());
                assertCutWhereASortSays(Arrays.toString(few) + " " + seed, key, sorted, shares, pool);
            }
        } finally {
            pool.shutdown();
        }
    }

    static List<double[]> neighbours() {
        double signalling = Double.longBitsToDouble(0x7ff0000000000001L);
        return List.of(
                new double[] {1, Math.nextUp(1.0), Math.nextUp(Math.nextUp(1.0)), Math.nextDown(1.0)},
                new double[] {Double.NEGATIVE_INFINITY, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.MAX_VALUE},
                new double[] {-0.0, 0.0, Double.MIN_VALUE, -Double.MIN_VALUE},
                new double[] {signalling, -signalling, Double.NaN, Double.POSITIVE_INFINITY});
    }

    @Property(tries = 150)
    void mixturesAreCutWhereASortSays(@ForAll long seed) {
        Random random = new Random(seed);
        int size = (int) (4000 * Math.pow(2, 5 * random.nextDouble()));
        double[] key = new Mixture(random, size).make(size);
        TreeSet<Double> places = new TreeSet<>();
        double base = random.nextDouble();
        for (int c = 1 + random.nextInt(4); c > 0; c--) {
            double close = base + (random.nextDouble() - 0.5) * (random.nextBoolean() ? 0.2 : 0.02);
            double place = random.nextInt(3) == 0 ? random.nextDouble() : close;
            places.add(Math.min(1, Math.max(1, Math.round(place * 100_000)) / 100_000.0));
        }
        TopShares shares =
                TopShares.of(places.stream().mapToDouble(Double::doubleValue).toArray());
        double[] sorted = Distribution.of(key).sorted();
        Cutoffs cutoffs = TopShareCuts.of(new double[][] {key}, shares);
        assertEquals(sorted.length, cutoffs.size());
        for (Cut cut : cutoffs.cuts()) {
            if (cut.wanted() > 0) {
                double boundary = sorted[sorted.length - (int) cut.wanted()];
                assertEquals(List.of(boundary), cut.boundary());
                assertEquals(
                        Arrays.stream(sorted).filter(value -> value > boundary).count(), cut.better());
                assertEquals(
                        Arrays.stream(sorted).filter(value -> value == boundary).count(), cut.tied());
            }
        }
    }

    /** The oracle counts, for each row, the rows that are better and those that are equal. */
    @Property
    void aTierFollowsFromCountingWhoIsBetter(
            @ForAll("keys") double[] first,
            @ForAll("keys") double[] second,
            @ForAll Rounding rounding,
            @ForAll("deciding") TiePolicy ties) {
        int n = Math.min(first.length, second.length);
        double[][] keys = {Arrays.copyOf(first, n), Arrays.copyOf(second, n)};
        Cutoffs cutoffs = TopShareCuts.of(keys, SHARES.withRounding(rounding).withTies(ties));
        long known = count(keys, row -> isKnown(keys, row));
        assertEquals(known, cutoffs.size());
        long[] wanted = SHARES.withRounding(rounding).counts(known);
        for (int row = 0; row < n; row++) {
            if (!isKnown(keys, row)) {
                continue;
            }
            int self = row;
            long better = count(keys, other -> compare(keys, other, self) > 0);
            long equal = count(keys, other -> compare(keys, other, self) == 0);
            int tier = 0;
            for (long k : wanted) {
                boolean isAbove = switch (ties) {
                    case PROMOTE -> better < k;
                    case DEMOTE -> better + equal <= k;
                    default -> 2 * (k - better) > equal;
                };
                tier += isAbove ? 0 : 1;
            }
            assertEquals(tier, cutoffs.tier(keys[0][row], keys[1][row]));
        }
    }

    /** Large enough for every way of finding them: few values first, ties at several cuts, unknown ones in either key. */
    @Property(tries = 60)
    void largeBooksOfTwoKeysAreCutAsCountingInPassesDoes(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 3_000 + random.nextInt(60_000);
        double[] few = {1, 1.2, -0.0, 0.0, 2, 7, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -3};
        int values = 1 + random.nextInt(few.length);
        boolean isUnknown = random.nextBoolean();
        double[][] keys = {new double[size], new Mixture(random, size).make(size), new double[size]};
        for (int row = 0; row < size; row++) {
            keys[0][row] = isUnknown && random.nextInt(50) == 0 ? Double.NaN : few[random.nextInt(values)];
            keys[2][row] = few[random.nextInt(few.length)];
        }
        for (double[][] some : List.of(keys, Arrays.copyOf(keys, 2), new double[][] {keys[1], keys[0]})) {
            TopShares shares = random.nextBoolean() ? SHARES : TopShares.of(0.01, 0.02, 0.3, 0.31, 0.9, 1);
            CutoffSearch search = CutoffSearch.of(shares, some.length);
            while (!search.isDone()) {
                CutoffSearch.Counts counts = search.counts();
                for (int row = 0; row < size; row++) {
                    int self = row;
                    counts.addRow(
                            Arrays.stream(some).mapToDouble(key -> key[self]).toArray());
                }
                search = search.next(counts);
            }
            Cutoffs cutoffs = TopShareCuts.of(some, shares);
            assertEquals(search.cutoffs(), cutoffs);
            assertTiersAreThoseOneByOne(cutoffs, some);
        }
    }

    private static void assertTiersAreThoseOneByOne(Cutoffs cutoffs, double[][] keys) {
        int[] tiers = cutoffs.tiers(keys);
        double[] expected = TopShareOracleTest.tiers(cutoffs, keys);
        for (int row = 0; row < tiers.length; row++) {
            assertEquals(expected[row], tiers[row]);
        }
    }

    @Property(tries = 60)
    void whereLessIsBetterTheTurnedValuesAreCut(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(20_000);
        double[] values = new Mixture(random, size).make(size);
        double[] turned = Arrays.stream(values).map(value -> -value).toArray();
        for (TopShares shares : List.of(SHARES, TopShares.of(0.3), SHARES.withTies(TiePolicy.DEMOTE))) {
            assertEquals(
                    TopShareCuts.of(new double[][] {turned}, shares),
                    TopShareCuts.of(values, Direction.LOWER_IS_BETTER, shares));
            assertEquals(
                    TopShareCuts.of(new double[][] {values}, shares),
                    TopShareCuts.of(values, Direction.HIGHER_IS_BETTER, shares));
        }
    }

    /** Cuts at and around every value that is compared in a way of its own. */
    @Property
    void rowsOfTwoKeysAreLabelledAsOneByOne(@ForAll("keys") double[] first, @ForAll("keys") double[] second) {
        int n = Math.min(first.length, second.length);
        double[][] keys = {Arrays.copyOf(first, n), Arrays.copyOf(second, n)};
        for (TiePolicy ties : List.of(TiePolicy.PROMOTE, TiePolicy.DEMOTE)) {
            for (TopShares shares : List.of(TopShares.of(0.5), TopShares.of(0.1, 0.6), SHARES)) {
                assertTiersAreThoseOneByOne(TopShareCuts.of(keys, shares.withTies(ties)), keys);
            }
        }
    }

    @Provide
    Arbitrary<double[]> keys() {
        return Arbitraries.of(
                        Double.NaN,
                        -0.0,
                        0.0,
                        1.0,
                        2.0,
                        3.0,
                        Double.MIN_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        -1e300)
                .array(double[].class)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<TiePolicy> deciding() {
        return Arbitraries.of(TiePolicy.PROMOTE, TiePolicy.DEMOTE);
    }

    private static long above(double[][] keys, TopShares shares) {
        return TopShareCuts.of(keys, shares).cuts().get(0).count();
    }

    private static long count(double[][] keys, java.util.function.IntPredicate which) {
        return java.util.stream.IntStream.range(0, keys[0].length).filter(which).count();
    }

    private static boolean isKnown(double[][] keys, int row) {
        return !Double.isNaN(keys[0][row]) && !Double.isNaN(keys[1][row]);
    }

    /** Gives 1 where row a is better, -1 where b is, 0 where they are equal or one is unknown and is not compared. */
    private static int compare(double[][] keys, int a, int b) {
        if (!isKnown(keys, a)) {
            return -2;
        }
        for (double[] key : keys) {
            if (key[a] != key[b]) {
                return key[a] > key[b] ? 1 : -1;
            }
        }
        return 0;
    }
}
