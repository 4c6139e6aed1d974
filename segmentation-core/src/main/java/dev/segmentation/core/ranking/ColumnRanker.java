package dev.segmentation.core.ranking;

/** Chooses how to rank a column. */
final class ColumnRanker {
    /** The largest column that is ranked as one bucket: larger than those of a partition, as it saves the partition. */
    static final int DIRECT_LIMIT = 1 << 16;

    private ColumnRanker() {}

    /**
     * Writes the rank of each element, counted from 1, to the result.
     *
     * @param result as long as the column
     * @param workspace of the calling thread
     * @return the number of distinct keys
     */
    static int rank(KeyColumn column, TieMethod ties, double[] result, Workers workers, Workspace workspace) {
        int size = column.size();
        if (size == 0) {
            return 0;
        }
        if (size <= DIRECT_LIMIT) {
            workspace.reserveKeys(size);
            column.read(0, size, workspace.keys);
            return rankKeys(size, ties, result, 0, workspace);
        }
        int groups = MonotoneRanker.tryRank(column, ties, result, workspace.keys);
        if (groups > 0) {
            return groups;
        }
        KeySample sample = KeySample.of(column);
        groups = FewValuesRanker.tryRank(column, sample, ties, result, workers);
        if (groups > 0) {
            return groups;
        }
        return new PartitionRanker(column, sample, ties, result, workers).rank();
    }

    /**
     * Writes the ranks of a small part of an array, among themselves, to part of the result. Nothing
     * is allocated once the workspace has grown.
     *
     * @return whether one of the values is NaN
     */
    static boolean rankSmall(
            double[] values,
            int from,
            int to,
            boolean largestFirst,
            boolean nanBest,
            TieMethod ties,
            double[] result,
            int at,
            Workspace workspace) {
        workspace.reserveKeys(to - from);
        boolean hasNaN = DoubleColumn.read(values, from, to, largestFirst, nanBest, workspace.keys);
        rankKeys(to - from, ties, result, at, workspace);
        return hasNaN;
    }

    private static int rankKeys(int size, TieMethod ties, double[] result, int at, Workspace workspace) {
        long[] keys = workspace.keys;
        int groups = BucketRanker.rankInPlace(keys, 0, size, ties, workspace);
        for (int i = 0; i < size; i++) {
            result[at + i] = Double.longBitsToDouble(keys[i]);
        }
        return groups;
    }
}
