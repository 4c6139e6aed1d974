package dev.segmentation.core.book;

import dev.segmentation.api.Change;
import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Summary;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds the smallest change of one measure that alone moves a client to another segment, whatever the scheme.
 *
 * <p>For each measure it looks at values from the client's own to the ends of what the book has seen: at some in between
 * first, and from the first that moves the client back to the nearest that does, by halving down to neighbouring doubles.
 * Where better values never make a segment worse, that finds the nearest one; elsewhere one that moves the client, but
 * perhaps not the nearest. Costs some hundred placings a measure and a pass over its column.
 */
final class NearestChange {

    /** Looks between the client's value and the end; a range that is narrower than that share may be missed. */
    private static final int LOOKS = 16;

    /** Whole numbers tried one by one; among more the nearest is found as that of any numbers. */
    private static final int MOST_STEPS = 1000;

    private final ColumnBook book;
    private final Segmenter segmenter;
    private final Client client;

    /** The order of the segments that are wanted. */
    private final IntPredicate wanted;

    NearestChange(ColumnBook book, Segmenter segmenter, Client client, IntPredicate wanted) {
        this.book = book;
        this.segmenter = segmenter;
        this.client = client;
        this.wanted = wanted;
    }

    /** Gives the change that passes the fewest clients; of equal ones that of the measure that is named first. */
    Optional<Change> find() {
        Change nearest = null;
        long fewest = Long.MAX_VALUE;
        for (Requirement requirement : segmenter.requirements()) {
            double from = client.measure(requirement.measure());
            if (Double.isNaN(from) || !book.has(requirement.measure())) {
                continue;
            }
            Summary seen = book.summary(requirement.measure());
            for (double end : new double[] {seen.max(), seen.min()}) {
                double to = requirement.wholeOnly()
                        ? nearestWhole(requirement.measure(), from, end)
                        : nearest(requirement.measure(), from, end);
                long passed = Double.isNaN(to) ? Long.MAX_VALUE : passed(requirement.measure(), from, to);
                if (passed < fewest) {
                    fewest = passed;
                    nearest = new Change(requirement.measure(), from, to, segment(requirement.measure(), to));
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Steps through whole numbers, also from a value that is none. */
    private double nearestWhole(Measure measure, double from, double end) {
        double step = Math.signum(end - from);
        if (Math.abs(end - from) > MOST_STEPS) {
            double between = nearest(measure, from, end);
            return step < 0 ? Math.floor(between) : Math.ceil(between);
        }
        for (double value = step < 0 ? Math.ceil(from) : Math.floor(from); (end - value) * step >= 1; ) {
            value += step;
            if (moves(measure, value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private double nearest(Measure measure, double from, double end) {
        long start = key(from);
        long stop = key(end);
        double before = from;
        for (int look = 1; look <= LOOKS; look++) {
            // By value and not by key, as the keys of a wide range are crowded near 0.
            double value = look == LOOKS ? end : from + (end / LOOKS - from / LOOKS) * look;
            if (value != before && moves(measure, value)) {
                start = key(before);
                stop = key(value);
                for (long mean = mean(start, stop); mean != start && mean != stop; mean = mean(start, stop)) {
                    if (moves(measure, value(mean))) {
                        stop = mean;
                    } else {
                        start = mean;
                    }
                }
                return value(stop);
            }
            before = value;
        }
        return Double.NaN;
    }

    private boolean moves(Measure measure, double value) {
        Segment segment = segment(measure, value);
        return segment.isScored() && wanted.test(segment.order());
    }

    private Segment segment(Measure measure, double value) {
        return segmenter.assign(new Changed(client, measure, value)).segment();
    }

    /** Counts the clients whose value the change passes or reaches. */
    private long passed(Measure measure, double from, double to) {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        long passed = 0;
        for (double value : book.column(measure)) {
            if (value >= low && value <= high && value != from) {
                passed++;
            }
        }
        return passed;
    }

    /** Gives a whole number that rises with the double, and by 1 from one double to the next. */
    private static long key(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** Gives the mean, rounded down, without an overflow. */
    private static long mean(long start, long stop) {
        return (start & stop) + ((start ^ stop) >> 1);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE)) + 0.0; // there is one zero
    }

    /** The client, but for one measure. */
    private record Changed(Client client, Measure changed, double value) implements Client {
        @Override
        public String id() {
            return client.id();
        }

        @Override
        public double measure(Measure measure) {
            return measure.name().equals(changed.name()) ? value : client.measure(measure);
        }

        @Override
        public Optional<String> attribute(String name) {
            return client.attribute(name);
        }
    }
}
