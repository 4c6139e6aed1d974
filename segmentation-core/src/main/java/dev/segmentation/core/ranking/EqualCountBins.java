package dev.segmentation.core.ranking;

import dev.segmentation.api.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * Bins that hold about equally many values: the edges are quantiles, and equal values are in one bin.
 *
 * <p>The values 1 to 8 in four bins have the edges 1, 2.75, 4.5, 6.25, 8. A bin takes what is above its lower edge and not
 * above its upper one; the first takes its lower edge as well. The edges are those of {@link QuantileType#LINEAR}.
 *
 * <p>Where many values are equal, edges coincide and there cannot be as many bins as asked. That is never passed over in
 * silence: it is refused, or merged and told by {@link #count()}. For bins of equal width, or with given edges, see {@link
 * Bins}.
 */
public final class EqualCountBins {

    private final Bins bins;

    private EqualCountBins(Bins bins) {
        this.bins = bins;
    }

    /**
     * Gives the bins of some values.
     *
     * @param values where they come from
     * @param bins how many bins; 1 or more
     * @param coinciding what to do where edges coincide
     * @return the bins
     * @throws IllegalArgumentException if there is no value, the number of bins is below 1, or edges coincide and that is
     *     refused
     */
    public static EqualCountBins of(Distribution values, int bins, CoincidingEdges coinciding) {
        if (bins < 1) {
            throw new IllegalArgumentException("there must be 1 bin or more, but asked were " + bins);
        }
        if (values.size() == 0) {
            throw new IllegalArgumentException("bins need at least one known value, but there is none");
        }
        List<Double> edges = new ArrayList<>(bins + 1);
        edges.add(values.quantile(QuantileType.LINEAR, 0));
        for (int i = 1; i <= bins; i++) {
            double edge = values.quantile(QuantileType.LINEAR, Share.of(i, bins));
            if (edge != edges.get(edges.size() - 1)) {
                edges.add(edge);
            } else if (coinciding == CoincidingEdges.REFUSE) {
                throw new IllegalArgumentException("the edges of " + bins + " bins must differ, but edges " + i
                        + " and " + (i + 1) + " coincide: too many values are equal");
            }
        }
        return new EqualCountBins(
                new Bins(edges.stream().mapToDouble(Double::doubleValue).toArray(), Bins.OwnEdge.UPPER));
    }

    /**
     * Gives how many bins there are; fewer than asked where edges were merged.
     *
     * @return 0 where all values are equal, else 1 or more
     */
    public int count() {
        return bins.count();
    }

    /**
     * Gives the edges, rising.
     *
     * @return one more than there are bins
     */
    public double[] edges() {
        return bins.edges();
    }

    /**
     * Gives the bin of a value.
     *
     * @param value the value
     * @return from 0, the lowest; -1 beyond the outer edges, for {@code NaN}, or where there is no bin
     */
    public int bin(double value) {
        return bins.bin(value);
    }

    /** What to do where equal values make two edges coincide. */
    public enum CoincidingEdges {
        /** Refuse to make the bins. */
        REFUSE,
        /** Make one bin of those that cannot be told apart. */
        MERGE
    }
}
