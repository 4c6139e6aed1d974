package dev.segmentation.core.ranking;

import java.util.Arrays;

/**
 * Bins between edges: of equal width, or with given edges.
 *
 * <p>The values from 0 to 12 in four bins of equal width have the edges 0, 3, 6, 9, 12. Where bins take their {@link
 * OwnEdge#UPPER} edge, 3 is in the first bin; where they take the {@link OwnEdge#LOWER} one, in the second. The outermost
 * edges belong to the outermost bins either way, and nothing is widened. For bins of equal counts see {@link EqualCountBins}.
 */
public final class Bins {

    private final double[] edges;
    private final OwnEdge ownEdge;

    /** Keeps the edges, which must not fall; of one edge there is no bin, as where all values are equal. */
    Bins(double[] edges, OwnEdge ownEdge) {
        this.edges = edges;
        this.ownEdge = ownEdge;
    }

    /**
     * Gives bins of equal width from the least value to the greatest. Edge i of k is least + i (greatest − least) / k,
     * rounded once.
     *
     * <p>Where all values are equal there is one bin, without width. Where they are so near each other that there are fewer
     * numbers than edges, edges coincide and the bins between them are empty.
     *
     * @param values where they come from
     * @param bins how many bins; 1 or more
     * @param ownEdge which edge belongs to a bin
     * @return the bins
     * @throws IllegalArgumentException if there is no value, the least or the greatest is infinite, or the number of bins is
     *     below 1
     */
    public static Bins ofEqualWidth(Distribution values, int bins, OwnEdge ownEdge) {
        if (bins < 1) {
            throw new IllegalArgumentException("there must be 1 bin or more, but asked were " + bins);
        }
        if (values.size() == 0) {
            throw new IllegalArgumentException("bins need at least one known value, but there is none");
        }
        double least = values.quantile(QuantileType.LINEAR, 0);
        double greatest = values.quantile(QuantileType.LINEAR, 1);
        if (Double.isInfinite(least) || Double.isInfinite(greatest)) {
            throw new IllegalArgumentException("bins of equal width need finite values, but the least is " + least
                    + " and the greatest " + greatest);
        }
        if (least == greatest) {
            return new Bins(new double[] {least, greatest}, ownEdge);
        }
        double[] edges = new double[bins + 1];
        Arrays.setAll(edges, i -> partOfTheWay(least, greatest, i, bins));
        return new Bins(edges, ownEdge);
    }

    private static double partOfTheWay(double least, double greatest, int part, int parts) {
        ExactSum sum = ExactSum.ofDoubles();
        sum.add(least, parts - part);
        sum.add(greatest, part);
        return new Rational(sum.units(), Fraction.of(parts, 1).numerator(), sum.unitExponent()).toDouble();
    }

    /**
     * Gives bins with given edges. With the edges {@code -Infinity}, 30, 90, {@code Infinity} there are three: few, some and
     * many days.
     *
     * @param ownEdge which edge belongs to a bin
     * @param edges two or more, none below the one before, the first and the last may be infinite; copied. A bin between
     *     two equal edges is empty.
     * @return the bins
     * @throws IllegalArgumentException if there are fewer than two edges, one is {@code NaN}, or one is below the one before
     */
    public static Bins withEdges(OwnEdge ownEdge, double... edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("bins need two edges or more, but there are " + edges.length);
        }
        double[] copy = new double[edges.length];
        for (int e = 0; e < edges.length; e++) {
            if (Double.isNaN(edges[e]) || (e > 0 && edges[e] < edges[e - 1])) {
                throw new IllegalArgumentException("edges must be numbers and must not fall, but edge " + (e + 1)
                        + " of " + edges.length + " is " + edges[e] + (e > 0 ? " after " + edges[e - 1] : ""));
            }
            copy[e] = edges[e] + 0.0;
        }
        return new Bins(copy, ownEdge);
    }

    /**
     * Gives how many bins there are.
     *
     * @return 1 or more
     */
    public int count() {
        return edges.length - 1;
    }

    /**
     * Gives the edges, none below the one before.
     *
     * @return one more than there are bins
     */
    public double[] edges() {
        return edges.clone();
    }

    /**
     * Gives the bin of a value.
     *
     * @param value the value
     * @return from 0, the lowest; -1 beyond the outer edges, or for {@code NaN}
     */
    public int bin(double value) {
        int last = count() - 1;
        if (last < 0 || !(value >= edges[0] && value <= edges[last + 1])) {
            return -1;
        }
        int low = 0;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isBeyond = ownEdge == OwnEdge.UPPER ? value > edges[middle + 1] : value >= edges[middle + 1];
            if (isBeyond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Gives one line: {@code Bins[UPPER, [0.0, 3.0, 6.0]]}. */
    @Override
    public String toString() {
        return "Bins[" + ownEdge + ", " + Arrays.toString(edges) + "]";
    }

    /** Which of its two edges belongs to a bin; at the outermost edges both do. */
    public enum OwnEdge {
        /** Bins take what is at least their lower edge and below the upper one: [a, b), closed on the left. */
        LOWER,
        /** Bins take what is above their lower edge and at most the upper one: (a, b], closed on the right. */
        UPPER
    }
}
