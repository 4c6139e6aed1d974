package dev.segmentation.core.ranking;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A sum of binary fractions kept without any rounding, so that the order of the terms cannot show.
 *
 * <p>The sum is a fixed-point number of 32-bit limbs, each held in a {@code long} with room for carries: hundreds of millions
 * of terms go in before they must be passed on.
 */
final class ExactSum implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final int LOWEST_DOUBLE = -1074;
    private static final int HIGHEST_DOUBLE = 1024;
    private static final int COUNT_BITS = 64;

    private static final int LIMB_BITS = 32;
    private static final long LIMB_MASK = (1L << LIMB_BITS) - 1;

    /** A term adds less than 2^33 to a limb, so this many fit before a limb of 63 bits could overflow. */
    private static final int MOST_TERMS_BEFORE_CARRY = 1 << 28;

    /** The limb 0 counts units of 2 to this power. */
    private final int lowestExponent;

    private final long[] limbs;
    private int termsSinceCarry;

    private ExactSum(int lowestExponent, int highestExponent) {
        this.lowestExponent = lowestExponent;
        this.limbs = new long[(highestExponent - lowestExponent) / LIMB_BITS + 3];
    }

    /** Gives an empty sum of doubles: multiples of 2^-1074 below 2^1024, of which 2^64 stay below 2^1088. */
    static ExactSum ofDoubles() {
        return new ExactSum(LOWEST_DOUBLE, HIGHEST_DOUBLE + COUNT_BITS);
    }

    /** Gives an empty sum of the squares of doubles. */
    static ExactSum ofSquares() {
        return new ExactSum(2 * LOWEST_DOUBLE, 2 * HIGHEST_DOUBLE + COUNT_BITS);
    }

    /** Adds a finite double. */
    void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        add(mantissa(bits), exponent(bits), bits < 0);
    }

    /** Adds the square of a finite double. */
    void addSquare(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long mantissa = mantissa(bits);
        int exponent = 2 * exponent(bits);
        add(mantissa * mantissa, exponent, false);
        add(Math.multiplyHigh(mantissa, mantissa), exponent + Long.SIZE, false);
    }

    /** Adds a finite double so many times, or takes it away where the number is negative. */
    void add(double value, int times) {
        long bits = Double.doubleToRawLongBits(value);
        long mantissa = mantissa(bits);
        long multiple = Math.abs((long) times);
        int exponent = exponent(bits);
        boolean isNegative = (bits < 0) != (times < 0);
        add(mantissa * multiple, exponent, isNegative);
        add(Math.multiplyHigh(mantissa, multiple), exponent + Long.SIZE, isNegative);
    }

    private static long mantissa(long bits) {
        long fraction = bits & MANTISSA_MASK;
        return biasedExponent(bits) == 0 ? fraction : fraction | (1L << MANTISSA_BITS);
    }

    private static int exponent(long bits) {
        return LOWEST_DOUBLE + Math.max(biasedExponent(bits) - 1, 0);
    }

    private static int biasedExponent(long bits) {
        return (int) (bits >>> MANTISSA_BITS) & 0x7ff;
    }

    /** Adds {@code ±bits · 2^exponent}, with {@code bits} below 2^32. */
    private void add32(long bits, int exponent, boolean negative) {
        int position = exponent - lowestExponent;
        long shifted = bits << (position % LIMB_BITS);
        int limb = position / LIMB_BITS;
        if (negative) {
            limbs[limb] -= shifted & LIMB_MASK;
            limbs[limb + 1] -= shifted >>> LIMB_BITS;
        } else {
            limbs[limb] += shifted & LIMB_MASK;
            limbs[limb + 1] += shifted >>> LIMB_BITS;
        }
    }

    /** Adds {@code ±bits · 2^exponent}, with {@code bits} unsigned. */
    private void add(long bits, int exponent, boolean negative) {
        add32(bits & LIMB_MASK, exponent, negative);
        add32(bits >>> LIMB_BITS, exponent + LIMB_BITS, negative);
        if (++termsSinceCarry == MOST_TERMS_BEFORE_CARRY) {
            carry();
        }
    }

    void add(ExactSum other) {
        carry();
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] += other.limbs[i];
        }
        carry();
    }

    private void carry() {
        for (int i = 0; i < limbs.length - 1; i++) {
            limbs[i + 1] += limbs[i] >> LIMB_BITS;
            limbs[i] &= LIMB_MASK;
        }
        termsSinceCarry = 0;
    }

    /** Gives the sum as a whole number of units of 2 to the {@link #unitExponent}. */
    BigInteger units() {
        carry();
        BigInteger sum = BigInteger.valueOf(limbs[limbs.length - 1]);
        for (int i = limbs.length - 2; i >= 0; i--) {
            sum = sum.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(limbs[i]));
        }
        return sum;
    }

    int unitExponent() {
        return lowestExponent;
    }
}
