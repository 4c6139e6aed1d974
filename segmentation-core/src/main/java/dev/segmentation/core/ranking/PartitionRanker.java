package dev.segmentation.core.ranking;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ranks a large column: partitions the keys into buckets that fit the cache, ranks each bucket, and
 * reads the column again to fetch the ranks.
 *
 * <p>The partition keeps the input order within each bucket. Reading the column again in order
 * therefore meets the ranks of every bucket in order, and no index need be stored beside the keys.
 * Nothing depends on the number of threads but who does the work.
 */
final class PartitionRanker {
    /** A bucket of several cells grows to this size, which shares the cache with the arrays it is sorted in. */
    private static final int SMALL_BUCKET = 1 << 14;
    /** Where that makes more buckets than these, it may grow to the large size, for writing to very many is slow. */
    private static final int MANY_BUCKETS = 1 << 10;

    private static final int LARGE_BUCKET = 1 << 15;
    /** Where even that makes more than these, it may grow further. */
    private static final int MOST_BUCKETS = 1 << 12;

    private static final int CELLS_PER_BUCKET = 8;
    private static final int FEWEST_CELLS = 1 << 8;
    private static final int MOST_CELLS = 1 << 14;

    private final KeyColumn column;
    private final TieMethod ties;
    private final double[] result;
    private final Workers workers;
    private final int bucketLimit;
    private final Cells cells;

    PartitionRanker(KeyColumn column, KeySample sample, TieMethod ties, double[] result, Workers workers) {
        this.column = column;
        this.ties = ties;
        this.result = result;
        this.workers = workers;
        this.bucketLimit = bucketLimit(column.size());
        int wantedCells = (int)
                Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, (long) CELLS_PER_BUCKET * column.size() / bucketLimit));
        this.cells = cells(sample, wantedCells);
    }

    private static int bucketLimit(int size) {
        int limit = Math.min(LARGE_BUCKET, Math.max(SMALL_BUCKET, size / MANY_BUCKETS));
        return Math.max(limit, size / MOST_BUCKETS);
    }

    private Cells cells(KeySample sample, int wantedCells) {
        CellMap map = new CellMap(sample, wantedCells);
        boolean fits = (long) map.fullest(sample) * column.size() <= (long) bucketLimit * sample.size();
        return fits ? map : new SplitterCells(sample, wantedCells / 2);
    }

    /** Ranks the column and returns the number of distinct keys. */
    int rank() {
        int[][] cellCounts = new int[workers.parts()][cells.cells()];
        workers.run(part -> count(part, cellCounts[part]));
        BucketPlan plan = new BucketPlan(cellCounts, bucketLimit);
        long[] scratch = new long[column.size()];
        workers.run(part -> partition(part, plan, scratch));
        int[] groups = rankBuckets(plan, scratch);
        double[] offsets = new double[plan.buckets()];
        int groupsBefore = 0;
        for (int bucket = 0; bucket < offsets.length; bucket++) {
            offsets[bucket] = ties.offset(plan.starts[bucket], groupsBefore);
            groupsBefore += groups[bucket];
        }
        workers.run(part -> fetch(part, plan, offsets, scratch));
        return groupsBefore;
    }

    /** Counts the keys in each cell, and leaves the cell of each element in the result. */
    private void count(int part, int[] counts) {
        long[] block = new long[KeyColumn.BLOCK];
        int end = partEnd(part);
        for (int from = partStart(part); from < end; from += block.length) {
            int length = Math.min(block.length, end - from);
            column.read(from, from + length, block);
            cells.count(block, length, counts, result, from);
        }
    }

    /** Copies the keys to their buckets, and leaves the bucket of each element in the result. */
    private void partition(int part, BucketPlan plan, long[] scratch) {
        char[] bucketOf = plan.bucketOf;
        int[] cursors = plan.cursors(part);
        long[] block = new long[KeyColumn.BLOCK];
        int end = partEnd(part);
        for (int from = partStart(part); from < end; from += block.length) {
            int length = Math.min(block.length, end - from);
            column.read(from, from + length, block);
            for (int i = 0; i < length; i++) {
                int bucket = bucketOf[(int) result[from + i]];
                scratch[cursors[bucket]++] = block[i];
                result[from + i] = bucket;
            }
        }
    }

    /** Replaces the keys by their ranks within their bucket and returns the distinct keys of each. */
    private int[] rankBuckets(BucketPlan plan, long[] scratch) {
        int[] groups = new int[plan.buckets()];
        AtomicInteger nextBucket = new AtomicInteger();
        workers.run(part -> {
            Workspace workspace = new Workspace();
            for (int b = nextBucket.getAndIncrement(); b < groups.length; b = nextBucket.getAndIncrement()) {
                groups[b] = rankBucket(scratch, plan.starts[b], plan.starts[b + 1], workspace);
            }
        });
        return groups;
    }

    private int rankBucket(long[] scratch, int from, int to, Workspace workspace) {
        if (to - from > bucketLimit) {
            return WideBucketRanker.rankInPlace(scratch, from, to, ties);
        }
        return BucketRanker.rankInPlace(scratch, from, to, ties, workspace);
    }

    private void fetch(int part, BucketPlan plan, double[] offsets, long[] scratch) {
        int[] cursors = plan.cursors(part);
        int end = partEnd(part);
        for (int i = partStart(part); i < end; i++) {
            int bucket = (int) result[i];
            double rank = Double.longBitsToDouble(scratch[cursors[bucket]++]);
            result[i] = rank + offsets[bucket];
        }
    }

    private int partStart(int part) {
        return workers.partStart(part, column.size());
    }

    private int partEnd(int part) {
        return workers.partStart(part + 1, column.size());
    }
}
