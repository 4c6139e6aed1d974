package dev.segmentation.core.ranking;

import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of two keys at a few positions in one pass over both.
 *
 * <p>A sample tells between which two rows each position lies, almost surely. The pass counts the rows above each such interval
 * and copies those within one, the candidates. It finds the rows of which a key is unknown, too, which have no position.
 * What is wanted then stands at known places among the few candidates.
 */
final class TwoKeySelection {

    /** For fewer rows more passes cost less than a sample. */
    static final int FEWEST = 1 << 15;

    /** One row in this many is in the sample, which need not be sorted: twice as many as of a column leave fewer candidates. */
    static final int ROWS_PER_PLACE = 128;

    /** Half the width of an interval in standard deviations of the sample's error. */
    private static final double DEVIATIONS = 3.2;

    /** With more candidates than one out of so many rows, it does not pay. */
    private static final int ROWS_PER_CANDIDATE = 2;

    /** How many more candidates there may be than the sample lets expect. */
    private static final double SPARE_ROOM = 1.2;

    private static final int LEAST_ROOM = 1 << 10;

    private final double[][] keys;
    private final Workers workers;
    private final LongFunction<long[]> wanted;

    private TwoKeySelection(double[][] keys, Workers workers, LongFunction<long[]> wanted) {
        this.keys = keys;
        this.workers = workers;
        this.wanted = wanted;
    }

    /** Says whether there are so many keys and rows that this is for them. */
    static boolean isFor(double[][] keys) {
        return keys.length == 2 && keys[0].length >= FEWEST;
    }

    /**
     * The rows at the positions that are wanted of the rows without an unknown key, or null if the sample of them misled, too
     * many rows are close to a position, or there are too many positions.
     */
    static @Nullable Selected trySelect(double[][] keys, Workers workers, LongFunction<long[]> wanted) {
        return new TwoKeySelection(keys, workers, wanted).select();
    }

    private @Nullable Selected select() {
        int[] places = KeySample.places(keys[0].length, ROWS_PER_PLACE);
        double[][] sample = KnownRows.select(keys, places);
        sample = KnownRows.select(sample, KnownRows.of(sample));
        int knownInSample = sample[0].length;
        // How many rows are known only the pass will tell.
        long estimate = Math.round((double) keys[0].length * knownInSample / places.length);
        long[] estimates = wanted.apply(estimate);
        if (estimates.length == 0 || estimates.length > TwoKeyZones.MOST_INTERVALS || knownInSample == 0) {
            return null;
        }
        ValueCounts values = new ValueCounts();
        if (!values.addAll(sample[0], 0, knownInSample)) {
            return null;
        }
        ZoneTable table = ZoneTable.of(zones(sample, estimates, estimate), values.values());
        if (table == null) {
            return null;
        }
        TwoKeyCandidates inSample = new TwoKeyCandidates(knownInSample);
        inSample.addAll(sample, 0, knownInSample, table);
        double share = (double) inSample.size / places.length;
        return share * ROWS_PER_CANDIDATE > 1 ? null : select(table, share, estimates.length);
    }

    /** Gives an interval around each position: one for several where they meet. */
    private static TwoKeyZones zones(double[][] sample, long[] estimates, long estimate) {
        int size = sample[0].length;
        int count = estimates.length;
        long[] tops = new long[count];
        long[] bottoms = new long[count];
        for (int p = 0; p < count; p++) {
            double share = Math.min(1.0, (double) estimates[p] / estimate);
            double error = DEVIATIONS * (Math.sqrt(size * share * (1.0 - share)) + 1.0);
            tops[p] = (long) Math.floor(share * size - error);
            bottoms[p] = (long) Math.ceil(share * size + error);
        }
        Boundary[] ends = rows(sample, LongStream.concat(Arrays.stream(tops), Arrays.stream(bottoms)));
        TwoKeyZones zones = new TwoKeyZones();
        int start = 0;
        for (int p = 1; p <= count; p++) {
            if (p == count || areApart(ends[count + p - 1], ends[p])) {
                // An interval that reaches the end of the sample reaches the end of all.
                zones.add(tops[start] < 1 ? null : ends[start], bottoms[p - 1] > size ? null : ends[count + p - 1]);
                start = p;
            }
        }
        return zones;
    }

    /** Gives the rows at some positions, or the nearest ones that are there. */
    private static Boundary[] rows(double[][] sample, LongStream positions) {
        long[] there = positions
                .map(position -> Math.max(1, Math.min(position, sample[0].length)))
                .toArray();
        long[] rising = Arrays.stream(there).sorted().distinct().toArray();
        Boundary[] found = TopShareCuts.boundaries(sample, rising, Workers.callerOnly());
        return Arrays.stream(there)
                .mapToObj(position -> found[Arrays.binarySearch(rising, position)])
                .toArray(Boundary[]::new);
    }

    /** Says whether one row is better than another. */
    private static boolean areApart(Boundary better, Boundary worse) {
        double first = better.keys().get(0) - worse.keys().get(0);
        return first > 0 || (first == 0 && better.keys().get(1) > worse.keys().get(1));
    }

    private @Nullable Selected select(ZoneTable table, double share, int positions) {
        TwoKeyCandidates[] parts = new TwoKeyCandidates[workers.parts()];
        boolean[] complete = new boolean[parts.length];
        int size = keys[0].length;
        workers.run(part -> {
            int from = workers.partStart(part, size);
            int to = workers.partStart(part + 1, size);
            // In a sorted book all candidates may be those of one part.
            parts[part] = new TwoKeyCandidates(Math.min(to - from, LEAST_ROOM + (int) (SPARE_ROOM * share * size)));
            complete[part] = parts[part].addAll(keys, from, to, table);
        });
        long known = size;
        long[] inZone = new long[TwoKeyZones.ZONES];
        for (int part = 0; part < parts.length; part++) {
            if (!complete[part]) {
                return null;
            }
            known -= parts[part].unknown;
            for (int zone = 0; zone < inZone.length; zone++) {
                inZone[zone] += parts[part].inZone[zone];
            }
        }
        long[] at = wanted.apply(known);
        return at.length == positions ? among(parts, inZone, known, at) : null;
    }

    private @Nullable Selected among(TwoKeyCandidates[] parts, long[] inZone, long known, long[] positions) {
        long[] skipped = new long[positions.length];
        long[] places = new long[positions.length];
        for (int p = 0; p < positions.length; p++) {
            int zone = 0;
            long before = 0;
            while (before + inZone[zone] < positions[p]) {
                skipped[p] += TwoKeyZones.isWithinInterval(zone) ? 0 : inZone[zone];
                before += inZone[zone++];
            }
            if (!TwoKeyZones.isWithinInterval(zone)) {
                return null;
            }
            places[p] = positions[p] - skipped[p];
        }
        Boundary[] found = TopShareCuts.boundaries(together(parts), places, workers);
        for (int p = 0; p < found.length; p++) {
            found[p] = found[p].below(skipped[p]);
        }
        return new Selected(known, found);
    }

    private static double[][] together(TwoKeyCandidates... parts) {
        double[][] together =
                new double[2][Arrays.stream(parts).mapToInt(part -> part.size).sum()];
        int start = 0;
        for (TwoKeyCandidates part : parts) {
            for (int k = 0; k < together.length; k++) {
                System.arraycopy(part.keys[k], 0, together[k], start, part.size);
            }
            start += part.size;
        }
        return together;
    }

    /** How many rows have no unknown key, and the rows at the positions that were wanted of so many. */
    static final class Selected {

        private final long known;
        private final Boundary[] found;

        Selected(long known, Boundary... found) {
            this.known = known;
            this.found = found;
        }

        long known() {
            return known;
        }

        Boundary[] found() {
            return found;
        }
    }
}
