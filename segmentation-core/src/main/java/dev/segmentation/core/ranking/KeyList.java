package dev.segmentation.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A growing list of keys, in chunks, so that room is taken only as it is needed. */
final class KeyList {
    /** For how many keys more chunks may be made, in this list and others. */
    private final AtomicInteger roomLeft;

    private final List<long[]> full = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private long[] chunk;
    private int size;

    KeyList(AtomicInteger roomLeft, int chunkLength) {
        this.roomLeft = roomLeft;
        this.chunk = new long[chunkLength];
    }

    /** Makes place for so many more, fewer than a chunk; returns false if there is no room left. */
    boolean reserve(int more) {
        if (chunk.length - size >= more) {
            return true;
        }
        full.add(chunk);
        sizes.add(size);
        chunk = new long[chunk.length];
        size = 0;
        return roomLeft.addAndGet(-chunk.length) >= 0;
    }

    /** Adds a key where place is reserved. */
    void add(long key) {
        chunk[size++] = key;
    }

    /** Counts the keys that are in a range. */
    void addTo(RangeCounts counts) {
        for (int c = 0; c < full.size(); c++) {
            addTo(counts, full.get(c), sizes.get(c));
        }
        addTo(counts, chunk, size);
    }

    private static void addTo(RangeCounts counts, long[] keys, int size) {
        for (int i = 0; i < size; i++) {
            if (counts.holds(keys[i])) {
                counts.add(keys[i], 1);
            }
        }
    }

    /** Copies the keys that are in a range, and returns the place behind them. */
    int copy(RangeCounts range, long[] target, int at) {
        int next = at;
        for (int c = 0; c < full.size(); c++) {
            next = copy(range, full.get(c), sizes.get(c), target, next);
        }
        return copy(range, chunk, size, target, next);
    }

    private static int copy(RangeCounts range, long[] keys, int size, long[] target, int at) {
        int next = at;
        for (int i = 0; i < size; i++) {
            if (range.holds(keys[i])) {
                target[next++] = keys[i];
            }
        }
        return next;
    }
}
