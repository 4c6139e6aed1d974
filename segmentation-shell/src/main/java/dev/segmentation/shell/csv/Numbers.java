package dev.segmentation.shell.csv;

import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How numbers stand in a client file: digits, a decimal point or comma, thousands separators, an exponent, and no more.
 *
 * <p>Without a locale the point is the decimal one and there are no thousands separators; with {@code de} the same number may
 * stand as {@code 1.234,5} or {@code 1234,5}. What is not of that form is refused, not guessed.
 */
public final class Numbers {

    /** {@link Double#parseDouble} also takes {@code NaN}, {@code 0x1p3} and {@code 12d}, which no export means. */
    // The quantifiers are possessive, so that a long text that is none is left after one look.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?+(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?+\\d++)?+");

    /** Whole numbers of so many digits are all doubles. */
    private static final int MOST_EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final Numbers ASSUMED = new Numbers('.', "", DECIMAL);

    private final char decimal;

    /** What may stand between thousands; empty where nothing may. */
    private final String grouping;

    private final Pattern form;

    private Numbers(char decimal, String grouping, Pattern form) {
        this.decimal = decimal;
        this.grouping = grouping;
        this.form = form;
    }

    /**
     * Gives the form that is assumed where no locale is told: a decimal point, no thousands separators.
     *
     * @return the form
     */
    public static Numbers assumed() {
        return ASSUMED;
    }

    /**
     * Gives the form of a locale: its decimal sign, and its separators between groups of three digits, which may be left out.
     *
     * @param locale the locale
     * @return the form
     * @throws IllegalArgumentException if it is not known, or its digits are not 0 to 9
     */
    public static Numbers of(Locale locale) {
        if (!Arrays.asList(Locale.getAvailableLocales()).contains(locale)
                || locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException(
                    "must be a known locale such as en, de or fr-CH, but was '" + locale.toLanguageTag() + "'");
        }
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(locale);
        char decimal = signs.getDecimalSeparator();
        String grouping = likes(signs.getGroupingSeparator());
        if (signs.getZeroDigit() != '0' || (decimal != '.' && decimal != ',') || grouping.indexOf(decimal) >= 0) {
            throw new IllegalArgumentException(
                    "must be a locale whose numbers are of the digits 0 to 9 and a point or comma," + " but was '"
                            + locale.toLanguageTag() + "'");
        }
        String point = Pattern.quote(String.valueOf(decimal));
        String between = "[" + grouping.replace(" ", "\\ ") + "]";
        return new Numbers(
                decimal,
                grouping,
                Pattern.compile("[+-]?+(?:(?:[1-9]\\d{0,2}(" + between + ")\\d{3}(?:\\1\\d{3})*+|\\d++)(?:" + point
                        + "\\d*+)?+|" + point + "\\d++)(?:[eE][+-]?+\\d++)?+"));
    }

    /** Gives the signs that people write for one: blanks and apostrophes come in several kinds. */
    private static String likes(char sign) {
        if (Character.isSpaceChar(sign)) {
            return " \u00A0\u202F\u2009";
        }
        return sign == '\u2019' || sign == '\'' ? "'\u2019" : String.valueOf(sign);
    }

    /**
     * Gives the number that the characters are if they are digits with one decimal sign at most, perhaps behind a plus or minus,
     * and so few that a division is exact; else NaN, and {@link #parse} says what they are.
     */
    double plain(char[] chars, int from, int to) {
        int first = from < to && (chars[from] == '-' || chars[from] == '+') ? from + 1 : from;
        long whole = 0;
        int digits = 0;
        int behind = -1;
        for (int i = first; i < to; i++) {
            int digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9) {
                whole = 10 * whole + digit;
                digits++;
                behind += behind >= 0 ? 1 : 0;
            } else if (chars[i] == decimal && behind < 0) {
                behind = 0;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0 || digits > MOST_EXACT_DIGITS) {
            return Double.NaN;
        }
        // Both are exact, so that their quotient is the double nearest to the number.
        double value = behind > 0 ? whole / POWERS_OF_TEN[behind] : whole;
        return chars[from] == '-' ? -value : value;
    }

    /** Gives the number, NaN for a blank text, or nothing where it is none or beyond the range of doubles. */
    OptionalDouble parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return OptionalDouble.of(Double.NaN);
        }
        if (!form.matcher(stripped).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(this == ASSUMED ? stripped : plain(stripped));
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (grouping.indexOf(c) < 0) {
                plain.append(c == decimal ? '.' : c);
            }
        }
        return plain.toString();
    }

    /** Gives the sign before the decimals. */
    char decimal() {
        return decimal;
    }

    /** Gives a number as it is written in such a file, without thousands separators. */
    String text(double value) {
        String plain = Double.toString(value);
        return decimal == '.' ? plain : plain.replace('.', decimal);
    }

    /** Gives a number to show what is meant. */
    String example() {
        return this == ASSUMED ? "1234.5" : "1" + grouping.charAt(0) + "234" + decimal + "5";
    }

    /** Says whether nobody told the form, so that a point may be one between thousands. */
    boolean isAssumed() {
        return this == ASSUMED;
    }
}
