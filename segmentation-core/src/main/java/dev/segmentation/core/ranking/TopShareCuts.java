package dev.segmentation.core.ranking;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TiedCutException;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

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
            Boundary[] boundaries = Arrays.stream(selected.found())
                    .map(at -> new Boundary(List.of(OrderedKeys.fromDescending(at.key())), at.better(), at.equal()))
                    .toArray(Boundary[]::new);
            return cutoffs(shares, selected.known(), 1, boundaries);
        }
        int size = KnownRows.count(keys);
        double[][] known = size == keys[0].length ? keys : KnownRows.select(keys, KnownRows.of(keys));
        long[] positions = positions(shares, size);
        Boundary[] boundaries = positions.length == 0 ? new Boundary[0] : boundaries(known, 0, positions, workers);
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
                cuts[c] = cut(shares, c, wanted[c], boundary.keys, boundary.better, boundary.tied);
            }
        }
        return Cutoffs.of(size, List.of(cuts));
    }

    /** Gives the rows at some rising positions, by a key and the keys behind it. */
    private static Boundary[] boundaries(double[][] keys, int key, long[] positions, Workers workers) {
        OrderStatistic[] found = Selection.select(keys[key], workers, positions);
        Boundary[] boundaries = new Boundary[positions.length];
        for (int p = 0; p < positions.length; ) {
            OrderStatistic at = found[p];
            double value = OrderedKeys.fromDescending(at.key());
            int to = p + 1;
            while (to < positions.length && found[to].key() == at.key()) {
                to++;
            }
            if (key + 1 == keys.length) {
                Arrays.fill(boundaries, p, to, new Boundary(List.of(value), at.better(), at.equal()));
            } else {
                double[][] tied = behind(keys, key, value, (int) at.equal());
                long[] within = Arrays.stream(positions, p, to)
                        .map(position -> position - at.better())
                        .toArray();
                Boundary[] inside = boundaries(tied, 0, within, workers);
                for (int i = p; i < to; i++) {
                    boundaries[i] = inside[i - p].behind(value, at.better());
                }
            }
            p = to;
        }
        return boundaries;
    }

    /** Gives the keys behind one, of the rows in which that one has a value. */
    private static double[][] behind(double[][] keys, int key, double value, int count) {
        double[][] behind = new double[keys.length - key - 1][count];
        int last = count - 1;
        for (int k = 0; k < behind.length; k++) {
            double[] from = keys[key + 1 + k];
            double[] to = behind[k];
            int found = 0;
            // Written always and kept where the row is one of them: which one is next is anyone's guess.
            for (int row = 0; found < last; row++) {
                to[found] = from[row];
                found += keys[key][row] == value ? 1 : 0;
            }
            for (int row = keys[key].length - 1; found == last; row--) {
                to[found] = from[row];
                found += keys[key][row] == value ? 1 : 0;
            }
        }
        return behind;
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

    /** The keys of a row at a wanted position, and how many rows are better and equal. */
    private static final class Boundary {

        private final List<Double> keys;
        private final long better;
        private final long tied;

        Boundary(List<Double> keys, long better, long tied) {
            this.keys = keys;
            this.better = better;
            this.tied = tied;
        }

        /** Gives the same as seen with one more key in front. */
        Boundary behind(double key, long betterBefore) {
            List<Double> more = new ArrayList<>(keys.size() + 1);
            more.add(key);
            more.addAll(keys);
            return new Boundary(more, betterBefore + better, tied);
        }
    }
}
