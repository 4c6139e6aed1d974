package dev.segmentation.core.ranking;

/**
 * What becomes of values that are {@code NaN}, unknown, when values are ranked.
 *
 * <p>The values 3, NaN, 1, NaN, ranked from the largest with {@link TieMethod#MIN}:
 *
 * <table>
 *   <caption>Ranks by policy</caption>
 *   <tr><th>policy</th><th>3</th><th>NaN</th><th>1</th><th>NaN</th></tr>
 *   <tr><td>{@link #KEEP}</td><td>1</td><td>NaN</td><td>2</td><td>NaN</td></tr>
 *   <tr><td>{@link #WORST}</td><td>1</td><td>3</td><td>2</td><td>3</td></tr>
 *   <tr><td>{@link #BEST}</td><td>3</td><td>1</td><td>4</td><td>1</td></tr>
 *   <tr><td>{@link #REFUSE}</td><td colspan="4">refused, with the place of the first one</td></tr>
 * </table>
 */
public enum NaNPolicy {
    /** They get the rank {@code NaN} and do not count: the others are ranked as if they were not there. */
    KEEP,
    /** They are equal to each other and worse than every number. */
    WORST,
    /** They are equal to each other and better than every number. */
    BEST,
    /** There must be none. */
    REFUSE
}
