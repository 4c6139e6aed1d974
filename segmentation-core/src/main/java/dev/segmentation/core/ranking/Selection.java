package dev.segmentation.core.ranking;

import java.util.Arrays;
import java.util.function.LongFunction;

/** Finds what stands at several positions of the order without sorting large arrays. */
final class Selection {
    /** Arrays up to this length are sorted. */
    static final int SORT_LIMIT = 1 << 12;

    private Selection() {}

    /**
     * What stands at wanted positions, which depend on how many of the values are known.
     *
     * @param wanted gives the positions, rising, from 1, the best, to the number of values that are not NaN
     */
    static Selected select(double[] values, Workers workers, LongFunction<long[]> wanted) {
        if (values.length > SORT_LIMIT) {
            KeySample sample = KeySample.of(new DoubleColumn(values, true, false));
            Selected selected = FewValuesSelection.trySelect(values, sample, workers, wanted);
            if (selected == null) {
                selected = IntervalSelection.trySelect(values, sample, workers, wanted);
            }
            if (selected != null) {
                return selected;
            }
        }
        long known = KnownRows.count(values, workers);
        long[] positions = wanted.apply(known);
        return new Selected(known, inSeveralPasses(values, workers, positions));
    }

    /**
     * What stands at each position.
     *
     * @param positions rising, from 1, the best, to the number of elements that are not NaN
     */
    static OrderStatistic[] select(double[] values, Workers workers, long... positions) {
        return select(values, workers, known -> positions).found();
    }

    private static OrderStatistic[] inSeveralPasses(double[] values, Workers workers, long... positions) {
        if (positions.length == 0) {
            return new OrderStatistic[0];
        }
        if (values.length <= SORT_LIMIT) {
            return fromSorted(values, positions);
        }
        OrderStatistic[] cutoffs = SampledSelection.trySelect(values, workers, positions);
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

    /** How many values are known, and what stands at the positions that were wanted of so many. */
    static final class Selected {

        private final long known;
        private final OrderStatistic[] found;

        Selected(long known, OrderStatistic... found) {
            this.known = known;
            this.found = found;
        }

        long known() {
            return known;
        }

        OrderStatistic[] found() {
            return found;
        }
    }
}
