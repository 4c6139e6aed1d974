package dev.segmentation.core.ranking;

/** Ranks a column that is already sorted, best first or worst first, by one look at its runs. */
final class MonotoneRanker {
    private final KeyColumn column;
    private final long[] block;
    private int rises;
    private int falls;

    private MonotoneRanker(KeyColumn column, long[] block) {
        this.column = column;
        this.block = block;
    }

    /**
     * Ranks the column if it is sorted either way.
     *
     * @return the number of distinct keys, or 0 if the column is not sorted and nothing was done
     */
    static int tryRank(KeyColumn column, TieMethod ties, double[] result, long[] block) {
        MonotoneRanker ranker = new MonotoneRanker(column, block);
        if (!ranker.isMonotone()) {
            return 0;
        }
        ranker.rank(ties, result);
        return ranker.groups();
    }

    private int groups() {
        return Math.max(rises, falls) + 1;
    }

    /** Looks until the keys have both risen and fallen; in a column without order that is soon. */
    private boolean isMonotone() {
        int size = column.size();
        long previous = column.key(0);
        for (int from = 0; from < size; from += block.length) {
            int length = Math.min(block.length, size - from);
            column.read(from, from + length, block);
            for (int i = 0; i < length; i++) {
                long key = block[i];
                rises += key > previous ? 1 : 0;
                falls += key < previous ? 1 : 0;
                previous = key;
            }
            if (rises > 0 && falls > 0) {
                return false;
            }
        }
        return true;
    }

    private void rank(TieMethod ties, double[] result) {
        int size = column.size();
        long runKey = column.key(0);
        int runStart = 0;
        int run = 0;
        for (int from = 0; from < size; from += block.length) {
            int length = Math.min(block.length, size - from);
            column.read(from, from + length, block);
            for (int i = 0; i < length; i++) {
                if (block[i] != runKey) {
                    rankRun(runStart, from + i, run++, ties, result);
                    runStart = from + i;
                    runKey = block[i];
                }
            }
        }
        rankRun(runStart, size, run, ties, result);
    }

    private void rankRun(int start, int end, int run, TieMethod ties, double[] result) {
        int before = falls > 0 ? result.length - end : start;
        int group = falls > 0 ? groups() - run : run + 1;
        double rank = ties.rank(before, before + end - start, group);
        for (int i = start; i < end; i++) {
            result[i] = rank;
            rank += ties.stepWithinTies();
        }
    }
}
