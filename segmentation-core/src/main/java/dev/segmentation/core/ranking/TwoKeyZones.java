package dev.segmentation.core.ranking;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A few intervals of rows of two keys, that of the best rows first, and the zones they make: 0 above the first interval, 1 within
 * it, 2 between it and the second, and so on. The zone of a row is the number of ends of intervals that it misses.
 */
final class TwoKeyZones {

    static final int MOST_INTERVALS = 3;

    private static final int MOST_ENDS = 2 * MOST_INTERVALS;

    static final int ZONES = MOST_ENDS + 1;

    /** The keys of the least row that does not miss an end; those that are not there, no row misses. */
    private final double[] first = new double[MOST_ENDS];

    private final double[] second = new double[MOST_ENDS];
    private int ends;

    TwoKeyZones() {
        Arrays.fill(first, Double.NEGATIVE_INFINITY);
        Arrays.fill(second, Double.NEGATIVE_INFINITY);
    }

    /** Adds the next lower interval, both ends in it; nothing for an end stands for that of all rows. */
    void add(@Nullable Boundary top, @Nullable Boundary bottom) {
        first[ends] = top == null ? Double.POSITIVE_INFINITY : top.keys().get(0);
        second[ends++] =
                top == null ? Double.POSITIVE_INFINITY : Math.nextUp(top.keys().get(1));
        first[ends] = bottom == null ? Double.NEGATIVE_INFINITY : bottom.keys().get(0);
        second[ends++] =
                bottom == null ? Double.NEGATIVE_INFINITY : bottom.keys().get(1);
    }

    static boolean isWithinInterval(int zone) {
        return (zone & 1) == 1;
    }

    /** Gives the zone of a row of known keys. */
    int zone(double key, double secondKey) {
        int missed = 0;
        for (int e = 0; e < MOST_ENDS; e++) {
            missed += key < first[e] || (key == first[e] && secondKey < second[e]) ? 1 : 0;
        }
        return missed;
    }

    /** Gives the zone of the best rows with a first key. */
    int best(double key) {
        return (int) Arrays.stream(first).filter(end -> end > key).count();
    }

    /** Gives the second keys of the ends among the rows with a first key, the best first. */
    double[] endsAt(double key) {
        double[] at = new double[MOST_ENDS];
        int size = 0;
        for (int e = 0; e < ends; e++) {
            at[size] = second[e];
            size += first[e] == key ? 1 : 0;
        }
        return Arrays.copyOf(at, size);
    }
}
