package dev.segmentation.api;

import java.util.Arrays;

/** Labels values by the tier they fall into, 0 being the best. */
final class TierLabels {
    /** Limits compared in one pass, as most books have three: without a loop over them there is no branch. */
    private static final int LIMITS_PER_PASS = 3;

    /** Values labelled at once, so that they stay in the cache from one pass to the next. */
    private static final int BLOCK = 1024;

    /** What a value that is unknown gets. */
    private static final byte UNKNOWN = -1;

    /** The least value of each tier but the last, best tier first. */
    private final double[] limits;

    private final boolean allFinite;

    /**
     * @param boundaries the value that ends each tier but the last, best tier first, at most 127
     * @param inclusive for each whether values equal to it are still in the tier
     */
    TierLabels(double[] boundaries, boolean[] inclusive) {
        this.limits = new double[boundaries.length];
        boolean finite = true;
        for (int i = 0; i < boundaries.length; i++) {
            // No zero less -0.0 has the sign bit: see isNegative.
            double limit = limit(boundaries[i], inclusive[i]);
            limits[i] = limit == 0.0 ? -0.0 : limit;
            finite &= Double.isFinite(limits[i]);
        }
        this.allFinite = finite;
    }

    /** The least value that reaches a boundary; NaN, which no value does, where it must be above infinity. */
    static double limit(double boundary, boolean inclusive) {
        if (inclusive) {
            return boundary;
        }
        return boundary == Double.POSITIVE_INFINITY ? Double.NaN : Math.nextUp(boundary);
    }

    /** Labels {@code values[from..to)}. */
    void label(double[] values, int from, int to, byte[] labels) {
        if (!allFinite || limits.length == 0) {
            labelByComparing(values, from, to, labels);
            return;
        }
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to - start, BLOCK) + start;
            Arrays.fill(labels, start, end, (byte) 0);
            int first = 0;
            for (; first + LIMITS_PER_PASS <= limits.length; first += LIMITS_PER_PASS) {
                addMissed(values, start, end, labels, limits[first], limits[first + 1], limits[first + 2]);
            }
            for (; first < limits.length; first++) {
                addMissed(values, start, end, labels, limits[first]);
            }
            labelUnknown(values, start, end, labels);
        }
    }

    /** Apart, because a choice within the loop over the limits more than doubles its time. */
    private void labelUnknown(double[] values, int from, int to, byte[] labels) {
        for (int i = from; i < to; i++) {
            if (Double.isNaN(values[i])) {
                labels[i] = UNKNOWN;
            }
        }
    }

    private void labelByComparing(double[] values, int from, int to, byte[] labels) {
        for (int i = from; i < to; i++) {
            double value = values[i];
            int missed = 0;
            for (double limit : limits) {
                missed += value >= limit ? 0 : 1;
            }
            labels[i] = !Double.isNaN(value) ? (byte) missed : UNKNOWN;
        }
    }

    /** Adds to each label how many of three limits the value misses. */
    private static void addMissed(
            double[] values, int from, int to, byte[] labels, double limit0, double limit1, double limit2) {
        for (int i = from; i < to; i++) {
            double value = values[i];
            long missed = isNegative(value - limit0) + isNegative(value - limit1) + isNegative(value - limit2);
            labels[i] = (byte) (labels[i] + missed);
        }
    }

    private static void addMissed(double[] values, int from, int to, byte[] labels, double limit) {
        for (int i = from; i < to; i++) {
            labels[i] = (byte) (labels[i] + isNegative(values[i] - limit));
        }
    }

    /**
     * The sign bit. A difference is zero only for equal numbers, and its sign is right even when it
     * overflows; it is NaN for no number, as the limit is finite.
     */
    private static long isNegative(double difference) {
        return Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1);
    }
}
