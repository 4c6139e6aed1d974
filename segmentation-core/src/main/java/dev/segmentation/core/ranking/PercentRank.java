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
    PERCENT_RANK {
        @Override
        double of(long better, long equal, long n) {
            return n == 1 ? 0.0 : Math.min(1.0, (double) better / (n - 1));
        }
    },
    /** The part of the values that are as good or better. */
    CUME_DIST {
        @Override
        double of(long better, long equal, long n) {
            return (double) (better + equal) / n;
        }
    },
    /** The part of the values that are as good or worse. */
    WEAK {
        @Override
        double of(long better, long equal, long n) {
            return (double) (n - better) / n;
        }
    },
    /** The part of the values that are worse. */
    STRICT {
        @Override
        double of(long better, long equal, long n) {
            return (double) (n - better - equal) / n;
        }
    },
    /** The mean of {@link #WEAK} and {@link #STRICT}: equal values count half. */
    MID {
        @Override
        double of(long better, long equal, long n) {
            return (2.0 * (n - better) - equal) / (2.0 * n);
        }
    };

    /** Gives the fraction of a value, of n values of which some are better and some equal. */
    abstract double of(long better, long equal, long n);
}
