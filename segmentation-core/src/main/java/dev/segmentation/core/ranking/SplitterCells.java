package dev.segmentation.core.ranking;

/**
 * Cells between equally spaced keys of a sample, found by binary search.
 *
 * <p>Slower than a {@link CellMap}, but no cell is much fuller than the others however the keys crowd, unless they are
 * equal.
 */
final class SplitterCells implements Cells {
    private final int firstStep;
    /** The least key of each cell but the first. */
    private final long[] splitters;

    /** At least as many cells as wanted, and fewer than twice as many. */
    SplitterCells(KeySample sample, int wantedCells) {
        int cells = Integer.highestOneBit(2 * wantedCells - 1);
        firstStep = cells / 2;
        splitters = new long[cells - 1];
        for (int i = 0; i < splitters.length; i++) {
            splitters[i] = sample.get((int) ((i + 1L) * sample.size() / cells));
        }
    }

    @Override
    public int cells() {
        return splitters.length + 1;
    }

    @Override
    public void count(long[] keys, int length, int[] counts, double[] cellOf, int at) {
        for (int i = 0; i < length; i++) {
            long key = keys[i];
            int cell = 0;
            for (int step = firstStep; step > 0; step >>= 1) {
                cell += splitters[cell + step - 1] <= key ? step : 0;
            }
            counts[cell]++;
            cellOf[at + i] = cell;
        }
    }
}
