package dev.segmentation.core.ranking;

import java.util.ArrayList;
import java.util.List;

/**
 * The row at a wanted position.
 *
 * @param keys its keys
 * @param better how many rows are better
 * @param tied how many are equal to it, itself included
 */
record Boundary(List<Double> keys, long better, long tied) {

    static Boundary of(OrderStatistic at) {
        return new Boundary(List.of(OrderedKeys.fromDescending(at.key())), at.better(), at.equal());
    }

    /** Gives the same as seen with one more key in front. */
    Boundary behind(OrderStatistic at) {
        List<Double> more = new ArrayList<>(keys.size() + 1);
        more.add(OrderedKeys.fromDescending(at.key()));
        more.addAll(keys);
        return new Boundary(more, at.better() + better, tied);
    }

    /** Gives the same as seen with some more rows, all of them better. */
    Boundary below(long rows) {
        return new Boundary(keys, better + rows, tied);
    }
}
