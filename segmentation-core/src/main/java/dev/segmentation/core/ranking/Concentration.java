package dev.segmentation.core.ranking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How unevenly a total is spread: which part of it the smallest or the largest amounts bring.
 *
 * <pre>{@code
 * Concentration revenue = Concentration.of(50, 30, 15, 5);
 * revenue.shareOfLargest(1)   // 0.5
 * revenue.countReaching(0.8)  // 2: half of the clients bring 80 %
 * revenue.lorenz(0.5)         // 0.2: the smaller half brings a fifth
 * revenue.gini()              // 0.375
 * }</pre>
 *
 * <p>{@code NaN} is unknown, takes no part and is counted. Negative amounts enter as they are: the Lorenz curve then falls
 * before it rises, and the Gini coefficient may be above 1. With a negative total every figure is what its formula gives, and
 * means little. Where there is no amount, or the total is 0, there are no shares: the figures are {@code NaN}.
 *
 * <p>Sums are exact and each figure is rounded once, so the order of the amounts does not show in a single bit. Costs a sort
 * and two exact sums once; then a question costs about a thousand additions at most, however many amounts there are.
 *
 * <p>Source: C. Gini, "Variabilità e mutabilità" (1912); M. O. Lorenz, "Methods of Measuring the Concentration of Wealth",
 * Publications of the American Statistical Association 9 (1905), 209-219; E. M. Hoover, "The Measurement of Industrial
 * Localization", Review of Economics and Statistics 18 (1936), 162-171.
 */
public final class Concentration {

    /** Running sums are kept at every so many amounts; what lies between is added up when asked. */
    private static final int BLOCK = 1024;

    private static final int UNIT_EXPONENT = ExactSum.ofDoubles().unitExponent();

    private final double[] rising;
    private final int missing;

    /** The exact sum of the amounts before each block, in units of 2 to the {@link #UNIT_EXPONENT}; as are the others. */
    private final BigInteger[] sumBeforeBlock;

    private final BigInteger total;

    /** The sum of (2 i − n − 1) times the i-th smallest amount. */
    private final BigInteger sumByRank;

    private Concentration(double[] rising, int missing) {
        this.rising = rising;
        this.missing = missing;
        sumBeforeBlock = new BigInteger[rising.length / BLOCK + 1];
        ExactSum sum = ExactSum.ofDoubles();
        ExactSum byRank = ExactSum.ofDoubles();
        for (int i = 0; i < rising.length; i++) {
            if (i % BLOCK == 0) {
                sumBeforeBlock[i / BLOCK] = sum.units();
            }
            sum.add(rising[i]);
            // i counts from 0, so that this is 2 i + 1 − n.
            byRank.add(rising[i], i - (rising.length - 1 - i));
        }
        total = sum.units();
        sumByRank = byRank.units();
        if (rising.length % BLOCK == 0) {
            sumBeforeBlock[rising.length / BLOCK] = total;
        }
    }

    /**
     * Gives the concentration of some amounts.
     *
     * @param amounts the amounts; neither changed nor kept
     * @return the concentration of those that are not {@code NaN}
     * @throws IllegalArgumentException if one is infinite
     */
    public static Concentration of(double... amounts) {
        for (int i = 0; i < amounts.length; i++) {
            if (Double.isInfinite(amounts[i])) {
                throw new IllegalArgumentException(
                        "an amount must be finite, but was " + amounts[i] + " (at index " + i + ")");
            }
        }
        double[] rising = Distribution.of(amounts).sorted();
        return new Concentration(rising, amounts.length - rising.length);
    }

    /**
     * Gives how many known amounts there are.
     *
     * @return 0 or more
     */
    public int size() {
        return rising.length;
    }

    /**
     * Gives how many amounts were unknown.
     *
     * @return 0 or more
     */
    public int missing() {
        return missing;
    }

    /**
     * Gives the sum of the known amounts.
     *
     * @return the sum; 0 where there is none
     */
    public double total() {
        return inUnits(total);
    }

    /**
     * Gives the Lorenz curve at a point: which share of the total the smallest amounts bring that are this part of all. It
     * is linear between whole numbers of amounts.
     *
     * @param part which part of the amounts, counted from the smallest, from 0 to 1; means its shortest decimal text
     * @return from 0 to 1 where no amount is negative; {@code NaN} where the total is 0
     * @throws IllegalArgumentException if the part is outside [0, 1] or {@code NaN}
     */
    public double lorenz(double part) {
        return share(sumOfSmallest(place(part)));
    }

    /**
     * Gives which share of the total the largest amounts bring that are this part of all: 1 less the Lorenz curve at the
     * rest, and so linear between whole numbers of amounts. {@link #shareOfLargest} is for a number of them.
     *
     * @param part which part of the amounts, counted from the largest, from 0 to 1; means its shortest decimal text
     * @return from 0 to 1 where no amount is negative; {@code NaN} where the total is 0
     * @throws IllegalArgumentException if the part is outside [0, 1] or {@code NaN}
     */
    public double topShare(double part) {
        Fraction size = Fraction.of(rising.length, 1);
        return share(Fraction.of(total).minus(sumOfSmallest(size.minus(place(part)))));
    }

    /**
     * Gives which share of the total so many of the largest amounts bring.
     *
     * @param count from 0 to {@link #size()}
     * @return from 0 to 1 where no amount is negative; {@code NaN} where the total is 0
     * @throws IllegalArgumentException if the count is not from 0 to the size
     */
    public double shareOfLargest(int count) {
        if (count < 0 || count > rising.length) {
            throw new IllegalArgumentException(
                    "the number of the largest must be from 0 to " + rising.length + ", but was " + count);
        }
        return share(Fraction.of(sumOfLargest(count)));
    }

    /**
     * Gives the Pareto count: how few of the largest amounts together reach a share of the total. Divided by {@link #size()}
     * it is the other number of the 80/20 rule.
     *
     * @param share above 0, at most 1, such as 0.8; means its shortest decimal text
     * @return from 1 to the size; empty where the total is not above 0, as no number reaches a share of that
     * @throws IllegalArgumentException if the share is outside (0, 1] or {@code NaN}
     */
    public OptionalInt countReaching(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], but was " + share);
        }
        if (total.signum() <= 0) {
            return OptionalInt.empty();
        }
        Fraction wanted = Fraction.ofDecimal(share).times(Fraction.of(total));
        // Sums rise as far as the amounts are above 0, and there the whole total has been reached.
        int low = 1;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isReached = rising[rising.length - middle] <= 0
                    || Fraction.of(sumOfLargest(middle))
                                    .minus(wanted)
                                    .numerator()
                                    .signum()
                            >= 0;
            if (isReached) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.of(low);
    }

    /**
     * Gives the Gini coefficient: twice the area between the Lorenz curve and the diagonal; Σ (2 i − n − 1) x(i) / (n Σ x).
     *
     * @return 0 where all amounts are equal, and at most (n − 1)/n where none is negative; {@code NaN} where the total is 0
     */
    public double gini() {
        return ratio(sumByRank, total.multiply(BigInteger.valueOf(rising.length)));
    }

    /**
     * Gives the Gini coefficient times n / (n − 1), which is 1 where one of n has all.
     *
     * @return the coefficient; {@code NaN} where the total is 0, or there is one amount alone
     */
    public double giniUnbiased() {
        return ratio(sumByRank, total.multiply(BigInteger.valueOf(rising.length - 1L)));
    }

    /**
     * Gives the Hoover index: which share of the total would have to change hands to make all amounts equal;
     * Σ |x − mean| / (2 Σ x).
     *
     * @return 0 where all amounts are equal, and at most (n − 1)/n where none is negative; {@code NaN} where the total is 0
     */
    public double hoover() {
        if (total.signum() == 0) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(rising.length);
        double mean = new Rational(total, n, UNIT_EXPONENT).toDouble();
        // Those that equal the rounded mean are all below the exact one, or none is: with them, or without, it is the
        // most.
        BigInteger lacking = lacking(Distribution.countBelow(rising, mean, false))
                .max(lacking(Distribution.countBelow(rising, mean, true)));
        return ratio(lacking, n.multiply(total));
    }

    /** Gives n times what so many of the smallest lack to have the mean. */
    private BigInteger lacking(int count) {
        return BigInteger.valueOf(count)
                .multiply(total)
                .subtract(BigInteger.valueOf(rising.length).multiply(sumOfSmallest(count)));
    }

    /**
     * Gives the Lorenz curve for drawing: points on it, evenly spaced as far as whole numbers of amounts allow, from (0, 0)
     * to (1, 1).
     *
     * @param mostPoints how many points at most; 2 or more
     * @return one point more than there are amounts, or as many as asked if that is fewer; none where the total is 0
     * @throws IllegalArgumentException if fewer than 2 points are asked
     */
    public List<Point> curve(int mostPoints) {
        if (mostPoints < 2) {
            throw new IllegalArgumentException("a curve must have 2 points or more, but asked were " + mostPoints);
        }
        List<Point> points = new ArrayList<>();
        if (total.signum() != 0) {
            int last = Math.min(mostPoints - 1, rising.length);
            for (int i = 0; i <= last; i++) {
                int count = (int) ((long) i * rising.length / last);
                points.add(new Point((double) count / rising.length, share(Fraction.of(sumOfSmallest(count)))));
            }
        }
        return List.copyOf(points);
    }

    /** Turns a part of the amounts into a number of them, which need not be whole. */
    private Fraction place(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("a part of the amounts must be in [0, 1], but was " + part);
        }
        return Fraction.ofDecimal(part).times(Fraction.of(rising.length, 1));
    }

    private Fraction sumOfSmallest(Fraction place) {
        BigInteger whole = place.floor();
        int count = whole.intValueExact();
        Fraction sum = Fraction.of(sumOfSmallest(count));
        Fraction rest = place.minus(Fraction.of(whole));
        return rest.isZero()
                ? sum
                : sum.plus(rest.times(Fraction.of(sumOfSmallest(count + 1)).minus(sum)));
    }

    private BigInteger sumOfSmallest(int count) {
        ExactSum rest = ExactSum.ofDoubles();
        for (int i = count / BLOCK * BLOCK; i < count; i++) {
            rest.add(rising[i]);
        }
        return sumBeforeBlock[count / BLOCK].add(rest.units());
    }

    private BigInteger sumOfLargest(int count) {
        return total.subtract(sumOfSmallest(rising.length - count));
    }

    private double share(Fraction sum) {
        return ratio(sum.numerator(), sum.denominator().multiply(total));
    }

    private static double inUnits(BigInteger sum) {
        return new Rational(sum, BigInteger.ONE, UNIT_EXPONENT).toDouble();
    }

    private static double ratio(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            return Double.NaN;
        }
        boolean isNegative = denominator.signum() < 0;
        return new Rational(isNegative ? numerator.negate() : numerator, denominator.abs(), 0).toDouble();
    }

    /** Gives one line: {@code Concentration[4 amounts, 0 missing]}. */
    @Override
    public String toString() {
        return "Concentration[" + rising.length + " amounts, " + missing + " missing]";
    }

    /**
     * A point of the Lorenz curve.
     *
     * @param part which part of the amounts, counted from the smallest
     * @param share which share of the total they bring
     */
    public record Point(double part, double share) {}
}
