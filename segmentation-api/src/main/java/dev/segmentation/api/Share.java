package dev.segmentation.api;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction of a whole: above 0, at most 1.
 *
 * <p>A share given as a double means its shortest decimal text, so that 0.07 of 100 clients is 7 and not
 * 7.000000000000001. A share that no decimal text can say is given by two whole numbers: {@code Share.of(1, 3)}.
 */
public final class Share implements Comparable<Share>, Serializable {

    private static final long serialVersionUID = 1;

    /** No share needs more digits, and a text of a few characters must not make numbers of a billion digits. */
    private static final int MOST_DIGITS = 400;

    private static final MathContext ENOUGH_FOR_A_DOUBLE = new MathContext(40);

    /** In lowest terms, so that equal shares have equal parts. */
    private final BigInteger numerator;

    private final BigInteger denominator;

    private Share(BigInteger numerator, BigInteger denominator, Object given) {
        if (numerator.signum() <= 0 || numerator.compareTo(denominator) > 0) {
            throw new IllegalArgumentException("share must be in (0, 1], but was " + given);
        }
        BigInteger common = numerator.gcd(denominator);
        this.numerator = numerator.divide(common);
        this.denominator = denominator.divide(common);
    }

    /**
     * Gives the share that the shortest decimal text of a double says.
     *
     * @param share above 0, at most 1, such as 0.07
     * @return the share
     * @throws IllegalArgumentException if it is outside (0, 1] or {@code NaN}
     */
    public static Share of(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], but was " + share);
        }
        return of(BigDecimal.valueOf(share));
    }

    /**
     * Gives a decimal as a share.
     *
     * @param share above 0, at most 1, of at most 400 digits
     * @return the share
     * @throws IllegalArgumentException if it is outside (0, 1] or has more digits
     */
    public static Share of(BigDecimal share) {
        // Outside of this, the numbers below would be enormous, or the share is no share.
        if (share.scale() < -1 || share.scale() > MOST_DIGITS || share.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "share must be in (0, 1] and have at most " + MOST_DIGITS + " digits, but was " + share);
        }
        int scale = Math.max(share.scale(), 0);
        return new Share(share.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale), share);
    }

    /**
     * Gives a fraction of two whole numbers: {@code of(1, 3)} is a third.
     *
     * @param numerator 1 or more, at most the denominator
     * @param denominator 1 or more
     * @return the share
     * @throws IllegalArgumentException if the fraction is outside (0, 1]
     */
    public static Share of(long numerator, long denominator) {
        return new Share(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), numerator + "/" + denominator);
    }

    /**
     * Gives a fraction of two whole numbers of any size.
     *
     * @param numerator 1 or more, at most the denominator
     * @param denominator 1 or more
     * @return the share
     * @throws IllegalArgumentException if the fraction is outside (0, 1]
     */
    public static Share of(BigInteger numerator, BigInteger denominator) {
        return new Share(numerator, denominator, numerator + "/" + denominator);
    }

    /**
     * Reads a share from its text: {@code 0.1}, {@code 10%} and {@code 1/10} are the same. Reads what {@link #toString}
     * gives.
     *
     * @param text a decimal, percents, or a fraction of two whole numbers
     * @return the share
     * @throws IllegalArgumentException if it is none of these, or outside (0, 1]
     */
    public static Share parse(String text) {
        try {
            int bar = text.indexOf('/');
            if (bar >= 0) {
                return new Share(
                        new BigInteger(limited(text.substring(0, bar))),
                        new BigInteger(limited(text.substring(bar + 1))),
                        text);
            }
            return text.endsWith("%")
                    ? of(new BigDecimal(limited(text.substring(0, text.length() - 1))).movePointLeft(2))
                    : of(new BigDecimal(limited(text)));
        } catch (ArithmeticException notANumber) {
            throw new IllegalArgumentException("share must be in (0, 1], but was '" + text + "'", notANumber);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "share must be a decimal, percents or a fraction, but was '" + text + "'", notANumber);
        }
    }

    private static String limited(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new NumberFormatException("more than " + MOST_DIGITS + " digits");
        }
        return digits.strip();
    }

    /**
     * Gives this share of a number of clients as a whole number: with {@link Rounding#NEAREST}, 0.25 of 250 is 63.
     *
     * @param of how many there are; 0 or more
     * @param rounding how to make it whole
     * @return how many that is; exact for every count
     * @throws IllegalArgumentException if the number is negative
     */
    public long count(long of, Rounding rounding) {
        if (of < 0) {
            throw new IllegalArgumentException("the number of clients must be 0 or more, but was " + of);
        }
        return rounding.divide(numerator.multiply(BigInteger.valueOf(of)), denominator)
                .longValueExact();
    }

    /**
     * Gives the numerator of the fraction in lowest terms.
     *
     * @return 1 or more
     */
    public BigInteger numerator() {
        return numerator;
    }

    /**
     * Gives the denominator of the fraction in lowest terms.
     *
     * @return 1 or more
     */
    public BigInteger denominator() {
        return denominator;
    }

    /**
     * Gives the nearest double.
     *
     * @return above 0, at most 1
     */
    public double toDouble() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), ENOUGH_FOR_A_DOUBLE)
                .doubleValue();
    }

    @Override
    public int compareTo(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Share that && numerator.equals(that.numerator) && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    /** Gives percents where they are a short decimal ({@code 10%}, {@code 2.5%}), else a fraction ({@code 1/3}). */
    @Override
    public String toString() {
        try {
            BigDecimal percent = new BigDecimal(numerator.multiply(BigInteger.valueOf(100)))
                    .divide(new BigDecimal(denominator))
                    .stripTrailingZeros();
            return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + "%";
        } catch (ArithmeticException endlessDecimal) {
            return numerator + "/" + denominator;
        }
    }
}
