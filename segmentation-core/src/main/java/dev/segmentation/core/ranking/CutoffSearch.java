package dev.segmentation.core.ranking;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.TopShares;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Finds the cuts of cumulative top shares over rows that are not in one place: in passes of counting, each of which
 * partitions can do apart and merge in any grouping.
 *
 * <pre>{@code
 * CutoffSearch search = CutoffSearch.of(TopShares.of(0.10, 0.25, 0.50), 1);
 * while (!search.isDone()) {
 *     CutoffSearch.Counts all = search.counts();
 *     for (double[] partition : partitions) {
 *         CutoffSearch.Counts own = search.counts(); // on any thread or machine
 *         own.add(partition);
 *         all.merge(own);
 *     }
 *     search = search.next(all);
 * }
 * Cutoffs cutoffs = search.cutoffs();
 * }</pre>
 *
 * <p>The answer is that of {@link TopShareCuts} over all rows, to the bit. Each pass narrows the wanted keys down by 16
 * bits or a little fewer: about four or five passes a key. The counts of a pass take at most 1 MiB however many rows there
 * are, as long as not more than some thousand cuts are asked for; they are kept in {@code long}s and do not overflow.
 */
public final class CutoffSearch implements Serializable {

    private static final long serialVersionUID = 1;

    private final TopShares shares;
    private final int keys;

    /** Which key is being narrowed down; all before it are known. */
    private final int key;

    /** The number of rows, once the first pass has counted them. */
    private final long size;

    /** Rows that are equal in the keys before this one, and hold at least one boundary. */
    private final Group[] groups;

    private CutoffSearch(TopShares shares, int keys, int key, long size, Group... groups) {
        this.shares = shares;
        this.keys = keys;
        this.key = key;
        this.size = size;
        this.groups = groups;
    }

    /**
     * Starts a search.
     *
     * @param shares where to cut
     * @param keys how many keys a row has, 1 or more; greater is better, and the next ones break ties
     * @return the search before its first pass
     * @throws IllegalArgumentException if the number of keys is below 1
     */
    public static CutoffSearch of(TopShares shares, int keys) {
        if (keys < 1) {
            throw new IllegalArgumentException("there must be 1 key or more, but asked were " + keys);
        }
        Group all = new Group(new double[0], 0, KeyCounts.first(KeyCounts.MOST_CELL_BITS), new int[0], new long[0]);
        return new CutoffSearch(shares, keys, 0, -1, all);
    }

    /**
     * Says whether all boundaries are known.
     *
     * @return whether {@link #cutoffs} answers and no pass is left
     */
    public boolean isDone() {
        return key == keys;
    }

    /**
     * Gives empty counts for the pass that is due.
     *
     * @return counts to add rows to
     * @throws IllegalStateException if no pass is left
     */
    public Counts counts() {
        if (isDone()) {
            throw new IllegalStateException("there is no pass left: ask for the cut-offs");
        }
        return new Counts(this);
    }

    /**
     * Gives the search after a pass.
     *
     * @param all the merged counts of all rows, made for this pass
     * @return the search before its next pass, or done
     * @throws IllegalArgumentException if the counts are of another pass
     */
    public CutoffSearch next(Counts all) {
        if (all.key != key || all.passes.length != groups.length || isDone()) {
            throw new IllegalArgumentException("the counts must be of this pass, but are of another");
        }
        if (size < 0) {
            return afterFirstPass(all.passes[0]);
        }
        Group[] narrowed = new Group[groups.length];
        boolean isKnown = true;
        for (int g = 0; g < groups.length; g++) {
            // Groups of fewer cuts count more bits in a pass, and are done before others.
            narrowed[g] =
                    groups[g].pass.isLast() ? groups[g] : groups[g].withPass(all.passes[g].next(groups[g].positions));
            isKnown &= narrowed[g].pass.isLast();
        }
        CutoffSearch search = new CutoffSearch(shares, keys, key, size, narrowed);
        return isKnown ? search.nextKey() : search;
    }

    private CutoffSearch afterFirstPass(KeyCounts pass) {
        long counted = pass.counted();
        long[] wanted = shares.counts(counted);
        int first = 0;
        while (first < wanted.length && wanted[first] == 0) {
            first++; // nothing is to be looked for
        }
        if (first == wanted.length) {
            return new CutoffSearch(shares, keys, keys, counted);
        }
        int[] cuts = new int[wanted.length - first];
        Arrays.setAll(cuts, c -> c);
        for (int c = 0; c < cuts.length; c++) {
            cuts[c] += first;
        }
        long[] positions = Arrays.copyOfRange(wanted, first, wanted.length);
        Group all = new Group(new double[0], 0, pass.next(positions), cuts, positions);
        return new CutoffSearch(shares, keys, key, counted, all);
    }

    /** All boundaries of this key are known: rows equal to one of them become a group each. */
    private CutoffSearch nextKey() {
        List<Group> next = new ArrayList<>();
        boolean isLastKey = key + 1 == keys;
        int bits = KeyCounts.MOST_CELL_BITS
                - (Integer.SIZE - Integer.numberOfLeadingZeros(shares.shares().size() - 1));
        for (Group group : groups) {
            OrderStatistic[] boundaries = group.pass.statistics(group.positions);
            for (int i = 0; i < boundaries.length; i++) {
                OrderStatistic boundary = boundaries[i];
                int to = i;
                while (to + 1 < boundaries.length && boundaries[to + 1].key() == boundary.key() && !isLastKey) {
                    to++;
                }
                long[] positions = Arrays.copyOfRange(group.positions, i, to + 1);
                for (int p = 0; p < positions.length; p++) {
                    positions[p] -= boundary.better();
                }
                next.add(new Group(
                        append(group.keys, OrderedKeys.fromDescending(boundary.key())),
                        group.better + boundary.better(),
                        KeyCounts.first(Math.max(KeyCounts.FEWEST_CELL_BITS, bits)),
                        Arrays.copyOfRange(group.cuts, i, to + 1),
                        isLastKey ? new long[] {boundary.equal()} : positions));
                i = to;
            }
        }
        return new CutoffSearch(shares, keys, key + 1, size, next.toArray(new Group[0]));
    }

    private static double[] append(double[] keys, double key) {
        double[] more = Arrays.copyOf(keys, keys.length + 1);
        more[keys.length] = key;
        return more;
    }

    /**
     * Gives the cuts.
     *
     * @return the cuts
     * @throws IllegalStateException if a pass is left
     * @throws dev.segmentation.api.TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public Cutoffs cutoffs() {
        if (!isDone()) {
            throw new IllegalStateException("there is a pass left: add the rows to counts() and go on by next()");
        }
        Cut[] cuts = new Cut[shares.shares().size()];
        for (int c = 0; c < cuts.length; c++) {
            cuts[c] = TopShareCuts.nobody(shares, c, keys);
        }
        for (Group group : groups) {
            int c = group.cuts[0];
            cuts[c] = TopShareCuts.cut(
                    shares,
                    c,
                    shares.counts(size)[c],
                    Arrays.stream(group.keys).boxed().toList(),
                    group.better,
                    group.positions[0]);
        }
        return Cutoffs.of(size, List.of(cuts));
    }

    /** Gives one line: {@code CutoffSearch[key 1 of 2]}. */
    @Override
    public String toString() {
        return isDone() ? "CutoffSearch[done]" : "CutoffSearch[key " + (key + 1) + " of " + keys + "]";
    }

    /**
     * Rows that are equal in the keys known so far.
     *
     * <p>Once all keys are known, a group is one cut, and its only position is the number of rows equal to it.
     */
    private static final class Group implements Serializable {

        private static final long serialVersionUID = 1;

        private final double[] keys;
        private final long better;
        private final KeyCounts pass;
        private final int[] cuts;
        private final long[] positions;

        Group(double[] keys, long better, KeyCounts pass, int[] cuts, long[] positions) {
            this.keys = keys;
            this.better = better;
            this.pass = pass;
            this.cuts = cuts;
            this.positions = positions;
        }

        Group withPass(KeyCounts next) {
            return new Group(keys, better, next, cuts, positions);
        }
    }

    /** A builder of the counts of one pass: takes rows, and what others counted. Not safe for use by several threads. */
    public static final class Counts implements Serializable {

        private static final long serialVersionUID = 1;

        private final int keys;
        private final int key;
        private final double[][] knownKeys;
        private final KeyCounts[] passes;

        private Counts(CutoffSearch search) {
            this.keys = search.keys;
            this.key = search.key;
            this.knownKeys =
                    Arrays.stream(search.groups).map(group -> group.keys).toArray(double[][]::new);
            this.passes = Arrays.stream(search.groups)
                    .map(group -> group.pass.empty())
                    .toArray(KeyCounts[]::new);
        }

        /**
         * Takes one row by its keys.
         *
         * @param row as many keys as the search has; a row with a {@code NaN} is left out
         * @throws IllegalArgumentException if the number of keys differs
         */
        public void addRow(double... row) {
            if (row.length != keys) {
                throw new IllegalArgumentException("a row must have " + keys + " keys, but has " + row.length);
            }
            for (double value : row) {
                if (Double.isNaN(value)) {
                    return;
                }
            }
            for (int g = 0; g < passes.length; g++) {
                if (!passes[g].isLast() && startsWith(row, knownKeys[g])) {
                    passes[g].add(row[key]);
                }
            }
        }

        /**
         * Takes all values of an array, for a search by one key.
         *
         * @param values the values; {@code NaN} is left out. Neither changed nor kept.
         * @throws IllegalArgumentException if the search has more than one key
         */
        public void add(double[] values) {
            if (keys != 1) {
                throw new IllegalArgumentException("a row must have " + keys + " keys, but has 1");
            }
            passes[0].add(values, 0, values.length);
        }

        /**
         * Takes all that other counts of the same pass took.
         *
         * @param other the other counts; they stay as they are
         * @throws IllegalArgumentException if they are of another pass
         */
        public void merge(Counts other) {
            if (other.key != key
                    || other.keys != keys
                    || !Objects.deepEquals(other.knownKeys, knownKeys)
                    || other.passes.length != passes.length) {
                throw new IllegalArgumentException("the counts must be of one pass, but are of two");
            }
            for (int g = 0; g < passes.length; g++) {
                passes[g].merge(other.passes[g]);
            }
        }

        private static boolean startsWith(double[] row, double[] start) {
            for (int k = 0; k < start.length; k++) {
                if (row[k] != start[k]) {
                    return false;
                }
            }
            return true;
        }
    }
}
