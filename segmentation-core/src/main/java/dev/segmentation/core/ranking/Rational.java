package dev.segmentation.core.ranking;

import java.math.BigInteger;

/** An exact fraction times a power of two, to be rounded once: {@code numerator / denominator · 2^exponent}. */
record Rational(BigInteger numerator, BigInteger denominator, int exponent) {

    private static final int SMALLEST_EXPONENT = -1074;
    private static final int DOUBLE_BITS = 53;

    /** Bits of a square root that are worked out before it is rounded: more than a double has, and one to tell. */
    private static final int ROOT_BITS = 70;

    /** Gives the nearest double; of two equally near, the one with an even last bit. */
    double toDouble() {
        if (numerator.signum() < 0) {
            return -new Rational(numerator.negate(), denominator, exponent).toDouble();
        }
        if (numerator.signum() == 0) {
            return 0.0;
        }
        if (!numerator.testBit(0)) {
            return withoutZeros().toDouble();
        }
        int magnitude = numerator.bitLength() - denominator.bitLength() + exponent;
        // The quotient has magnitude or magnitude + 1 bits above the point: start with the finer unit.
        int unit = Math.max(magnitude - DOUBLE_BITS, SMALLEST_EXPONENT);
        BigInteger[] division = divide(unit);
        if (division[0].bitLength() > DOUBLE_BITS) {
            division = divide(++unit);
        }
        long bits = division[0].longValueExact();
        int half = division[1].compareTo(BigInteger.ZERO);
        if (half > 0 || (half == 0 && (bits & 1) == 1)) {
            bits++;
        }
        return Math.scalb((double) bits, unit);
    }

    /** Gives the same with an odd numerator: exact sums count in units so small that most of their bits are zeros at the end. */
    private Rational withoutZeros() {
        int zeros = numerator.getLowestSetBit();
        return new Rational(numerator.shiftRight(zeros), denominator, exponent + zeros);
    }

    /** Gives the quotient in whole units of {@code 2^unit}, and the remainder compared with half a unit. */
    private BigInteger[] divide(int unit) {
        int shift = exponent - unit;
        BigInteger dividend = shift > 0 ? numerator.shiftLeft(shift) : numerator;
        BigInteger divisor = shift < 0 ? denominator.shiftLeft(-shift) : denominator;
        BigInteger[] division = dividend.divideAndRemainder(divisor);
        division[1] = division[1].shiftLeft(1).subtract(divisor);
        return division;
    }

    /** Gives the double nearest to the square root. */
    double squareRoot() {
        if (numerator.signum() == 0) {
            return 0.0;
        }
        if (!numerator.testBit(0)) {
            return withoutZeros().squareRoot();
        }
        // Scale by an even power of two, so that the whole part of the quotient has enough bits for an exact root.
        int shift = Math.max(0, 2 * ROOT_BITS - numerator.bitLength() + denominator.bitLength());
        if (((exponent - shift) & 1) != 0) {
            shift++;
        }
        BigInteger[] division = numerator.shiftLeft(shift).divideAndRemainder(denominator);
        BigInteger[] root = division[0].sqrtAndRemainder();
        boolean isExact = division[1].signum() == 0 && root[1].signum() == 0;
        // One more bit says whether something follows, which is all that rounding needs to know.
        BigInteger withRest = root[0].shiftLeft(1).add(isExact ? BigInteger.ZERO : BigInteger.ONE);
        return new Rational(withRest, BigInteger.ONE, (exponent - shift) / 2 - 1).toDouble();
    }
}
