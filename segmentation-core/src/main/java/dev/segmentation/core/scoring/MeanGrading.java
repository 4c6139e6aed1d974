package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Summary;

/** Grades by the distance from the mean of the book. */
final class MeanGrading extends Grading {

    private final double deviations;

    MeanGrading(double deviations) {
        if (!(deviations > 0)) {
            throw new IllegalArgumentException(
                    "the number of standard deviations must be above 0, but was " + deviations);
        }
        this.deviations = deviations;
    }

    @Override
    public Scale scale() {
        return Scale.ONE_TO_THREE;
    }

    @Override
    Grades fit(Book book, Measure measure) {
        Summary summary = book.summary(measure);
        // One client alone has no deviation, and is average.
        double distance = summary.count() == 1 ? 0 : deviations * summary.standardDeviation();
        return new Around(
                measure.direction(),
                summary.mean() - distance,
                summary.mean() + distance,
                summary.count() == 0,
                summary.min() == summary.max());
    }

    private record Around(Direction direction, double low, double high, boolean isEmpty, boolean isConstant)
            implements Grades {
        @Override
        public double of(double value) {
            if (isEmpty) {
                return Double.NaN;
            }
            double side = value > high ? 1 : value < low ? -1 : 0;
            return Scale.ONE_TO_THREE.middle() + direction.orient(side);
        }
    }
}
