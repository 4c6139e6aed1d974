package dev.segmentation.core.ranking;

/**
 * Doubles as longs whose signed order is the order of the doubles.
 *
 * <p>{@code -0.0} and {@code 0.0} share a key. Every NaN, whatever its sign and payload, has the one
 * key above that of positive infinity. No double has the key {@code Long.MIN_VALUE} or
 * {@code Long.MAX_VALUE}; columns use these two for NaN at one end of the order.
 */
final class OrderedKeys {
    private OrderedKeys() {}

    /** The key by which the smallest value comes first. */
    static long ascending(double value) {
        // Adding 0.0 turns -0.0 into 0.0 and leaves all else alone.
        long bits = Double.doubleToLongBits(value + 0.0);
        return flipNegative(bits);
    }

    /** The same for a value that is not NaN, without looking for that again. */
    static long ascendingNumber(double value) {
        return flipNegative(Double.doubleToRawLongBits(value + 0.0));
    }

    /** The key by which the largest value comes first. */
    static long descending(double value) {
        return ~ascending(value);
    }

    /** The inverse of {@link #ascending}. */
    static double fromAscending(long key) {
        return Double.longBitsToDouble(flipNegative(key));
    }

    /** The inverse of {@link #descending}. */
    static double fromDescending(long key) {
        return fromAscending(~key);
    }

    /** Sign and magnitude to two's complement order, and back: it is its own inverse. */
    private static long flipNegative(long bits) {
        return bits ^ ((bits >> 63) >>> 1);
    }
}
