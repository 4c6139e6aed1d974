package dev.segmentation.core.ranking;

/**
 * Which rank equal values get.
 *
 * <p>The values 9, 7, 7, 5, ranked from the largest:
 *
 * <table>
 *   <caption>Ranks by method</caption>
 *   <tr><th>method</th><th>9</th><th>7</th><th>7</th><th>5</th></tr>
 *   <tr><td>{@link #MIN}</td><td>1</td><td>2</td><td>2</td><td>4</td></tr>
 *   <tr><td>{@link #MAX}</td><td>1</td><td>3</td><td>3</td><td>4</td></tr>
 *   <tr><td>{@link #AVERAGE}</td><td>1</td><td>2.5</td><td>2.5</td><td>4</td></tr>
 *   <tr><td>{@link #DENSE}</td><td>1</td><td>2</td><td>2</td><td>3</td></tr>
 *   <tr><td>{@link #ORDINAL}</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>
 * </table>
 */
public enum TieMethod {
    // Each is a weighted sum, so that the loops that use it have no branch on the method. All terms are doubles: the
    // sum
    // of two places may exceed an int.

    /** The best of their places, as in a competition; {@code RANK()} of SQL. */
    MIN(1.0, 0.0, 0.0),
    /** The worst of their places. */
    MAX(0.0, 1.0, 0.0),
    /** The mean of their places; statisticians' rank. */
    AVERAGE(0.5, 0.5, 0.0),
    /** One more than the number of better values that differ; {@code DENSE_RANK()} of SQL. */
    DENSE(0.0, 0.0, 1.0),
    /** Their own places, in the order of the input; {@code ROW_NUMBER()} of SQL. It tells equal values apart. */
    ORDINAL(1.0, 0.0, 0.0);

    private final double firstWeight;
    private final double lastWeight;
    private final double groupWeight;

    TieMethod(double firstWeight, double lastWeight, double groupWeight) {
        this.firstWeight = firstWeight;
        this.lastWeight = lastWeight;
        this.groupWeight = groupWeight;
    }

    /**
     * Gives the rank of the first value of a run of equal ones, in the order of the input.
     *
     * @param start the number of values before the run
     * @param end the number of values before the run and in it
     * @param group the number of distinct values up to that of the run, itself included
     */
    double rank(int start, int end, int group) {
        return firstWeight * (start + 1.0) + lastWeight * end + groupWeight * group;
    }

    /** Gives what a rank counted from the start of a bucket lacks. */
    double offset(int valuesBefore, int groupsBefore) {
        return (firstWeight + lastWeight) * valuesBefore + groupWeight * groupsBefore;
    }

    /** Gives by how much the rank grows from one value of a run to the next in the order of the input. */
    double stepWithinTies() {
        return this == ORDINAL ? 1.0 : 0.0;
    }
}
