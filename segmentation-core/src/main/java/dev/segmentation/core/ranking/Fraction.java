package dev.segmentation.core.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact fraction; the denominator is positive, the terms need not be the lowest. */
record Fraction(BigInteger numerator, BigInteger denominator) {

    static final Fraction ONE = of(1, 1);

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static Fraction of(BigInteger whole) {
        return new Fraction(whole, BigInteger.ONE);
    }

    /** Gives what the shortest decimal text of a finite double says. */
    static Fraction ofDecimal(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value);
        return decimal.scale() <= 0
                ? of(decimal.toBigIntegerExact())
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** Gives the binary value of a finite double. */
    static Fraction ofBinary(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() <= 0
                ? of(exact.toBigIntegerExact())
                : new Fraction(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    BigInteger floor() {
        BigInteger[] division = numerator.divideAndRemainder(denominator);
        return division[1].signum() < 0 ? division[0].subtract(BigInteger.ONE) : division[0];
    }

    double toDouble() {
        return new Rational(numerator, denominator, 0).toDouble();
    }
}
