package dev.segmentation.core.ranking;

import java.util.Random;

/** Values in a few clusters of very different width, from one value to all magnitudes, some of them unknown. */
final class Mixture {

    private final Random random;
    private final double[] centres;
    private final double[] widths;
    private final int[] kinds;
    private final double[] cumulative;
    private final double unknownShare;

    Mixture(Random random, int size) {
        int clusters = 1 + random.nextInt(6);
        this.random = random;
        this.centres = new double[clusters];
        this.widths = new double[clusters];
        this.kinds = new int[clusters];
        this.cumulative = new double[clusters];
        double sum = 0;
        for (int c = 0; c < clusters; c++) {
            boolean isAtZero = random.nextInt(4) == 0;
            centres[c] = isAtZero ? 0 : random.nextGaussian() * Math.pow(10, random.nextInt(8) - 2);
            widths[c] = Math.abs(centres[c]) * Math.pow(2, -random.nextInt(53));
            kinds[c] = random.nextInt(6);
            sum += Math.pow(random.nextDouble(), 3);
            cumulative[c] = sum;
        }
        double[] unknownShares = {0, 0, 0, 0, 1.0 / size, 0.3 * random.nextDouble()};
        this.unknownShare = unknownShares[random.nextInt(unknownShares.length)];
    }

    double[] make(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextDouble() < unknownShare ? unknown() : value();
        }
        return values;
    }

    /** Gives a NaN: neither its sign nor its lower bits may matter. */
    private double unknown() {
        return Double.longBitsToDouble(random.nextBoolean() ? 0x7ff8000000000000L : 0xfff8000000000123L);
    }

    private double value() {
        double drawn = random.nextDouble() * cumulative[cumulative.length - 1];
        int c = 0;
        while (cumulative[c] < drawn) {
            c++;
        }
        return switch (kinds[c]) {
            case 0 -> centres[c];
            case 1 -> centres[c] + widths[c] * random.nextDouble();
            case 2 -> centres[c] + widths[c] * random.nextInt(3);
            case 3 -> centres[c] + widths[c] * random.nextGaussian();
            case 4 -> centres[c] + Math.ulp(centres[c]) * random.nextInt(1000);
            default ->
                random.nextInt(50) == 0
                        ? Double.POSITIVE_INFINITY * (random.nextBoolean() ? 1 : -1)
                        : random.nextGaussian() * 1e-310;
        };
    }
}
