package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Finds what stands at a place among the candidates of an interval: counts narrow the range of keys that it is in, until so
 * few keys are left that they are sorted.
 */
final class CandidateSearch {
    /** Up to so many keys are sorted. */
    private static final int SORT_LIMIT = 1 << 12;

    private final Candidates[] parts;
    private final int interval;
    /** The keys that were counted and not kept, and how often each occurs. */
    private final long[] frequentKeys;

    private final int[] frequentCounts;
    /** All keys of the interval. */
    private final RangeCounts counts;

    CandidateSearch(Candidates[] parts, int interval, long[] frequentKeys) {
        this.parts = parts;
        this.interval = interval;
        this.frequentKeys = frequentKeys;
        this.frequentCounts = new int[frequentKeys.length];
        this.counts = parts[0].counts(interval).empty();
        for (Candidates part : parts) {
            counts.merge(part.counts(interval));
            for (int i = 0; i < frequentKeys.length; i++) {
                frequentCounts[i] += part.frequentCounts()[i];
            }
        }
        addFrequent(counts);
    }

    /** How many values are in the interval. */
    long total() {
        return counts.total();
    }

    /** What stands at a place, from 1 to the total, if so many values are better than those of the interval. */
    OrderStatistic find(long place, long above) {
        RangeCounts range = counts;
        long before = 0;
        while (true) {
            int cell = range.cellAt(place - before);
            before += range.before(cell);
            int inCell = range.count(cell);
            range = range.within(cell);
            if (range.isOneKey()) {
                return new OrderStatistic(range.low(), above + before, inCell);
            }
            long candidates = inCell - frequentWithin(range);
            if (candidates <= SORT_LIMIT) {
                return find(sorted(range, (int) candidates), place, before, above);
            }
            for (Candidates part : parts) {
                part.kept(interval).addTo(range);
            }
            addFrequent(range);
        }
    }

    private void addFrequent(RangeCounts range) {
        for (int i = 0; i < frequentKeys.length; i++) {
            if (range.holds(frequentKeys[i])) {
                range.add(frequentKeys[i], frequentCounts[i]);
            }
        }
    }

    private long frequentWithin(RangeCounts range) {
        long count = 0;
        for (int i = 0; i < frequentKeys.length; i++) {
            count += range.holds(frequentKeys[i]) ? frequentCounts[i] : 0;
        }
        return count;
    }

    /** How often a frequent key occurs, or zero for another. */
    private long timesFrequent(long key) {
        for (int i = 0; i < frequentKeys.length; i++) {
            if (frequentKeys[i] == key) {
                return frequentCounts[i];
            }
        }
        return 0;
    }

    /** The keys within a range, a frequent one once. */
    private long[] sorted(RangeCounts range, int candidates) {
        long[] keys = new long[candidates + frequentKeys.length];
        int size = 0;
        for (Candidates part : parts) {
            size = part.kept(interval).copy(range, keys, size);
        }
        for (int i = 0; i < frequentKeys.length; i++) {
            if (frequentCounts[i] > 0 && range.holds(frequentKeys[i])) {
                keys[size++] = frequentKeys[i];
            }
        }
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private OrderStatistic find(long[] sorted, long place, long beforeAll, long above) {
        long before = beforeAll;
        int from = 0;
        while (true) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            long frequent = timesFrequent(sorted[from]);
            long equal = frequent > 0 ? frequent : to - from;
            if (before + equal >= place) {
                return new OrderStatistic(sorted[from], above + before, equal);
            }
            before += equal;
            from = to;
        }
    }
}
