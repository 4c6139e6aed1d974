package dev.segmentation.core.ranking;

/** Neighbouring cells merged into buckets, and where each part of the column writes in each bucket. */
final class BucketPlan {
    /** The bucket of each cell. */
    final char[] bucketOf;
    /** Where each bucket begins; one entry more than buckets. */
    final int[] starts;

    private final int[][] partStarts;

    /**
     * @param cellCounts for each part of the column, the keys in each cell
     * @param limit the largest size of a bucket of more than one cell
     */
    BucketPlan(int[][] cellCounts, int limit) {
        int cells = cellCounts[0].length;
        bucketOf = new char[cells];
        int last = 0;
        int filled = 0;
        for (int cell = 0; cell < cells; cell++) {
            int count = 0;
            for (int[] counts : cellCounts) {
                count += counts[cell];
            }
            if (filled > 0 && count > limit - filled) {
                last++;
                filled = 0;
            }
            filled += count;
            bucketOf[cell] = (char) last;
        }
        partStarts = new int[cellCounts.length][last + 1];
        starts = new int[last + 2];
        fillStarts(cellCounts);
    }

    private void fillStarts(int[][] cellCounts) {
        for (int part = 0; part < cellCounts.length; part++) {
            for (int cell = 0; cell < bucketOf.length; cell++) {
                partStarts[part][bucketOf[cell]] += cellCounts[part][cell];
            }
        }
        int next = 0;
        for (int bucket = 0; bucket < buckets(); bucket++) {
            starts[bucket] = next;
            for (int[] part : partStarts) {
                int count = part[bucket];
                part[bucket] = next;
                next += count;
            }
        }
        starts[buckets()] = next;
    }

    int buckets() {
        return starts.length - 1;
    }

    /** Where the keys of a part begin in each bucket, as a fresh array to count up. */
    int[] cursors(int part) {
        return partStarts[part].clone();
    }
}
