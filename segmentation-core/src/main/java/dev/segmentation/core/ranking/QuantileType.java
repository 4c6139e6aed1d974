package dev.segmentation.core.ranking;

import java.math.BigInteger;

/**
 * The nine definitions of a sample quantile, by the numbers that R and others know them by.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996),
 * 361-365. The quartile (p = 1/4) of 1, 2, 3, 4, 5:
 *
 * <table>
 *   <caption>The lower quartile of 1 to 5</caption>
 *   <tr><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th><th>6</th><th>7</th><th>8</th><th>9</th></tr>
 *   <tr><td>2</td><td>2</td><td>1</td><td>1.25</td><td>1.75</td><td>1.5</td><td>2</td><td>1.667</td><td>1.6875</td></tr>
 * </table>
 */
public enum QuantileType {
    /** Type 1: the smallest value that at least the part p of the values does not exceed. */
    INVERTED_CDF(1, 0, 0),
    /** Type 2: as type 1, but the mean of two values where the part is p exactly. */
    AVERAGED_INVERTED_CDF(2, 0, 0),
    /** Type 3: the value nearest to position n p; of two, the one at an even position. */
    CLOSEST_OBSERVATION(3, -12, 0),
    /** Type 4: linear between the values of type 1. */
    INTERPOLATED_INVERTED_CDF(4, 0, 24),
    /** Type 5: linear, the k-th value at (k − 1/2) / n; by Hazen. */
    HAZEN(5, 12, 12),
    /** Type 6: linear, the k-th value at k / (n + 1); by Weibull. */
    WEIBULL(6, 0, 0),
    /** Type 7: linear, the k-th value at (k − 1) / (n − 1); what spreadsheets and R do unless told. */
    LINEAR(7, 24, 24),
    /** Type 8: linear, nearly unbiased for the median of every order statistic. */
    MEDIAN_UNBIASED(8, 8, 8),
    /** Type 9: linear, nearly unbiased where the values are normal. */
    NORMAL_UNBIASED(9, 9, 9);

    /** What alpha and beta are counted in: a whole number of them makes each of those that are in use. */
    private static final int PARTS = 24;

    private final int number;

    /** The position of p is p (n + 1 − α − β) + α; for types 1 to 3 it is p n + α. */
    private final int alphaParts;

    private final int betaParts;

    QuantileType(int number, int alphaParts, int betaParts) {
        this.number = number;
        this.alphaParts = alphaParts;
        this.betaParts = betaParts;
    }

    /**
     * Gives the type of a number.
     *
     * @param number from 1 to 9
     * @return the type
     * @throws IllegalArgumentException if there is no such type
     */
    public static QuantileType of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("the type of a quantile must be from 1 to 9, but was " + number);
        }
        return values()[number - 1];
    }

    /**
     * Gives the number of the type.
     *
     * @return from 1 to 9
     */
    public int number() {
        return number;
    }

    /** Whether the quantile lies between values, and not on one or halfway. */
    private boolean isContinuous() {
        return number >= 4;
    }

    /** Gives the exact position of the quantile p among n sorted values, counted from 1. */
    Position position(Fraction p, long n) {
        Fraction size = Fraction.of(n, 1);
        Fraction alpha = Fraction.of(alphaParts, PARTS);
        Fraction beta = Fraction.of(betaParts, PARTS);
        Fraction position = isContinuous()
                ? p.times(size.plus(Fraction.ONE).minus(alpha).minus(beta)).plus(alpha)
                : p.times(size).plus(alpha);
        BigInteger whole = position.floor();
        Fraction rest = position.minus(Fraction.of(whole));
        return Position.of(whole.longValueExact(), weight(whole, rest), n);
    }

    /** Gives the weight of the upper of the two neighbours: 0, 1, a half, or the fraction itself. */
    private double weight(BigInteger whole, Fraction rest) {
        boolean isHit = rest.isZero();
        return switch (number) {
            case 1 -> isHit ? 0 : 1;
            case 2 -> isHit ? 0.5 : 1;
            case 3 -> isHit && !whole.testBit(0) ? 0 : 1;
            default -> rest.toDouble();
        };
    }

    /** Between which two sorted values a quantile lies, from 0, and how far towards the upper one. */
    record Position(int lower, int upper, double weight) {

        /** Takes a position counted from 1, which may lie beyond the ends. */
        static Position of(long position, double weight, long n) {
            int last = (int) n - 1;
            int lower = (int) Math.min(Math.max(position - 1, 0), last);
            int upper = (int) Math.min(Math.max(position, 0), last);
            return new Position(lower, upper, weight);
        }

        /** Gives the quantile of values of which the two at the neighbours are known. */
        double between(double lowerValue, double upperValue) {
            if (weight == 0 || lowerValue == upperValue) {
                return lowerValue;
            }
            if (weight == 1) {
                return upperValue;
            }
            double distance = upperValue - lowerValue;
            // The distance of two doubles of unlike sign may be beyond all doubles.
            return Double.isInfinite(distance)
                    ? lowerValue * (1 - weight) + upperValue * weight
                    : lowerValue + distance * weight;
        }
    }
}
