package dev.segmentation.core.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands at a few positions in one cheap pass over the values.
 *
 * <p>A sample tells between which two values each position lies, almost surely. The pass counts the values above each
 * such interval and copies those within one, the candidates, but for the most frequent value of each interval, which is
 * counted. What is wanted then stands at known positions of the few candidates.
 *
 * <p>The ends of the intervals are compared in full, so values may lie as close as doubles can.
 */
final class IntervalSelection {
    /** The most positions: as many intervals are compared without a loop over them. */
    static final int MOST_POSITIONS = ValueFilter.INTERVALS;

    /** Half the width of an interval in standard deviations of the sample's error. */
    private static final double DEVIATIONS = 3.2;

    /** There is never more room for candidates than for one out of so many values, but for the least room. */
    private static final int LEAST_ELEMENTS_PER_CANDIDATE = 7;

    private static final int LEAST_ROOM = 1 << 18;

    /** Keys of the sample that room is made for besides those seen, lest a few that are rare fill it. */
    private static final int SPARE_KEYS = 64;

    private final double[] values;
    private final long[] positions;
    private final Workers workers;
    private final boolean allKnown;
    private final KeySample sample;
    private final int[] firstInSample;
    private final int[] lastInSample;
    private final int[] intervalOf;
    private int intervals;

    private IntervalSelection(double[] values, long[] positions, Workers workers, boolean allKnown) {
        this.values = values;
        this.allKnown = allKnown;
        this.positions = positions;
        this.workers = workers;
        this.sample = KeySample.of(new DoubleColumn(values, true, false));
        this.firstInSample = new int[positions.length];
        this.lastInSample = new int[positions.length];
        this.intervalOf = new int[positions.length];
        findIntervals();
    }

    /**
     * What stands at each position, or null if the sample misled, too many values are close to a position.
     *
     * @param positions rising, at most as many as there are intervals
     */
    static OrderStatistic @Nullable [] trySelect(double[] values, Workers workers, long... positions) {
        return new IntervalSelection(values, positions, workers, false).select();
    }

    /** The same if no value is NaN, found out in the same pass; otherwise null. */
    static OrderStatistic @Nullable [] trySelectOfKnown(double[] values, Workers workers, long... positions) {
        IntervalSelection selection = new IntervalSelection(values, positions, workers, true);
        boolean sampleHasNaN = selection.sample.largest() == Long.MAX_VALUE;
        return sampleHasNaN ? null : selection.select();
    }

    /** Positions whose intervals touch share one. */
    private void findIntervals() {
        for (int p = 0; p < positions.length; p++) {
            int first = Math.max(0, sampleIndex(positions[p], -1));
            int last = Math.min(sample.size() - 1, sampleIndex(positions[p], 1));
            if (p > 0 && sample.get(first) <= sample.get(lastInSample[intervals - 1])) {
                lastInSample[intervals - 1] = last;
            } else {
                firstInSample[intervals] = first;
                lastInSample[intervals] = last;
                intervals++;
            }
            intervalOf[p] = intervals - 1;
        }
    }

    private int sampleIndex(long position, int direction) {
        double share = (double) position / values.length;
        double deviation = Math.sqrt(sample.size() * share * (1.0 - share)) + 1.0;
        return (int) Math.floor(share * sample.size() + direction * DEVIATIONS * deviation);
    }

    private OrderStatistic @Nullable [] select() {
        ValueFilter[] parts = new ValueFilter[workers.parts()];
        int inFull = passing(filter(0, false));
        ValueFilter prefixes = filter(0, true);
        int byPrefix = passing(prefixes);
        // Prefixes are cheaper to compare unless many values share one with the end of an interval.
        boolean prefixesDo = areApart(prefixes) && byPrefix - inFull < sample.size() / 64;
        double share = 1.1 * ((prefixesDo ? byPrefix : inFull) + SPARE_KEYS) / sample.size();
        workers.run(part -> {
            int from = workers.partStart(part, values.length);
            int to = workers.partStart(part + 1, values.length);
            parts[part] = filter(room((to - from) * share, to - from), prefixesDo);
            parts[part].pass(values, from, to);
        });
        ValueFilter all = parts[0];
        int candidates = 0;
        for (ValueFilter part : parts) {
            if (part.isFull() || (allKnown && part.unknown() > 0)) {
                return null;
            }
            candidates += part.size();
        }
        double[] left = new double[candidates];
        int next = 0;
        for (ValueFilter part : parts) {
            next = part.copyTo(left, next);
        }
        for (int part = 1; part < parts.length; part++) {
            all.addCounts(parts[part]);
        }
        return among(all, left);
    }

    /** Rounded outwards, two intervals may meet; a value in both would be taken for one in neither. */
    private boolean areApart(ValueFilter filter) {
        for (int k = 1; k < intervals; k++) {
            if (filter.bottoms[k - 1] <= filter.tops[k]) {
                return false;
            }
        }
        return true;
    }

    /** How many values of the sample a filter keeps. */
    private int passing(ValueFilter filter) {
        int passing = 0;
        for (int i = 0; i < sample.size(); i++) {
            double value = value(i);
            for (int k = 0; k < intervals; k++) {
                boolean isInside = value <= filter.tops[k] && value >= filter.bottoms[k];
                passing += isInside && value != filter.frequent[k] ? 1 : 0;
            }
        }
        return passing;
    }

    private static int room(double expected, int size) {
        return (int) Math.min(expected, Math.max(LEAST_ROOM, size / LEAST_ELEMENTS_PER_CANDIDATE));
    }

    private ValueFilter filter(int room, boolean byPrefix) {
        ValueFilter filter = new ValueFilter(room, byPrefix, allKnown);
        for (int k = 0; k < intervals; k++) {
            // An interval that reaches the end of the sample reaches the end of all.
            double top = firstInSample[k] == 0 ? Double.POSITIVE_INFINITY : value(firstInSample[k]);
            double bottom = lastInSample[k] == sample.size() - 1 ? Double.NEGATIVE_INFINITY : value(lastInSample[k]);
            filter.setInterval(k, top, bottom, mostFrequent(firstInSample[k], lastInSample[k]));
        }
        return filter;
    }

    private double value(int index) {
        return OrderedKeys.fromDescending(sample.get(index));
    }

    private double mostFrequent(int first, int last) {
        int best = first;
        int longest = 0;
        int runStart = first;
        for (int i = first; i <= last; i++) {
            if (sample.get(i) != sample.get(runStart)) {
                runStart = i;
            }
            if (i - runStart >= longest) {
                longest = i - runStart + 1;
                best = i;
            }
        }
        return value(best);
    }

    /** Selects among the candidates left, none of which is a frequent value. */
    private OrderStatistic @Nullable [] among(ValueFilter all, double[] left) {
        long[] before = new long[positions.length];
        long[] skipped = new long[positions.length];
        OrderStatistic[] result = new OrderStatistic[positions.length];
        long[] inner = new long[positions.length];
        int wanted = 0;
        for (int p = 0; p < positions.length; p++) {
            int k = intervalOf[p];
            long inside = positions[p] - all.above[k];
            long better = 0;
            long others = 0;
            for (double value : left) {
                boolean isBefore = value > all.tops[k];
                before[p] += isBefore ? 1 : 0;
                better += !isBefore && value > all.frequent[k] ? 1 : 0;
                others += !isBefore && value >= all.bottoms[k] ? 1 : 0;
            }
            if (Double.isNaN(all.frequent[k]) || inside <= 0 || inside > others + all.frequentCounts[k]) {
                return null;
            }
            if (inside > better && inside <= better + all.frequentCounts[k]) {
                result[p] = new OrderStatistic(
                        OrderedKeys.descending(all.frequent[k]), all.above[k] + better, all.frequentCounts[k]);
            } else {
                skipped[p] = inside > better ? all.frequentCounts[k] : 0;
                inner[wanted++] = before[p] + inside - skipped[p];
            }
        }
        OrderStatistic[] found =
                wanted == 0 ? result : Selection.select(left, Workers.callerOnly(), Arrays.copyOf(inner, wanted));
        int next = 0;
        for (int p = 0; p < positions.length; p++) {
            if (result[p] == null) {
                OrderStatistic at = found[next++];
                long better = all.above[intervalOf[p]] + at.better() - before[p] + skipped[p];
                result[p] = new OrderStatistic(at.key(), better, at.equal());
            }
        }
        return result;
    }
}
