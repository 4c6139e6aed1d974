package dev.segmentation.benchmarks;

import java.util.Arrays;

/** The rank of equal values; the second half of ranking by a sort that gives only the order. */
enum Ties {
    /** The mean of their places. */
    AVERAGE,
    /** The best of their places. */
    BEST;

    /** Turns the order of the rows into their ranks. Rows with unknown values are last, or not in it. */
    double[] ranks(int[] order, double[] values) {
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, Double.NaN);
        for (int start = 0, end; start < order.length; start = end) {
            double value = values[order[start]];
            if (Double.isNaN(value)) {
                break;
            }
            end = start + 1;
            while (end < order.length && values[order[end]] == value) {
                end++;
            }
            double rank = this == AVERAGE ? (start + 1 + end) / 2.0 : start + 1;
            for (int place = start; place < end; place++) {
                ranks[order[place]] = rank;
            }
        }
        return ranks;
    }

    /** Gives the rows of an order in which no two are equal their places, from 1. */
    static double[] places(int[] order) {
        double[] ranks = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place + 1;
        }
        return ranks;
    }

    /** Gives the rows as they come. */
    static int[] rows(int size) {
        int[] rows = new int[size];
        Arrays.setAll(rows, row -> row);
        return rows;
    }
}
