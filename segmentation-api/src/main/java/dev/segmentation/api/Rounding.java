package dev.segmentation.api;

import java.math.BigInteger;

/** How a share of clients that is no whole number becomes one: 10 % of 25 clients is 2.5. */
public enum Rounding {
    /** Down: 2.5 gives 2. */
    FLOOR {
        @Override
        BigInteger divide(BigInteger dividend, BigInteger divisor) {
            return dividend.divide(divisor);
        }
    },
    /** To the nearest, a half up: 2.5 gives 3, 2.4 gives 2. */
    NEAREST {
        @Override
        BigInteger divide(BigInteger dividend, BigInteger divisor) {
            return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
        }
    },
    /** Up: 2.1 gives 3. */
    CEILING {
        @Override
        BigInteger divide(BigInteger dividend, BigInteger divisor) {
            return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
        }
    };

    /** Divides; the dividend is not negative, the divisor positive. */
    abstract BigInteger divide(BigInteger dividend, BigInteger divisor);
}
