package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.Direction;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {

    private static final Ranking RANKING = Ranking.withDefaults();

    @Test
    void theTablesOfTheJavadoc() {
        assertArrayEquals(new double[] {1, 2, 2, 4}, RANKING.ranks(9.0, 7, 7, 5));
        assertArrayEquals(
                new double[] {1, 3, 3, 4}, RANKING.withTies(TieMethod.MAX).ranks(9.0, 7, 7, 5));
        assertArrayEquals(
                new double[] {1, 2.5, 2.5, 4},
                RANKING.withTies(TieMethod.AVERAGE).ranks(9.0, 7, 7, 5));
        assertArrayEquals(
                new double[] {1, 2, 2, 3}, RANKING.withTies(TieMethod.DENSE).ranks(9.0, 7, 7, 5));
        assertArrayEquals(
                new double[] {1, 2, 3, 4}, RANKING.withTies(TieMethod.ORDINAL).ranks(9.0, 7, 7, 5));
        double[] withNaN = {3, Double.NaN, 1, Double.NaN};
        assertArrayEquals(new double[] {1, Double.NaN, 2, Double.NaN}, RANKING.ranks(withNaN));
        assertArrayEquals(
                new double[] {1, 3, 2, 3}, RANKING.withNaN(NaNPolicy.WORST).ranks(withNaN));
        assertArrayEquals(
                new double[] {3, 1, 4, 1}, RANKING.withNaN(NaNPolicy.BEST).ranks(withNaN));
        assertArrayEquals(
                new double[] {1, 0.75, 0.75, 0.25}, RANKING.percentRanks(new double[] {9, 7, 7, 5}, PercentRank.WEAK));
        assertArrayEquals(
                new double[] {0.875, 0.5, 0.5, 0.125},
                RANKING.percentRanks(new double[] {9, 7, 7, 5}, PercentRank.MID));
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 3, 3}, RANKING.buckets(new double[] {7, 6, 5, 4, 3, 2, 1}, 3));
    }

    @Test
    void badArgumentsAreRefusedWithWhatAndWhere() {
        Exception nan = assertThrows(
                IllegalArgumentException.class,
                () -> RANKING.withNaN(NaNPolicy.REFUSE).ranks(1, Double.NaN));
        assertEquals("a value must be a number, but was NaN (at index 1)", nan.getMessage());
        Exception lengths =
                assertThrows(IllegalArgumentException.class, () -> RANKING.ranks(new double[][] {{1, 2}, {1}}));
        assertEquals("keys must be of one length, but key 1 has 2 and key 2 has 1", lengths.getMessage());
        assertThrows(IllegalArgumentException.class, () -> RANKING.ranks(new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> RANKING.buckets(new double[] {1}, 0));
        assertThrows(IllegalArgumentException.class, () -> RANKING.withThreads(Runnable::run, 0));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> RANKING.ranks(new double[3], 0, 3, new double[2], new Workspace()));
    }

    @Test
    void aRankNearTheLongestArrayDoesNotOverflow() {
        int most = Integer.MAX_VALUE;
        assertEquals(most - 0.5, TieMethod.AVERAGE.rank(most - 2, most, most));
        assertEquals(most - 1.0, TieMethod.MIN.rank(most - 2, most, most));
        assertEquals(most, TieMethod.MAX.rank(most - 2, most, most));
        assertEquals(most, TieMethod.DENSE.rank(most - 2, most, most));
        assertEquals(2.0 * most, TieMethod.MAX.offset(most, most) + TieMethod.MAX.rank(0, most, 1));
    }

    /** The oracle counts, for each value, how many are better and how many equal. */
    @Property(tries = 3000)
    void ranksFollowFromCountingWhoIsBetter(
            @ForAll Shape shape,
            @ForAll @IntRange(max = 130) int size,
            @ForAll long seed,
            @ForAll TieMethod ties,
            @ForAll Direction best) {
        double[] values = shape.make(size, new Random(seed));
        for (NaNPolicy nans : new NaNPolicy[] {NaNPolicy.KEEP, NaNPolicy.WORST, NaNPolicy.BEST}) {
            double[] ranks = RANKING.withTies(ties).withBest(best).withNaN(nans).ranks(values);
            double[] oracle = new double[size];
            for (int i = 0; i < size; i++) {
                oracle[i] = countedRank(values, i, ties, best, nans);
            }
            assertArrayEquals(oracle, ranks);
        }
    }

    private static double countedRank(double[] values, int i, TieMethod ties, Direction best, NaNPolicy nans) {
        if (nans == NaNPolicy.KEEP && Double.isNaN(values[i])) {
            return Double.NaN;
        }
        int better = 0;
        int equal = 0;
        int before = 0;
        java.util.Set<Double> betterValues = new java.util.HashSet<>();
        for (int j = 0; j < values.length; j++) {
            int compared = compare(values[j], values[i], best, nans);
            if (compared > 0) {
                better++;
                betterValues.add(values[j] + 0.0);
            } else if (compared == 0) {
                equal++;
                before += j < i ? 1 : 0;
            }
        }
        return switch (ties) {
            case MIN -> better + 1;
            case MAX -> better + equal;
            case AVERAGE -> better + (equal + 1) / 2.0;
            case DENSE -> betterValues.size() + 1;
            case ORDINAL -> better + before + 1;
        };
    }

    /** Gives above 0 where a is better than b, 0 where they are equal. */
    private static int compare(double a, double b, Direction best, NaNPolicy nans) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            int byNaN = Boolean.compare(Double.isNaN(a), Double.isNaN(b));
            return nans == NaNPolicy.BEST ? byNaN : -byNaN;
        }
        int compared = Double.compare(a + 0.0, b + 0.0);
        return best == Direction.HIGHER_IS_BETTER ? compared : -compared;
    }

    /** Every kernel, around each switch between them, on one thread and on several, against a plain sort. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void largeArraysRankAsAfterASort(Shape shape) {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (int size : new int[] {
                1000,
                ColumnRanker.DIRECT_LIMIT - 1,
                ColumnRanker.DIRECT_LIMIT,
                ColumnRanker.DIRECT_LIMIT + 1,
                Ranking.FEWEST_FOR_THREADS - 1,
                Ranking.FEWEST_FOR_THREADS,
                300_000
            }) {
                double[] values = shape.make(size, new Random(size));
                for (TieMethod ties : TieMethod.values()) {
                    double[] oracle = ranksBySorting(values, ties);
                    Ranking ranking = RANKING.withTies(ties);
                    assertArrayEquals(oracle, ranking.ranks(values), () -> shape + " " + size + " " + ties);
                    assertArrayEquals(
                            oracle,
                            ranking.withThreads(pool, 4).ranks(values),
                            () -> shape + " " + size + " " + ties + " on threads");
                }
            }
        } finally {
            pool.shutdown();
        }
    }

    /** Ranks from the largest, NaN kept. */
    private static double[] ranksBySorting(double[] values, TieMethod ties) {
        int[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(values[b] + 0.0, values[a] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        int group = 0;
        for (int start = 0; start < order.length; ) {
            int end = start + 1;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            group++;
            for (int i = start; i < end; i++) {
                ranks[order[i]] = switch (ties) {
                    case MIN -> start + 1;
                    case MAX -> end;
                    case AVERAGE -> (start + 1.0 + end) / 2;
                    case DENSE -> group;
                    case ORDINAL -> i + 1;
                };
            }
            start = end;
        }
        return ranks;
    }

    @Property(tries = 300)
    void wholeNumbersRankAsTheirDoublesDo(@ForAll int[] values, @ForAll TieMethod ties, @ForAll Direction best) {
        Ranking ranking = RANKING.withTies(ties).withBest(best);
        double[] doubles = Arrays.stream(values).asDoubleStream().toArray();
        assertArrayEquals(ranking.ranks(doubles), ranking.ranks(values));
        assertArrayEquals(
                ranking.ranks(doubles),
                ranking.ranks(Arrays.stream(values).asLongStream().toArray()));
    }

    @Test
    void longsBeyondTheExactDoublesAreToldApart() {
        assertArrayEquals(
                new double[] {2, 1, 4, 3},
                RANKING.ranks(Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1));
    }

    /** The oracle counts the rows that are better key by key. */
    @Property(tries = 500)
    void severalKeysBreakEachOthersTies(
            @ForAll Shape first,
            @ForAll Shape second,
            @ForAll Shape third,
            @ForAll @IntRange(max = 80) int size,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] keys = {first.make(size, random), second.make(size, random), third.make(size, random)};
        double[] ranks = RANKING.ranks(keys);
        for (int i = 0; i < size; i++) {
            int row = i;
            boolean isKnown = Arrays.stream(keys).noneMatch(key -> Double.isNaN(key[row]));
            double oracle = Double.NaN;
            if (isKnown) {
                oracle = 1
                        + IntStream.range(0, size)
                                .filter(other -> Arrays.stream(keys).noneMatch(key -> Double.isNaN(key[other])))
                                .filter(other -> isBetter(keys, other, row))
                                .count();
            }
            assertEquals(oracle, ranks[i]);
        }
    }

    private static boolean isBetter(double[][] keys, int a, int b) {
        for (double[] key : keys) {
            if (key[a] != key[b]) {
                return key[a] > key[b];
            }
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void partsRankAmongThemselvesWithAReusedWorkspace(Shape shape) {
        double[] values = shape.make(20_000, new Random(3));
        double[] ranks = new double[values.length];
        Workspace workspace = new Workspace();
        int from = 0;
        for (int size = 0; from + size <= values.length; size = (size * 3 + 1) % 2_000) {
            RANKING.ranks(values, from, from + size, ranks, workspace);
            assertArrayEquals(
                    RANKING.ranks(Arrays.copyOfRange(values, from, from + size)),
                    Arrays.copyOfRange(ranks, from, from + size));
            from += size;
        }
    }

    @Test
    void whatAThreadThrowsReachesTheCaller() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.shutdown();
        double[] values = Shape.UNIFORM.make(Ranking.FEWEST_FOR_THREADS, new Random(1));
        assertThrows(
                java.util.concurrent.RejectedExecutionException.class,
                () -> RANKING.withThreads(pool, 2).ranks(values));
    }
}
