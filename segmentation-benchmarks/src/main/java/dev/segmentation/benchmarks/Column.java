package dev.segmentation.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A shape of made-up numbers, the same in every run. */
public enum Column {
    /** Different numbers everywhere: no ties. */
    UNIFORM {
        @Override
        double value(SplittableRandom random) {
            return random.nextDouble();
        }
    },
    /** Log-normal amounts in whole cents: many small, few large, some tied. */
    REVENUE {
        @Override
        double value(SplittableRandom random) {
            return Math.rint(100 * Math.exp(8 + random.nextGaussian())) / 100;
        }
    },
    /** Nine values from 1 to 3, as a mean of grades has. */
    SCORE {
        @Override
        double value(SplittableRandom random) {
            return 1 + random.nextInt(9) / 4.0;
        }
    },
    /** Different numbers that already rise. */
    SORTED {
        @Override
        double value(SplittableRandom random) {
            return UNIFORM.value(random);
        }

        @Override
        double[] make(int size, long seed) {
            double[] values = super.make(size, seed);
            Arrays.sort(values);
            return values;
        }
    },
    /** Amounts of which one in a hundred is unknown. */
    SOME_UNKNOWN {
        @Override
        double value(SplittableRandom random) {
            return random.nextInt(100) == 0 ? Double.NaN : REVENUE.value(random);
        }
    };

    abstract double value(SplittableRandom random);

    /** Gives as many numbers; another seed gives others. */
    double[] make(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = value(random);
        }
        return values;
    }

    /**
     * Gives different columns of one size, to be used in turn: a processor learns the branches of a short column that comes
     * again and again.
     *
     * @param total about how many numbers they have together
     */
    List<double[]> inputs(int size, int total) {
        List<double[]> inputs = new ArrayList<>();
        for (int i = 0; i < Math.max(1, total / size); i++) {
            inputs.add(make(size, 1 + i));
        }
        return inputs;
    }
}
