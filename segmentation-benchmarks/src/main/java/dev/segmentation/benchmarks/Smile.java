package dev.segmentation.benchmarks;

import java.util.Arrays;
import smile.sort.QuickSort;

/** The quicksort of Smile that moves row numbers along; {@link Ties} makes ranks of them. */
final class Smile {

    private Smile() {}

    /** It works in place and has no order for unknown values, so the known ones are copied out. */
    static Ranker ranker(Ties ties) {
        return values -> {
            int[] rows = Ties.rows(values.length);
            double[] copy = values.clone();
            int known = 0;
            for (int row = 0; row < values.length; row++) {
                if (!Double.isNaN(values[row])) {
                    rows[known] = row;
                    copy[known++] = values[row];
                }
            }
            QuickSort.sort(copy, rows, known);
            return ties.ranks(known == rows.length ? rows : Arrays.copyOf(rows, known), values);
        };
    }
}
