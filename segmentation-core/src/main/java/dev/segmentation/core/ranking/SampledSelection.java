package dev.segmentation.core.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands at several positions in one pass over the values.
 *
 * <p>A sample tells between which two keys each position lies, almost surely. The pass counts all
 * keys in cells, and copies the keys within the intervals, the
 * candidates, but for the most frequent key of each cell, so that massive ties are counted and not
 * copied. Then the cell of each position is known, and the few candidates in it decide.
 */
final class SampledSelection {
    private static final int WANTED_CELLS = 1 << 11;
    /** Room for candidates: one for this many elements. */
    private static final int ELEMENTS_PER_CANDIDATE = 7;
    /** Half the width of an interval in standard deviations of the sample's error. */
    private static final double DEVIATIONS = 3.5;

    private static final int SELECTION_BITS = 10;

    private final double[] values;
    private final long[] positions;
    private final Workers workers;
    private final KeySample sample;
    private final CellMap map;
    /** 1 for cells whose keys are candidates. */
    private final byte[] candidateCells;
    /** The most frequent key of each cell in the sample. */
    private final long[] frequentKeys;

    private SampledSelection(double[] values, long[] positions, Workers workers) {
        this.values = values;
        this.positions = positions;
        this.workers = workers;
        this.sample = KeySample.of(new DoubleColumn(values, true, false));
        map = new CellMap(sample, WANTED_CELLS);
        int cells = map.cells();
        candidateCells = new byte[cells];
        frequentKeys = new long[cells];
        markCandidateCells();
        findFrequentKeys();
    }

    /** What stands at each position, or null if the sample misled or the keys crowd too closely. */
    static OrderStatistic @Nullable [] trySelect(double[] values, Workers workers, long... positions) {
        return new SampledSelection(values, positions, workers).select();
    }

    private int sampleIndex(long position, int direction) {
        double share = (double) position / values.length;
        double deviation = Math.sqrt(sample.size() * share * (1.0 - share)) + 1.0;
        return (int) (share * sample.size() + direction * DEVIATIONS * deviation);
    }

    private void markCandidateCells() {
        for (long position : positions) {
            int start = sampleIndex(position, -1);
            int end = sampleIndex(position, 1);
            int firstCell = start < 0 ? 0 : map.cell(sample.get(start));
            int lastCell = end >= sample.size() ? candidateCells.length - 1 : map.cell(sample.get(end));
            Arrays.fill(candidateCells, firstCell, lastCell + 1, (byte) 1);
        }
    }

    private void findFrequentKeys() {
        int[] lengths = new int[frequentKeys.length];
        int runStart = 0;
        for (int i = 1; i <= sample.size(); i++) {
            long key = sample.get(runStart);
            if (i == sample.size() || sample.get(i) != key) {
                int cell = map.cell(key);
                if (i - runStart > lengths[cell]) {
                    lengths[cell] = i - runStart;
                    frequentKeys[cell] = key;
                }
                runStart = i;
            }
        }
    }

    private OrderStatistic @Nullable [] select() {
        Candidates[] parts = new Candidates[workers.parts()];
        workers.run(part -> {
            parts[part] = new Candidates(part);
            parts[part].pass();
        });
        int[] counts = new int[candidateCells.length];
        for (Candidates part : parts) {
            if (part.tooMany) {
                return null;
            }
            for (int cell = 0; cell < counts.length; cell++) {
                counts[cell] += part.counts[cell];
            }
        }
        boolean[] wanted = new boolean[counts.length];
        for (long position : positions) {
            int cell = cellAt(position, counts);
            if (candidateCells[cell] == 0) {
                return null;
            }
            wanted[cell] = true;
        }
        return among(parts, counts, wanted);
    }

    private static int cellAt(long position, int[] counts) {
        int cell = 0;
        long seen = counts[0];
        while (seen < position) {
            seen += counts[++cell];
        }
        return cell;
    }

    /** Selects among the keys in the wanted cells. */
    private OrderStatistic[] among(Candidates[] parts, int[] counts, boolean[] wanted) {
        long[] skipped = new long[positions.length];
        long[] inside = new long[positions.length];
        for (int i = 0; i < positions.length; i++) {
            int last = cellAt(positions[i], counts);
            for (int cell = 0; cell < last; cell++) {
                skipped[i] += wanted[cell] ? 0 : counts[cell];
            }
            inside[i] = positions[i] - skipped[i];
        }
        int[] frequent = counts.clone();
        for (Candidates part : parts) {
            part.keep(wanted, frequent);
        }
        KeyCounts pass = KeyCounts.first(SELECTION_BITS);
        while (!pass.isLast()) {
            for (Candidates part : parts) {
                part.addTo(pass);
            }
            for (int cell = 0; cell < wanted.length; cell++) {
                if (wanted[cell]) {
                    pass.addKey(frequentKeys[cell], frequent[cell]);
                }
            }
            pass = pass.next(inside);
        }
        OrderStatistic[] result = pass.statistics(inside);
        for (int i = 0; i < result.length; i++) {
            OrderStatistic cutoff = result[i];
            result[i] = new OrderStatistic(cutoff.key(), cutoff.better() + skipped[i], cutoff.equal());
        }
        return result;
    }

    /** What one part of the values yields. */
    private final class Candidates {
        private final int start;
        private final int end;
        private final int[] counts = new int[candidateCells.length];
        private final long[] keys;
        private int size;
        private boolean tooMany;

        Candidates(int part) {
            start = workers.partStart(part, values.length);
            end = workers.partStart(part + 1, values.length);
            keys = new long[(end - start) / ELEMENTS_PER_CANDIDATE + KeyColumn.BLOCK];
        }

        void pass() {
            for (int from = start; from < end; from += KeyColumn.BLOCK) {
                tooMany = size > keys.length - KeyColumn.BLOCK;
                if (tooMany) {
                    return;
                }
                passBlock(from, Math.min(end - from, KeyColumn.BLOCK) + from);
            }
        }

        /** Every key is written, but only behind a candidate is it not overwritten by the next. */
        private void passBlock(int from, int to) {
            int next = size;
            for (int i = from; i < to; i++) {
                double value = values[i];
                long key = !Double.isNaN(value) ? ~OrderedKeys.ascendingNumber(value) : Long.MAX_VALUE;
                int cell = map.cell(key);
                counts[cell]++;
                keys[next] = key;
                next += candidateCells[cell] & (key != frequentKeys[cell] ? 1 : 0);
            }
            size = next;
        }

        /** Keeps the keys in the wanted cells, and takes them off the counts. */
        void keep(boolean[] wanted, int[] cellCounts) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int cell = map.cell(keys[i]);
                if (wanted[cell]) {
                    cellCounts[cell]--;
                    keys[kept++] = keys[i];
                }
            }
            size = kept;
        }

        void addTo(KeyCounts pass) {
            for (int i = 0; i < size; i++) {
                pass.addKey(keys[i], 1);
            }
        }
    }
}
