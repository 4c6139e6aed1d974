package dev.segmentation.shell.csv;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as they stand in client files: digits, a decimal point, an exponent, and no more. */
final class Numbers {

    /** {@link Double#parseDouble} also takes {@code NaN}, {@code 0x1p3} and {@code 12d}, which no export means. */
    // The quantifiers are possessive, so that a long text that is none is left after one look.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d++)?+");

    private Numbers() {}

    /** Gives the number, NaN for a blank text, or nothing where it is none or beyond the range of doubles. */
    static OptionalDouble parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return OptionalDouble.of(Double.NaN);
        }
        if (!DECIMAL.matcher(stripped).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(stripped);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
