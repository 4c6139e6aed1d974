package dev.segmentation.benchmarks;

import java.util.Arrays;

/** Where the top 10 %, 25 % and 50 % end among sorted values, and what tiers they make. */
final class TopPlaces {

    private static final int[] PERCENT = {10, 25, 50};

    private TopPlaces() {}

    /** Gives the places of the least values of the top shares among rising ones, from 0; a half rounds up. */
    static int[] of(int known) {
        return Arrays.stream(PERCENT)
                .map(percent -> known - (int) ((2L * known * percent + 100) / 200))
                .toArray();
    }

    /** Gives the probabilities at which a quantile without interpolation is exactly the value at a place. */
    static double[] probabilities(int known) {
        return Arrays.stream(of(known))
                .mapToDouble(place -> (place + 0.5) / known)
                .toArray();
    }

    /** Gives the values at the places of rising ones. */
    static double[] at(double[] sorted, int known) {
        return Arrays.stream(of(known)).mapToDouble(place -> sorted[place]).toArray();
    }

    static int known(double[] values) {
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known++;
            }
        }
        return known;
    }

    static double[] onlyKnown(double[] values) {
        double[] known = new double[known(values)];
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known[count++] = value;
            }
        }
        return known;
    }

    /** Labels values by tier as one writes it down: for the peers, which have no such thing. */
    static byte[] label(double[] values, double[] cutoffs, int threads) {
        byte[] tiers = new byte[values.length];
        Threads.split(threads, values.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                double value = values[i];
                if (Double.isNaN(value)) {
                    tiers[i] = -1;
                } else if (value < cutoffs[2]) {
                    tiers[i] = 3;
                } else if (value < cutoffs[1]) {
                    tiers[i] = 2;
                } else if (value < cutoffs[0]) {
                    tiers[i] = 1;
                }
            }
        });
        return tiers;
    }

    /** Reads labels as the truth is written. */
    static double[] read(byte[] tiers) {
        double[] numbers = new double[tiers.length];
        for (int i = 0; i < tiers.length; i++) {
            numbers[i] = tiers[i];
        }
        return numbers;
    }
}
