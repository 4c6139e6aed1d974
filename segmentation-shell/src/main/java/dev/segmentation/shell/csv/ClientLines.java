package dev.segmentation.shell.csv;

import java.util.Arrays;

/**
 * The line of each client in a file, by place. Only where one is not on the line behind the former's does it take memory.
 *
 * <p>A builder: lines are added one by one.
 */
final class ClientLines {

    private int[] places = new int[16];
    private long[] lines = new long[16];
    private int runs;
    private int size;
    private long next;

    /** Adds the line of the next client. */
    void add(long line) {
        if (size == 0 || line != next) {
            if (runs == lines.length) {
                places = Arrays.copyOf(places, 2 * runs);
                lines = Arrays.copyOf(lines, 2 * runs);
            }
            places[runs] = size;
            lines[runs++] = line;
        }
        size++;
        next = line + 1;
    }

    /** Gives the line of a client that was added, by its place from 0. */
    long of(int place) {
        int found = Arrays.binarySearch(places, 0, runs, place);
        int run = found >= 0 ? found : -found - 2;
        return lines[run] + place - places[run];
    }
}
