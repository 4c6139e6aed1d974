package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Settings;
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
        if (summary.count() == 0) {
            return StepGrades.none();
        }
        // One client alone has no deviation, and is average.
        double distance = summary.count() == 1 ? 0 : deviations * summary.standardDeviation();
        Direction direction = measure.direction();
        double one = direction.orient(summary.mean() - distance);
        double other = direction.orient(summary.mean() + distance);
        // On an end is average still, so the upper edge is the next number above it.
        double[] edges = {Math.min(one, other), Math.nextUp(Math.max(one, other))};
        return new StepGrades(direction, edges, new double[] {1, 2, 3}, summary.min() == summary.max());
    }

    @Override
    Object plain() {
        return Settings.empty().with("around_mean", deviations);
    }
}
