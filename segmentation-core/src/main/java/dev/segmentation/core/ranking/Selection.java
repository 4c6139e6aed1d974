package dev.segmentation.core.ranking;

import java.util.Arrays;

/** Finds what stands at several positions of the order without sorting large arrays. */
final class Selection {
    /** Arrays up to this length are sorted. */
    static final int SORT_LIMIT = 1 << 12;

    private Selection() {}

    /**
     * What stands at each position.
     *
     * @param positions rising, from 1, the best, to the number of elements that are not NaN
     */
    static OrderStatistic[] select(double[] values, Workers workers, long... positions) {
        if (values.length <= SORT_LIMIT) {
            return fromSorted(values, positions);
        }
        OrderStatistic[] cutoffs = positions.length <= IntervalSelection.MOST_POSITIONS
                ? IntervalSelection.trySelect(values, workers, positions)
                : null;
        if (cutoffs == null) {
            cutoffs = SampledSelection.trySelect(values, workers, positions);
        }
        return cutoffs != null ? cutoffs : byCounting(values, workers, positions);
    }

    private static OrderStatistic[] fromSorted(double[] values, long[] positions) {
        long[] keys = new long[values.length];
        new DoubleColumn(values, true, false).read(0, keys.length, keys);
        Arrays.sort(keys);
        OrderStatistic[] result = new OrderStatistic[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int start = (int) positions[i] - 1;
            int end = start + 1;
            long key = keys[start];
            while (start > 0 && keys[start - 1] == key) {
                start--;
            }
            while (end < keys.length && keys[end] == key) {
                end++;
            }
            result[i] = new OrderStatistic(key, start, end - start);
        }
        return result;
    }

    /** Linear whatever the values. */
    private static OrderStatistic[] byCounting(double[] values, Workers workers, long[] positions) {
        KeyCounts pass = KeyCounts.first(KeyCounts.MOST_CELL_BITS);
        while (!pass.isLast()) {
            KeyCounts current = pass;
            KeyCounts[] parts = new KeyCounts[workers.parts()];
            workers.run(part -> {
                parts[part] = current.empty();
                parts[part].add(
                        values, workers.partStart(part, values.length), workers.partStart(part + 1, values.length));
            });
            for (KeyCounts part : parts) {
                pass.merge(part);
            }
            pass = pass.next(positions);
        }
        return pass.statistics(positions);
    }
}
