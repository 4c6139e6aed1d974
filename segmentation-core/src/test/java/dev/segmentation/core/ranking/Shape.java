package dev.segmentation.core.ranking;

import java.util.Arrays;
import java.util.Random;

/** Shapes of data on which ranking goes different ways, or has gone wrong elsewhere. */
enum Shape {
    ALL_EQUAL {
        @Override
        double value(int i, Random random) {
            return 7;
        }
    },
    TWO_VALUES {
        @Override
        double value(int i, Random random) {
            return random.nextBoolean() ? 1 : 2;
        }
    },
    NINE_VALUES {
        @Override
        double value(int i, Random random) {
            return 1 + random.nextInt(9) / 4.0;
        }
    },
    HUNDRED_VALUES {
        @Override
        double value(int i, Random random) {
            return random.nextInt(100);
        }
    },
    SORTED {
        @Override
        double value(int i, Random random) {
            return Math.floor(i / 3.0);
        }
    },
    REVERSED {
        @Override
        double value(int i, Random random) {
            return -Math.floor(i / 3.0);
        }
    },
    UNIFORM {
        @Override
        double value(int i, Random random) {
            return random.nextDouble();
        }
    },
    NORMAL {
        @Override
        double value(int i, Random random) {
            return random.nextGaussian();
        }
    },
    REVENUE_IN_CENTS {
        @Override
        double value(int i, Random random) {
            return Math.rint(100 * Math.exp(8 + random.nextGaussian())) / 100;
        }
    },
    MOSTLY_ZERO {
        @Override
        double value(int i, Random random) {
            return random.nextInt(10) < 7 ? 0 : random.nextInt(1000);
        }
    },
    SOME_UNKNOWN {
        @Override
        double value(int i, Random random) {
            // The sign bit of a NaN must not matter.
            return random.nextInt(10) > 0
                    ? random.nextInt(50)
                    : Double.longBitsToDouble(random.nextBoolean() ? 0x7ff8000000000000L : 0xfff8000000000001L);
        }
    },
    ONE_UNKNOWN {
        @Override
        double value(int i, Random random) {
            return random.nextDouble();
        }

        /** So rare that a sample hardly shows it. */
        @Override
        double[] make(int size, Random random) {
            double[] values = super.make(size, random);
            if (size > 0) {
                boolean isNegative = random.nextBoolean();
                values[random.nextInt(size)] =
                        Double.longBitsToDouble(isNegative ? 0xfff8000000000123L : 0x7ff8000000000000L);
            }
            return values;
        }
    },
    ALL_UNKNOWN {
        @Override
        double value(int i, Random random) {
            return Double.NaN;
        }
    },
    EXTREMES {
        @Override
        double value(int i, Random random) {
            double[] values = {
                -0.0,
                0.0,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_NORMAL,
                1,
                Math.nextUp(1.0)
            };
            return values[random.nextInt(values.length)];
        }
    },
    SUBNORMAL {
        @Override
        double value(int i, Random random) {
            return random.nextInt(100_000) * Double.MIN_VALUE;
        }
    },
    ANY_BITS {
        @Override
        double value(int i, Random random) {
            return Double.longBitsToDouble(random.nextLong());
        }
    },
    LAST_BITS {
        @Override
        double value(int i, Random random) {
            return Double.longBitsToDouble(Double.doubleToLongBits(1.0) + random.nextInt(50_000));
        }
    },
    CROWDED_AND_FAR {
        @Override
        double value(int i, Random random) {
            return random.nextInt(200) == 0 ? random.nextGaussian() * 1e300 : 1 + random.nextInt(100_000) * 0x1p-52;
        }
    },
    TWO_CLUSTERS {
        @Override
        double value(int i, Random random) {
            double center = random.nextBoolean() ? 1 : 1e9;
            return center + random.nextInt(50_000) * Math.ulp(center);
        }
    },
    EXPONENTIAL_SPREAD {
        @Override
        double value(int i, Random random) {
            return Math.scalb(1 + random.nextDouble(), random.nextInt(2000) - 1000) * (random.nextBoolean() ? 1 : -1);
        }
    },
    INFINITE_HALVES {
        @Override
        double value(int i, Random random) {
            double[] values = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, random.nextGaussian(), Double.NaN};
            return values[random.nextInt(values.length)];
        }
    },
    SAWTOOTH {
        @Override
        double value(int i, Random random) {
            return i % 4096;
        }
    },
    SORTED_BUT_FOR_THE_LAST {
        @Override
        double value(int i, Random random) {
            return i;
        }

        @Override
        double[] make(int size, Random random) {
            double[] values = super.make(size, random);
            if (size > 0) {
                values[size - 1] = -1;
            }
            return values;
        }
    };

    abstract double value(int i, Random random);

    double[] make(int size, Random random) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> value(i, random));
        return values;
    }
}
