package dev.segmentation.core.ranking;

import java.math.BigInteger;

/**
 * A sum of binary fractions kept without any rounding, so that the order of the terms cannot show.
 *
 * <p>The sum is a fixed-point number of 32-bit limbs, each held in a {@code long} with room for carries: a billion terms
 * go in before they must be passed on.
 */
final class ExactSum {

    private static final int LIMB_BITS = 32;
    private static final long LIMB_MASK = (1L << LIMB_BITS) - 1;

    /** A term adds less than 2^33 to a limb, so this many fit before a limb of 63 bits could overflow. */
    private static final int MOST_TERMS_BEFORE_CARRY = 1 << 28;

    /** The limb 0 counts units of 2 to this power. */
    private final int lowestExponent;

    private final long[] limbs;
    private int termsSinceCarry;

    /**
     * Makes an empty sum.
     *
     * @param lowestExponent the exponent of the smallest bit of any term
     * @param highestExponent the exponent that no sum reaches
     */
    ExactSum(int lowestExponent, int highestExponent) {
        this.lowestExponent = lowestExponent;
        this.limbs = new long[(highestExponent - lowestExponent) / LIMB_BITS + 3];
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
    void add(long bits, int exponent, boolean negative) {
        add32(bits & LIMB_MASK, exponent, negative);
        add32(bits >>> LIMB_BITS, exponent + LIMB_BITS, negative);
        if (++termsSinceCarry == MOST_TERMS_BEFORE_CARRY) {
            carry();
        }
    }

    void add(ExactSum other) {
        carry();
        other.carry();
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

    /** Gives the sum in units of {@code 2^lowestExponent}. */
    BigInteger toBigInteger() {
        carry();
        BigInteger sum = BigInteger.valueOf(limbs[limbs.length - 1]);
        for (int i = limbs.length - 2; i >= 0; i--) {
            sum = sum.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(limbs[i]));
        }
        return sum;
    }
}
