package dev.segmentation.core.ranking;

/**
 * Maps keys to small cell numbers in the order of the keys, so that no cell is much fuller than the
 * others.
 *
 * <p>The range of a sample is cut into coarse cells of equal width, and each coarse cell into a power
 * of two of fine ones, by its share of the sample. The second step matters for doubles: their keys
 * leave wide gaps (between the negative and the positive values of a normal distribution, or between
 * zero and the smallest amount), which would swallow all but a few cells of equal width.
 */
final class CellMap implements Cells {
    private static final int COARSE_BITS = 10;
    private static final int SHIFT_BITS = 6;

    private final long low;
    private final long high;
    private final int coarseShift;
    private final long coarseMask;
    /** For each coarse cell its first fine cell and, in the lowest bits, the shift that finds the others. */
    private final int[] coarseCells;

    private final int cells;

    /** A map of about the wanted number of cells, never more than twice as many and 4096. */
    CellMap(KeySample sample, int wantedCells) {
        low = sample.smallest();
        high = sample.largest();
        int rangeBits = Long.SIZE - Long.numberOfLeadingZeros(high - low);
        coarseShift = Math.max(0, rangeBits - COARSE_BITS);
        coarseMask = (1L << coarseShift) - 1;
        int[] counts = new int[1 << COARSE_BITS];
        for (int i = 0; i < sample.size(); i++) {
            counts[(int) ((sample.get(i) - low) >>> coarseShift)]++;
        }
        coarseCells = counts;
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            long share = (long) counts[i] * wantedCells / sample.size();
            int fineBits = Math.min(coarseShift, Long.SIZE - Long.numberOfLeadingZeros(share));
            coarseCells[i] = next << SHIFT_BITS | (coarseShift - fineBits);
            next += 1 << fineBits;
        }
        cells = next;
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public void count(long[] keys, int length, int[] counts, double[] cellOf, int at) {
        for (int i = 0; i < length; i++) {
            int cell = cell(keys[i]);
            counts[cell]++;
            cellOf[at + i] = cell;
        }
    }

    /** The most keys of the sample in one cell, the most frequent key of each cell left out. */
    int fullest(KeySample sample) {
        int fullest = 0;
        int cellStart = 0;
        int keyStart = 0;
        int longest = 0;
        for (int i = 0; i < sample.size(); i++) {
            if (cell(sample.get(i)) != cell(sample.get(cellStart))) {
                cellStart = i;
                longest = 0;
            }
            keyStart = i == cellStart || sample.get(i) != sample.get(i - 1) ? i : keyStart;
            longest = Math.max(longest, i - keyStart + 1);
            fullest = Math.max(fullest, i - cellStart + 1 - longest);
        }
        return fullest;
    }

    /** The cell of a key; keys beyond the sample belong to the first and the last cell. */
    int cell(long key) {
        long distance = Math.min(Math.max(key, low), high) - low;
        int coarse = coarseCells[(int) (distance >>> coarseShift)];
        return (coarse >>> SHIFT_BITS) + (int) ((distance & coarseMask) >>> coarse);
    }
}
