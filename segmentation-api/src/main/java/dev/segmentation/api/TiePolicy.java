package dev.segmentation.api;

/**
 * What happens to clients with equal keys where a cut would go through the middle of them.
 *
 * <p>They stay together in every case. With keys 9, 7, 7, 7, 5 and a cut after the second client:
 *
 * <table>
 *   <caption>Clients above the cut</caption>
 *   <tr><th>policy</th><th>above the cut</th></tr>
 *   <tr><td>{@link #PROMOTE}</td><td>9, 7, 7, 7</td></tr>
 *   <tr><td>{@link #DEMOTE}</td><td>9</td></tr>
 *   <tr><td>{@link #REFUSE}</td><td>refused with a {@link TiedCutException}</td></tr>
 * </table>
 */
public enum TiePolicy {
    /** All go up. */
    PROMOTE,
    /** All go down. */
    DEMOTE,
    /** None is placed: the cut fails with a {@link TiedCutException}. */
    REFUSE
}
