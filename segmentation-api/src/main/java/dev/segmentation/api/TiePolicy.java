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
 *   <tr><td>{@link #MAJORITY}</td><td>9 (one of three 7s lies above, two below)</td></tr>
 *   <tr><td>{@link #REFUSE}</td><td>refused with a {@link TiedCutException}</td></tr>
 * </table>
 */
public enum TiePolicy {
    /** All go up. */
    PROMOTE,
    /** All go down. */
    DEMOTE,
    /** All go where more of them lie; down where the cut halves them. Equal values get the grade of their middle. */
    MAJORITY,
    /** None is placed: the cut fails. */
    REFUSE;

    /**
     * Says whether clients tied across a cut go up.
     *
     * @param tied how many are tied; 2 or more
     * @param inside how many of them lie above the cut when counted off; at least 1, fewer than {@code tied}
     * @return whether they go up; for {@link #REFUSE} it does not answer
     * @throws IllegalStateException for {@link #REFUSE}
     */
    public boolean promotes(long tied, long inside) {
        return switch (this) {
            case PROMOTE -> true;
            case DEMOTE -> false;
            case MAJORITY -> inside > tied - inside;
            case REFUSE -> throw new IllegalStateException("a cut with this policy fails before it is asked");
        };
    }
}
