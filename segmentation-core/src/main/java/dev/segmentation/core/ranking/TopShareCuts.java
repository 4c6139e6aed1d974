package dev.segmentation.core.ranking;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TiedCutException;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Finds the cuts of cumulative top shares over arrays.
 *
 * <p>Half of the keys 9, 7, 7, 5 is two; the second best key is 7, and both 7s go up with {@link TiePolicy#PROMOTE}:
 *
 * <pre>{@code
 * double[][] keys = {{9, 7, 7, 5}};
 * TopShareCuts.of(keys, TopShares.of(0.5)).cuts().get(0).count() // 3
 * }</pre>
 *
 * <p>No large array is sorted: a sample tells about where the wanted keys lie, and counting finds them exactly, in time linear
 * in the number of rows, whatever their order and however many are tied. Rows in several places are cut by {@link CutoffSearch}.
 */
public final class TopShareCuts {

    private TopShareCuts() {}

    /**
     * Finds the cuts of rows by their keys, on the calling thread.
     *
     * <p>Of no rows, every cut lies above everything.
     *
     * @param keys one array a key, all of one length, compared one after the other; greater is better. A row with a
     *     {@code NaN} is left out. Neither changed nor kept.
     * @param shares where to cut
     * @return the cuts
     * @throws IllegalArgumentException if there is no key or the lengths differ
     * @throws TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public static Cutoffs of(double[][] keys, TopShares shares) {
        return of(keys, shares, Workers.callerOnly());
    }

    /**
     * Finds the cuts of rows by one number, on the calling thread.
     *
     * @param values the numbers; a {@code NaN} is left out. Neither changed nor kept.
     * @param direction which way is better; the boundaries are turned so that greater is better
     * @param shares where to cut
     * @return the cuts
     * @throws TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public static Cutoffs of(double[] values, Direction direction, TopShares shares) {
        if (direction == Direction.HIGHER_IS_BETTER) {
            return of(new double[][] {values}, shares);
        }
        // What is best from one end is found from the other: no column need be turned.
        Selection.Selected selected =
                Selection.select(values, Workers.callerOnly(), known -> fromOtherEnd(positions(shares, known), known));
        OrderStatistic[] found = selected.found();
        Boundary[] boundaries = new Boundary[found.length];
        for (int p = 0; p < found.length; p++) {
            OrderStatistic at = found[found.length - 1 - p];
            double turned = 0.0 - OrderedKeys.fromDescending(at.key());
            boundaries[p] = new Boundary(List.of(turned), selected.known() - at.better() - at.equal(), at.equal());
        }
        return cutoffs(shares, selected.known(), 1, boundaries);
    }

    /**
     * Finds the cuts of rows by one number of which few values differ, each of which comes so many times.
     *
     * <p>Of 9 that comes once, 7 that comes twice and 5 that comes once, the cut of half the rows lies at 7.
     *
     * @param values the numbers, in any order; a {@code NaN} is left out, and equal ones count together. Neither changed nor kept.
     * @param counts how many rows have each, 0 or more
     * @param direction which way is better; the boundaries are turned so that greater is better
     * @param shares where to cut
     * @return the cuts, the same as of the rows one by one
     * @throws IllegalArgumentException if the lengths differ or a count is negative
     * @throws TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public static Cutoffs of(double[] values, long[] counts, Direction direction, TopShares shares) {
        if (values.length != counts.length) {
            throw new IllegalArgumentException("there must be a count for each value, but there are " + values.length
                    + " values and " + counts.length + " counts");
        }
        SortedMap<Double, Long> bestFirst = new TreeMap<>(Comparator.reverseOrder());
        for (int v = 0; v < values.length; v++) {
            if (counts[v] < 0) {
                throw new IllegalArgumentException("counts must be 0 or more, but count " + (v + 1) + " of "
                        + counts.length + " was " + counts[v]);
            }
            if (!Double.isNaN(values[v]) && counts[v] > 0) {
                bestFirst.merge(direction.orient(values[v]) + 0.0, counts[v], Math::addExact);
            }
        }
        long size = bestFirst.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        long[] positions = positions(shares, size);
        Boundary[] boundaries = new Boundary[positions.length];
        long better = 0;
        int next = 0;
        for (Map.Entry<Double, Long> value : bestFirst.entrySet()) {
            for (; next < positions.length && positions[next] <= better + value.getValue(); next++) {
                boundaries[next] = new Boundary(List.of(value.getKey()), better, value.getValue());
            }
            better += value.getValue();
        }
        return cutoffs(shares, size, 1, boundaries);
    }

    private static long[] fromOtherEnd(long[] positions, long size) {
        long[] turned = new long[positions.length];
        for (int p = 0; p < turned.length; p++) {
            turned[p] = size + 1 - positions[positions.length - 1 - p];
        }
        return turned;
    }

    /**
     * Finds the same cuts on several threads, where there are enough rows for that to pay.
     *
     * @param keys one array a key, as above
     * @param shares where to cut
     * @param executor runs the other threads; the calling one takes over what it has not begun
     * @param threads how many, the calling one included; 1 or more
     * @return the cuts, the same to the bit for any number of threads
     * @throws IllegalArgumentException if there is no key, the lengths differ, or the number of threads is below 1
     * @throws TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public static Cutoffs of(double[][] keys, TopShares shares, Executor executor, int threads) {
        Workers workers = Workers.on(executor, threads);
        boolean pays = keys.length > 0 && keys[0].length >= Ranking.FEWEST_FOR_THREADS;
        return of(keys, shares, pays ? workers : Workers.callerOnly());
    }

    private static Cutoffs of(double[][] keys, TopShares shares, Workers workers) {
        if (keys.length == 1) {
            Selection.Selected selected = Selection.select(keys[0], workers, known -> positions(shares, known));
            Boundary[] boundaries =
                    Arrays.stream(selected.found()).map(Boundary::of).toArray(Boundary[]::new);
            return cutoffs(shares, selected.known(), 1, boundaries);
        }
        KnownRows.checkLengths(keys);
        if (TwoKeySelection.isFor(keys)) {
            TwoKeySelection.Selected selected =
                    TwoKeySelection.trySelect(keys, workers, known -> positions(shares, known));
            if (selected != null) {
                return cutoffs(shares, selected.known(), keys.length, selected.found());
            }
        }
        int size = KnownRows.count(keys);
        double[][] known = size == keys[0].length ? keys : KnownRows.select(keys, KnownRows.of(keys));
        long[] positions = positions(shares, size);
        Boundary[] boundaries = positions.length == 0 ? new Boundary[0] : boundaries(known, positions, workers);
        return cutoffs(shares, size, keys.length, boundaries);
    }

    /** Gives the last row that each cut wants; cuts that want nobody come first and are left out. */
    private static long[] positions(TopShares shares, long size) {
        return Arrays.stream(shares.counts(size)).filter(wanted -> wanted > 0).toArray();
    }

    private static Cutoffs cutoffs(TopShares shares, long size, int keys, Boundary... boundaries) {
        long[] wanted = shares.counts(size);
        Cut[] cuts = new Cut[wanted.length];
        int first = wanted.length - boundaries.length;
        for (int c = 0; c < cuts.length; c++) {
            if (c < first) {
                cuts[c] = nobody(shares, c, keys);
            } else {
                Boundary boundary = boundaries[c - first];
                cuts[c] = cut(shares, c, wanted[c], boundary.keys(), boundary.better(), boundary.tied());
            }
        }
        return Cutoffs.of(size, List.of(cuts));
    }

    /** Gives the rows at some rising positions, by the first key and the keys behind it. */
    static Boundary[] boundaries(double[][] keys, long[] positions, Workers workers) {
        OrderStatistic[] found = Selection.select(keys[0], workers, positions);
        if (keys.length == 1) {
            return Arrays.stream(found).map(Boundary::of).toArray(Boundary[]::new);
        }
        OrderStatistic[] different = Arrays.stream(found).distinct().toArray(OrderStatistic[]::new);
        double[][][] tied = TiedRows.behind(keys, different);
        List<Boundary> boundaries = new ArrayList<>();
        for (int g = 0; g < different.length; g++) {
            OrderStatistic at = different[g];
            long[] within = IntStream.range(0, positions.length)
                    .filter(p -> found[p].equals(at))
                    .mapToLong(p -> positions[p] - at.better())
                    .toArray();
            for (Boundary inside : boundaries(tied[g], within, workers)) {
                boundaries.add(inside.behind(at));
            }
        }
        return boundaries.toArray(new Boundary[0]);
    }

    /** Gives the cut that wants nobody: it lies above everything. */
    static Cut nobody(TopShares shares, int c, int keys) {
        List<Double> above = Collections.nCopies(keys, Double.POSITIVE_INFINITY);
        return new Cut(shares.shares().get(c), 0, above, false, 0, 0);
    }

    /** Gives the cut at a boundary, with ties decided. */
    static Cut cut(TopShares shares, int c, long wanted, List<Double> boundary, long better, long tied) {
        long inside = wanted - better;
        if (inside < tied && shares.ties() == TiePolicy.REFUSE) {
            throw new TiedCutException(
                    c + 1, shares.shares().size(), shares.shares().get(c), tied);
        }
        boolean inclusive = inside == tied || shares.ties() == TiePolicy.PROMOTE;
        return new Cut(shares.shares().get(c), wanted, boundary, inclusive, better, tied);
    }
}
