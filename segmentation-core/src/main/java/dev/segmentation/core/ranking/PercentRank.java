package dev.segmentation.core.ranking;

/**
 * Where a value stands among others as a fraction from 0 to 1.
 *
 * <p>The first two follow the ranks, as the window functions of SQL:2003 do with the same order: the best has the least.
 * The other three say which part of the values is worse, as percentile scores do: the best has the most. In numbers, for
 * 9, 7, 7, 5 ranked from the largest:
 *
 * <table>
 *   <caption>Fractions by definition</caption>
 *   <tr><th>definition</th><th>9</th><th>7</th><th>7</th><th>5</th></tr>
 *   <tr><td>{@link #PERCENT_RANK}</td><td>0</td><td>1/3</td><td>1/3</td><td>1</td></tr>
 *   <tr><td>{@link #CUME_DIST}</td><td>0.25</td><td>0.75</td><td>0.75</td><td>1</td></tr>
 *   <tr><td>{@link #WEAK}</td><td>1</td><td>0.75</td><td>0.75</td><td>0.25</td></tr>
 *   <tr><td>{@link #STRICT}</td><td>0.75</td><td>0.25</td><td>0.25</td><td>0</td></tr>
 *   <tr><td>{@link #MID}</td><td>0.875</td><td>0.5</td><td>0.5</td><td>0.125</td></tr>
 * </table>
 *
 * <p>Each is one division of whole numbers, so equal values get equal bits.
 */
public enum PercentRank {
    /** (rank − 1) / (n − 1), with the rank of {@link TieMethod#MIN}; 0 where there is one value alone. */
    PERCENT_RANK(TieMethod.MIN, 1, 0, -1, 1),
    /** The part of the values that are as good or better. */
    CUME_DIST(TieMethod.MAX, 1, 0, 0, 0),
    /** The part of the values that are as good or worse. */
    WEAK(TieMethod.MIN, -1, 1, 1, 0),
    /** The part of the values that are worse. */
    STRICT(TieMethod.MAX, -1, 1, 0, 0),
    /** The mean of {@link #WEAK} and {@link #STRICT}: equal values count half. */
    MID(TieMethod.AVERAGE, -1, 1, 0.5, 0);

    // Numbers rather than a method each: one loop without a call then serves all of them.

    private final TieMethod ties;
    private final double rankWeight;
    private final double sizeWeight;
    private final double constant;
    private final int notCounted;

    /** (rankWeight · rank + sizeWeight · n + constant) / (n − notCounted). */
    PercentRank(TieMethod ties, double rankWeight, double sizeWeight, double constant, int notCounted) {
        this.ties = ties;
        this.rankWeight = rankWeight;
        this.sizeWeight = sizeWeight;
        this.constant = constant;
        this.notCounted = notCounted;
    }

    /** Gives the method of the ranks that the fraction is made of. */
    TieMethod ties() {
        return ties;
    }

    /**
     * Gives the fraction of a rank of that method among n values. A value that is none of the n has the rank of a run of
     * none, behind the better ones.
     */
    double fraction(double rank, long n) {
        return n == notCounted ? 0.0 : Math.min(1.0, (rankWeight * rank + shift(n)) / (n - notCounted));
    }

    /** Replaces the ranks of all of n values by their fractions; a NaN stays one. */
    void replaceByFractions(double[] ranks, long n) {
        // Where none but the one value counts, that is the best: 0 out of 1.
        double divisor = Math.max(1, n - notCounted);
        double shift = shift(n);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (rankWeight * ranks[i] + shift) / divisor;
        }
    }

    private double shift(long n) {
        return sizeWeight * n + constant;
    }
}
