package dev.segmentation.core.ranking;

import java.util.Arrays;

/** What one thread finds: how many rows are in each zone, and the keys of those within an interval. */
final class TwoKeyCandidates {

    /** The keys of the rows found, one array a key; there is room for a block behind them. */
    final double[][] keys = new double[2][];

    int size;

    final long[] inZone = new long[TwoKeyZones.ZONES];

    /** The rows of which a key is unknown; they are counted with the last zone. */
    long unknown;

    private final int room;

    /** Makes one with nothing found, and room for so many rows. */
    TwoKeyCandidates(int room) {
        this.room = room;
        Arrays.setAll(keys, k -> new double[room + ZoneTable.BLOCK]);
    }

    /** Looks at a part of the rows; returns false if there is no room for all that are within an interval. */
    boolean addAll(double[][] rows, int from, int to, ZoneTable table) {
        for (int start = from; start < to; start += ZoneTable.BLOCK) {
            table.pass(rows, start, Math.min(to - start, ZoneTable.BLOCK) + start, this);
            if (size > room) {
                return false;
            }
        }
        return true;
    }
}
