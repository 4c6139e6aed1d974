package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;

/** Grades by amounts. */
final class ThresholdGrading extends Grading {

    private final double[] thresholds;

    ThresholdGrading(double... thresholds) {
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("there must be at least one threshold, but there is none");
        }
        for (double threshold : thresholds) {
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException("a threshold must be a finite number, but was " + threshold);
            }
        }
        this.thresholds = thresholds.clone();
    }

    @Override
    public Scale scale() {
        return new Scale(1, thresholds.length + 1.0);
    }

    @Override
    Grades fit(Book book, Measure measure) {
        Direction direction = measure.direction();
        double[] oriented = new double[thresholds.length];
        for (int t = 0; t < oriented.length; t++) {
            oriented[t] = direction.orient(thresholds[t]);
            if (t > 0 && !(oriented[t] > oriented[t - 1])) {
                throw new IllegalArgumentException("the thresholds of " + measure + " must get stronger, but "
                        + thresholds[t] + " comes after " + thresholds[t - 1]);
            }
        }
        return new Reached(direction, oriented);
    }

    private static final class Reached implements Grades {

        private static final long serialVersionUID = 1;

        private final Direction direction;
        private final double[] thresholds;

        Reached(Direction direction, double... thresholds) {
            this.direction = direction;
            this.thresholds = thresholds;
        }

        @Override
        public double of(double value) {
            double oriented = direction.orient(value);
            int grade = 1;
            while (grade <= thresholds.length && oriented >= thresholds[grade - 1]) {
                grade++;
            }
            return grade;
        }
    }
}
