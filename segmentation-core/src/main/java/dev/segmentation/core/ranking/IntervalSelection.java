package dev.segmentation.core.ranking;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands at a few positions in one cheap pass over the values.
 *
 * <p>A sample tells between which two values each position lies, almost surely. The pass counts the values above each
 * such interval and copies those within one, the candidates, but for the most frequent values of each interval, which are
 * counted. It counts NaN too, which have no position. What is wanted then stands at known places among the few candidates.
 */
final class IntervalSelection {
    /** Half the width of an interval in standard deviations of the sample's error. */
    private static final double DEVIATIONS = 3.2;

    /** There is never more room for candidates than for one out of so many values, but for the least room. */
    private static final int ELEMENTS_PER_CANDIDATE = 8;

    private static final int LEAST_ROOM = 1 << 18;

    private final double[] values;
    private final Workers workers;
    private final LongFunction<long[]> wanted;
    private final KeySample sample;
    /** The keys of the sample that are not of a NaN: its first. */
    private final int knownInSample;

    /** Where each interval begins and ends in the sample. */
    private final int[] first = new int[ValueIntervals.MOST];

    private final int[] last = new int[ValueIntervals.MOST];
    private int intervals;

    private IntervalSelection(double[] values, KeySample sample, Workers workers, LongFunction<long[]> wanted) {
        this.values = values;
        this.workers = workers;
        this.wanted = wanted;
        this.sample = sample;
        int known = sample.size();
        while (known > 0 && sample.get(known - 1) == Long.MAX_VALUE) {
            known--;
        }
        this.knownInSample = known;
    }

    /**
     * What stands at the positions that are wanted of the known values, or null if the sample of them misled, too many values are
     * close to a position, or there are too many positions.
     */
    static Selection.@Nullable Selected trySelect(
            double[] values, KeySample sample, Workers workers, LongFunction<long[]> wanted) {
        return new IntervalSelection(values, sample, workers, wanted).select();
    }

    private Selection.@Nullable Selected select() {
        // How many values are unknown only the pass will tell.
        long estimate = Math.round((double) values.length * knownInSample / sample.size());
        long[] estimates = wanted.apply(estimate);
        if (estimates.length == 0 || estimates.length > ValueIntervals.MOST || knownInSample == 0) {
            return null;
        }
        int[] intervalOf = new int[estimates.length];
        for (int p = 0; p < estimates.length; p++) {
            intervalOf[p] = intervalAround(Math.min(1.0, (double) estimates[p] / estimate));
        }
        ValueIntervals limits = limits();
        long room = Math.max(LEAST_ROOM, values.length / ELEMENTS_PER_CANDIDATE);
        if (!limits.areApart() || (double) kept(limits) / sample.size() * values.length > room) {
            return null;
        }
        return select(limits, intervalOf, new AtomicInteger((int) room));
    }

    private Selection.@Nullable Selected select(ValueIntervals limits, int[] intervalOf, AtomicInteger roomLeft) {
        Candidates[] parts = new Candidates[workers.parts()];
        long[][] above = new long[parts.length][];
        workers.run(part -> {
            int from = workers.partStart(part, values.length);
            int to = workers.partStart(part + 1, values.length);
            parts[part] = new Candidates(limits, roomLeft, to - from);
            above[part] = ValueFilter.pass(values, from, to, limits, parts[part]);
        });
        long known = values.length;
        for (int part = 0; part < parts.length; part++) {
            if (above[part].length == 0) {
                return null;
            }
            known -= parts[part].unknown();
        }
        long[] positions = wanted.apply(known);
        if (positions.length != intervalOf.length) {
            return null;
        }
        OrderStatistic[] found = new OrderStatistic[positions.length];
        for (int p = 0; p < positions.length; p++) {
            int interval = intervalOf[p];
            CandidateSearch search = new CandidateSearch(parts, interval, limits.frequentKeys());
            long better =
                    Arrays.stream(above).mapToLong(counts -> counts[interval]).sum();
            long place = positions[p] - better;
            if (place < 1 || place > search.total()) {
                return null;
            }
            found[p] = search.find(place, better);
        }
        return new Selection.Selected(known, found);
    }

    /** Gives the interval for a share of the known values: a new one unless it meets the last, be it within a pair of keys. */
    private int intervalAround(double share) {
        int from = Math.max(0, sampleIndex(share, -1));
        int to = Math.min(knownInSample - 1, sampleIndex(share, 1));
        if (intervals > 0 && sample.get(from) >> 1 <= sample.get(last[intervals - 1]) >> 1) {
            last[intervals - 1] = to;
        } else {
            first[intervals] = from;
            last[intervals] = to;
            intervals++;
        }
        return intervals - 1;
    }

    private int sampleIndex(double share, int direction) {
        double deviation = Math.sqrt(knownInSample * share * (1.0 - share)) + 1.0;
        return (int) Math.floor(share * knownInSample + direction * DEVIATIONS * deviation);
    }

    /** Prefixes are cheaper to compare unless many values share one with the end of an interval. */
    private ValueIntervals limits() {
        ValueIntervals inFull = limits(false);
        ValueIntervals prefixes = limits(true);
        boolean prefixesDo = prefixes.areApart() && kept(prefixes) - kept(inFull) < sample.size() / 64;
        return prefixesDo ? prefixes : inFull;
    }

    private ValueIntervals limits(boolean byPrefix) {
        ValueIntervals limits = new ValueIntervals(byPrefix);
        for (int k = 0; k < intervals; k++) {
            // An interval that reaches the end of the sample reaches the end of all.
            double top = first[k] == 0 ? Double.POSITIVE_INFINITY : value(first[k]);
            double bottom = last[k] == knownInSample - 1 ? Double.NEGATIVE_INFINITY : value(last[k]);
            limits.add(top, bottom, mostFrequent(first[k], last[k]));
        }
        return limits;
    }

    private double value(int index) {
        return OrderedKeys.fromDescending(sample.get(index));
    }

    /** Gives the most frequent values of a part of the sample. */
    private double[] mostFrequent(int from, int to) {
        double[] best = new double[ValueIntervals.FREQUENT];
        int[] lengths = new int[ValueIntervals.FREQUENT];
        Arrays.fill(best, Double.NaN);
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i < to && sample.get(i + 1) == sample.get(start)) {
                continue;
            }
            int length = i + 1 - start;
            if (length > lengths[0]) {
                best[1] = best[0];
                lengths[1] = lengths[0];
                best[0] = value(start);
                lengths[0] = length;
            } else if (length > lengths[1]) {
                best[1] = value(start);
                lengths[1] = length;
            }
            start = i + 1;
        }
        return best;
    }

    /** How many values of the sample would be kept. */
    private int kept(ValueIntervals limits) {
        int kept = 0;
        for (int i = 0; i < knownInSample; i++) {
            kept += limits.keeps(value(i)) ? 1 : 0;
        }
        return kept;
    }
}
