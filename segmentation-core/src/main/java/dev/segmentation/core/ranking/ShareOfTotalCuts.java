package dev.segmentation.core.ranking;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the cuts of cumulative shares of a total, such as the line of the clients who together bring 80 % of revenue.
 *
 * <p>Rows are counted off from the best, and their amounts added up, until the share of the total is reached. Of the
 * amounts 50, 30, 15, 5, ranked by themselves, 80 % is reached by two. Where no number of rows hits a share, {@link
 * Rounding#CEILING} takes the row that crosses it, {@link Rounding#FLOOR} stops before, and {@link Rounding#NEAREST} does
 * what comes nearer to the share, the crossing row in where both are as near. Of rows with equal keys the largest amount
 * is counted first. Equal rows are then kept together, as {@link TopShareCuts} does.
 *
 * <p>The sums are exact, so a share that is hit on paper is hit here.
 */
public final class ShareOfTotalCuts {

    private ShareOfTotalCuts() {}

    /**
     * Finds the cuts of rows by their keys.
     *
     * @param keys one array a key, all of one length, compared one after the other; greater is better. Neither changed nor
     *     kept.
     * @param amounts what is added up, one a row. A row with an unknown key or amount is left out.
     * @param shares which shares of the total
     * @return the cuts
     * @throws IllegalArgumentException if there is no key, the lengths differ, an amount is infinite, or the total is not
     *     above 0, as there is no share of such a total
     * @throws dev.segmentation.api.TiedCutException if a cut goes through equal rows and that is to be refused
     */
    public static Cutoffs of(double[][] keys, double[] amounts, TopShares shares) {
        double[][] all = Arrays.copyOf(keys, keys.length + 1);
        all[keys.length] = amounts;
        double[][] known = KnownRows.select(all, KnownRows.of(all));
        double[][] knownKeys = Arrays.copyOf(known, keys.length);
        double[] ranks = Ranking.withDefaults().ranks(knownKeys);
        // Of equal rows the largest amount is counted first, so that their order in the book does not matter.
        int[] order = order(Ranking.withDefaults().withTies(TieMethod.ORDINAL).ranks(known));
        long[] wanted = counts(order, known[keys.length], shares);
        List<Cut> cuts = new ArrayList<>();
        for (int c = 0; c < wanted.length; c++) {
            cuts.add(
                    wanted[c] == 0
                            ? TopShareCuts.nobody(shares, c, keys.length)
                            : cut(knownKeys, ranks, order, shares, c, wanted[c]));
        }
        return Cutoffs.of(order.length, cuts);
    }

    /** Turns places into the rows that have them. */
    private static int[] order(double[] places) {
        int[] order = new int[places.length];
        for (int row = 0; row < order.length; row++) {
            order[(int) places[row] - 1] = row;
        }
        return order;
    }

    private static Cut cut(double[][] keys, double[] ranks, int[] order, TopShares shares, int c, long wanted) {
        int at = (int) wanted - 1;
        double rank = ranks[order[at]];
        int end = at;
        while (end < order.length && ranks[order[end]] == rank) {
            end++;
        }
        long better = (long) rank - 1;
        List<Double> boundary =
                Arrays.stream(keys).map(key -> key[order[at]] + 0.0).toList();
        return TopShareCuts.cut(shares, c, wanted, boundary, better, end - better);
    }

    /** Gives how many rows, counted off from the best, make each share of the total. */
    private static long[] counts(int[] order, double[] amounts, TopShares shares) {
        ExactSum total = ExactSum.ofDoubles();
        double size = 0;
        for (double amount : amounts) {
            if (Double.isInfinite(amount)) {
                throw new IllegalArgumentException("an amount must be finite, but one is " + amount);
            }
            total.add(amount);
            size += Math.abs(amount);
        }
        Fraction exactTotal = Fraction.of(total.units());
        if (exactTotal.numerator().signum() <= 0) {
            throw new IllegalArgumentException("the total must be above 0 to have shares, but is not");
        }
        long[] counts = new long[shares.shares().size()];
        for (int c = 0; c < counts.length; c++) {
            Share share = shares.shares().get(c);
            Fraction target = exactTotal.times(new Fraction(share.numerator(), share.denominator()));
            counts[c] = Math.max(c == 0 ? 0 : counts[c - 1], count(order, amounts, target, size, shares.rounding()));
        }
        return counts;
    }

    private static long count(int[] order, double[] amounts, Fraction target, double size, Rounding rounding) {
        ExactSum sum = ExactSum.ofDoubles();
        // Adding up in doubles tells most sums from the target; within this distance the exact ones are compared.
        double near = size * order.length * 0x1p-50;
        double targetInDoubles = new Rational(target.numerator(), target.denominator(), sum.unitExponent()).toDouble();
        double inDoubles = 0;
        Fraction before = Fraction.of(0, 1);
        for (int k = 0; k < order.length; k++) {
            double amount = amounts[order[k]];
            boolean isNear = !(inDoubles + amount < targetInDoubles - near);
            if (isNear) {
                before = Fraction.of(sum.units()).minus(target);
            }
            sum.add(amount);
            inDoubles += amount;
            if (isNear) {
                Fraction after = Fraction.of(sum.units()).minus(target);
                boolean reached = rounding == Rounding.CEILING
                        ? after.numerator().signum() >= 0
                        : after.numerator().signum() > 0;
                if (reached) {
                    boolean takesCrossing = switch (rounding) {
                        case CEILING -> true;
                        case FLOOR -> false;
                        case NEAREST -> before.plus(after).numerator().signum() <= 0;
                    };
                    return takesCrossing ? k + 1 : k;
                }
            }
        }
        return order.length;
    }
}
