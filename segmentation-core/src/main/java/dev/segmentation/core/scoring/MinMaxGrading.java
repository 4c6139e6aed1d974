package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Summary;

/** Grades linearly between the least and the greatest of the book. */
final class MinMaxGrading extends Grading {

    static final String NAME = "min_max";

    @Override
    public Scale scale() {
        return Scale.ZERO_TO_ONE;
    }

    @Override
    Grades fit(Book book, Measure measure) {
        Summary summary = book.summary(measure);
        if (summary.count() == 0) {
            return StepGrades.none();
        }
        Direction direction = measure.direction();
        if (summary.min() == summary.max()) {
            return new StepGrades(direction, new double[0], new double[] {scale().middle()}, true);
        }
        double one = direction.orient(summary.min());
        double other = direction.orient(summary.max());
        return new LineGrades(
                direction, new double[] {Math.min(one, other), Math.max(one, other)}, new double[] {0, 1}, false);
    }

    @Override
    Object plain() {
        return NAME;
    }
}
