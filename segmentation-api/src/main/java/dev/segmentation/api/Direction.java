package dev.segmentation.api;

/** Which way a {@link Measure} is better. */
public enum Direction {
    /** More is better, as with revenue. */
    HIGHER_IS_BETTER {
        @Override
        public double orient(double value) {
            return value;
        }
    },
    /** Less is better, as with hours spent. */
    LOWER_IS_BETTER {
        @Override
        public double orient(double value) {
            return -value;
        }
    };

    /**
     * Gives the value turned so that greater is better: itself, or its negative where less is better.
     *
     * <p>Applied twice it gives the value back: {@code LOWER_IS_BETTER.orient(12.5)} is {@code -12.5}, and again
     * {@code 12.5}. {@code NaN} stays {@code NaN}.
     *
     * @param value any number
     * @return the number, or its negative
     */
    public abstract double orient(double value);
}
