package dev.segmentation.core.ranking;

/**
 * Ranks by several columns, the first deciding before the second and so on.
 *
 * <p>Columns are packed into one code as long as their ranges fit into 63 bits together. When the
 * next one does not fit, the code is replaced by its dense rank, which needs no more bits than the
 * number of rows does; when that is not enough, so is the column.
 */
final class TupleRanker {
    private static final int CODE_BITS = Long.SIZE - 1;

    private final double[] result;
    private final Workers workers;
    private final Workspace workspace;

    private TupleRanker(double[] result, Workers workers, Workspace workspace) {
        this.result = result;
        this.workers = workers;
        this.workspace = workspace;
    }

    /**
     * Writes the rank of each row, counted from 1, to the result.
     *
     * @param columns at least one, all as long as the result
     * @return the number of distinct rows
     */
    static int rank(KeyColumn[] columns, TieMethod ties, double[] result, Workers workers, Workspace workspace) {
        TupleRanker ranker = new TupleRanker(result, workers, workspace);
        KeyColumn code = columns[0];
        for (int i = 1; i < columns.length; i++) {
            code = ranker.packed(code, columns[i]);
        }
        return ColumnRanker.rank(code, ties, result, workers, workspace);
    }

    private KeyColumn packed(KeyColumn first, KeyColumn second) {
        KeyRange firstRange = KeyRange.of(first, workspace.keys);
        KeyRange secondRange = KeyRange.of(second, workspace.keys);
        KeyColumn high = first;
        KeyColumn low = second;
        if (firstRange.bits() + secondRange.bits() > CODE_BITS) {
            high = dense(first);
            firstRange = KeyRange.of(high, workspace.keys);
        }
        if (firstRange.bits() + secondRange.bits() > CODE_BITS) {
            low = dense(second);
            secondRange = KeyRange.of(low, workspace.keys);
        }
        return pack(high, firstRange.min(), low, secondRange);
    }

    private KeyColumn dense(KeyColumn column) {
        ColumnRanker.rank(column, TieMethod.DENSE, result, workers, workspace);
        int[] ranks = new int[result.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (int) result[i];
        }
        return new IntColumn(ranks, false);
    }

    private KeyColumn pack(KeyColumn high, long highMin, KeyColumn low, KeyRange lowRange) {
        long[] codes = new long[result.length];
        workers.run(part -> {
            long[] block = new long[KeyColumn.BLOCK];
            long[] lowBlock = new long[KeyColumn.BLOCK];
            int end = workers.partStart(part + 1, codes.length);
            for (int from = workers.partStart(part, codes.length); from < end; from += block.length) {
                int length = Math.min(block.length, end - from);
                high.read(from, from + length, block);
                low.read(from, from + length, lowBlock);
                for (int i = 0; i < length; i++) {
                    codes[from + i] = (block[i] - highMin) << lowRange.bits() | (lowBlock[i] - lowRange.min());
                }
            }
        });
        return new LongColumn(codes, false);
    }
}
