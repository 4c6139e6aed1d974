package dev.segmentation.core.ranking;

import dev.segmentation.api.Direction;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * How to rank: which end is best, what equal values get, what unknown ones get, and on how many threads.
 *
 * <pre>{@code
 * Ranking ranking = Ranking.withDefaults().withTies(TieMethod.AVERAGE);
 * ranking.ranks(7, 9, 5, 7)  // {2.5, 1, 4, 2.5}
 * }</pre>
 *
 * <p>Ranks start at 1, and 1 is best. Unless told otherwise the largest value is best, equal values share the best of
 * their places ({@link TieMethod#MIN}), unknown values get none ({@link NaNPolicy#KEEP}), and the calling thread does the
 * work alone. {@code -0.0} and {@code 0.0} are equal; infinities rank.
 *
 * <p>The ranks are aligned with the input, which is neither changed nor kept. They are the same to the bit for any number
 * of threads. Takes time linear in the number of values for all but contrived ones, where it takes n log n, and some 17
 * bytes a value, the result included; by several keys up to 60 bytes a row. Arrays may be as long as Java allows: no count overflows.
 */
public final class Ranking {

    /** Below this many values the hand-over to other threads costs more than it saves. */
    static final int FEWEST_FOR_THREADS = 100_000;

    private final Direction best;
    private final TieMethod ties;
    private final NaNPolicy nans;
    private final Workers workers;

    private Ranking(Direction best, TieMethod ties, NaNPolicy nans, Workers workers) {
        this.best = Objects.requireNonNull(best, "best");
        this.ties = Objects.requireNonNull(ties, "ties");
        this.nans = Objects.requireNonNull(nans, "nans");
        this.workers = workers;
    }

    /**
     * Gives the usual ranking.
     *
     * @return a ranking
     */
    public static Ranking withDefaults() {
        return new Ranking(Direction.HIGHER_IS_BETTER, TieMethod.MIN, NaNPolicy.KEEP, Workers.callerOnly());
    }

    /**
     * Gives the same ranking with another end as the best.
     *
     * @param newBest which values are better
     * @return another ranking
     */
    public Ranking withBest(Direction newBest) {
        return new Ranking(newBest, ties, nans, workers);
    }

    /**
     * Gives the same ranking with other ranks for equal values.
     *
     * @param newTies what equal values get
     * @return another ranking
     */
    public Ranking withTies(TieMethod newTies) {
        return new Ranking(best, newTies, nans, workers);
    }

    /**
     * Gives the same ranking with another policy for unknown values.
     *
     * @param newNans what {@code NaN} gets
     * @return another ranking
     */
    public Ranking withNaN(NaNPolicy newNans) {
        return new Ranking(best, ties, newNans, workers);
    }

    /**
     * Gives the same ranking, done by several threads where there are enough values for that to pay.
     *
     * <p>The calling thread is one of them and takes over what the executor has not begun, so a busy executor slows the
     * work but cannot block it.
     *
     * @param executor runs the others
     * @param threads how many, the calling one included; 1 or more
     * @return another ranking
     * @throws IllegalArgumentException if the number of threads is below 1
     */
    public Ranking withThreads(Executor executor, int threads) {
        return new Ranking(best, ties, nans, Workers.on(executor, threads));
    }

    /**
     * Ranks values.
     *
     * @param values the values
     * @return the rank of each
     * @throws IllegalArgumentException if one is {@code NaN} and that is refused
     */
    public double[] ranks(double... values) {
        checkNaN(values, 0, values.length);
        double[] ranks = new double[values.length];
        DoubleColumn column = column(values);
        rank(column, ranks);
        if (column.hasNaN()) {
            keepNaN(values, 0, values.length, ranks);
        }
        return ranks;
    }

    /**
     * Ranks whole numbers.
     *
     * @param values the values
     * @return the rank of each
     */
    public double[] ranks(long... values) {
        double[] ranks = new double[values.length];
        rank(new LongColumn(values, isLargestFirst()), ranks);
        return ranks;
    }

    /**
     * Ranks whole numbers.
     *
     * @param values the values
     * @return the rank of each
     */
    public double[] ranks(int... values) {
        double[] ranks = new double[values.length];
        rank(new IntColumn(values, isLargestFirst()), ranks);
        return ranks;
    }

    /**
     * Ranks rows by several keys: the first decides, the next ones break its ties.
     *
     * <p>With {@link NaNPolicy#KEEP} a row with any unknown key gets the rank {@code NaN} and does not count; with {@link
     * NaNPolicy#WORST} and {@link NaNPolicy#BEST} it is worst or best in that key.
     *
     * @param keys one array a key, all of one length
     * @return the rank of each row
     * @throws IllegalArgumentException if there is no key, the lengths differ, or one is {@code NaN} and that is refused
     */
    public double[] ranks(double[][] keys) {
        int size = KnownRows.count(keys);
        if (nans == NaNPolicy.REFUSE) {
            for (double[] key : keys) {
                checkNaN(key, 0, key.length);
            }
        }
        if (nans != NaNPolicy.KEEP || size == keys[0].length) {
            return rowRanks(keys);
        }
        int[] known = KnownRows.of(keys);
        double[] ranks = new double[keys[0].length];
        Arrays.fill(ranks, Double.NaN);
        double[] ofKnown = rowRanks(KnownRows.select(keys, known));
        for (int i = 0; i < known.length; i++) {
            ranks[known[i]] = ofKnown[i];
        }
        return ranks;
    }

    private double[] rowRanks(double[][] keys) {
        KeyColumn[] columns = Arrays.stream(keys).map(this::column).toArray(KeyColumn[]::new);
        double[] ranks = new double[keys[0].length];
        TupleRanker.rank(columns, ties, ranks, workersFor(ranks.length), new Workspace());
        return ranks;
    }

    /**
     * Ranks part of an array among themselves, for those who rank very many small arrays: with a workspace kept between
     * calls it allocates nothing.
     *
     * @param values the values
     * @param from the first to rank
     * @param to the one behind the last to rank
     * @param result takes the ranks at the same places
     * @param workspace buffers of the calling thread
     * @throws IndexOutOfBoundsException if the part is not within both arrays
     * @throws IllegalArgumentException if a value of the part is {@code NaN} and that is refused
     */
    public void ranks(double[] values, int from, int to, double[] result, Workspace workspace) {
        Objects.checkFromToIndex(from, to, Math.min(values.length, result.length));
        checkNaN(values, from, to);
        boolean hasNaN = ColumnRanker.rankSmall(
                values, from, to, isLargestFirst(), nans == NaNPolicy.BEST, ties, result, from, workspace);
        if (hasNaN) {
            keepNaN(values, from, to, result);
        }
    }

    /**
     * Gives where each value stands as a fraction. The tie method does not matter: each definition has its own.
     *
     * @param values the values
     * @param definition which fraction
     * @return a fraction from 0 to 1 for each value; {@code NaN} for those that keep no rank
     * @throws IllegalArgumentException if one is {@code NaN} and that is refused
     */
    public double[] percentRanks(double[] values, PercentRank definition) {
        double[] fractions = withTies(definition.ties()).ranks(values);
        definition.replaceByFractions(
                fractions, nans == NaNPolicy.KEEP ? KnownRows.count(fractions, 0, fractions.length) : values.length);
        return fractions;
    }

    /**
     * Deals the values into buckets of equal size, the best into the first, as {@code NTILE} of SQL:2003 does: where it
     * does not come out even, the first buckets have one more.
     *
     * <p>Seven values in three buckets are dealt 3, 2, 2. It splits equal values, by the order of the input; {@link
     * EqualCountBins} does not.
     *
     * @param values the values
     * @param buckets how many; 1 or more
     * @return the bucket of each value, from 1; 0 for those that keep no rank
     * @throws IllegalArgumentException if the number of buckets is below 1, or a value is {@code NaN} and that is refused
     */
    public int[] buckets(double[] values, int buckets) {
        if (buckets < 1) {
            throw new IllegalArgumentException("there must be 1 bucket or more, but asked were " + buckets);
        }
        double[] places = withTies(TieMethod.ORDINAL).ranks(values);
        int n = KnownRows.count(places, 0, places.length);
        int small = n / buckets;
        long inLarge = (long) (n % buckets) * (small + 1);
        int[] dealt = new int[values.length];
        for (int i = 0; i < dealt.length; i++) {
            if (!Double.isNaN(places[i])) {
                int place = (int) places[i] - 1;
                dealt[i] = 1 + (place < inLarge ? place / (small + 1) : n % buckets + (int) (place - inLarge) / small);
            }
        }
        return dealt;
    }

    private void rank(KeyColumn column, double[] ranks) {
        ColumnRanker.rank(column, ties, ranks, workersFor(ranks.length), new Workspace());
    }

    private Workers workersFor(int size) {
        return size < FEWEST_FOR_THREADS ? Workers.callerOnly() : workers;
    }

    private DoubleColumn column(double[] values) {
        return new DoubleColumn(values, isLargestFirst(), nans == NaNPolicy.BEST);
    }

    private boolean isLargestFirst() {
        return best == Direction.HIGHER_IS_BETTER;
    }

    private void checkNaN(double[] values, int from, int to) {
        if (nans == NaNPolicy.REFUSE) {
            for (int i = from; i < to; i++) {
                if (Double.isNaN(values[i])) {
                    throw new IllegalArgumentException("a value must be a number, but was NaN (at index " + i + ")");
                }
            }
        }
    }

    /** Kept ones were ranked as the worst, so that nobody else's rank has changed. */
    private void keepNaN(double[] values, int from, int to, double[] ranks) {
        if (nans == NaNPolicy.KEEP) {
            for (int i = from; i < to; i++) {
                if (Double.isNaN(values[i])) {
                    ranks[i] = Double.NaN;
                }
            }
        }
    }

    /** Gives one line: {@code Ranking[HIGHER_IS_BETTER, MIN, KEEP]}. */
    @Override
    public String toString() {
        return "Ranking[" + best + ", " + ties + ", " + nans + "]";
    }
}
