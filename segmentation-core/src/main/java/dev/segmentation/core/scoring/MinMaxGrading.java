package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Summary;

/** Grades linearly between the least and the greatest of the book. */
final class MinMaxGrading extends Grading {

    @Override
    public Scale scale() {
        return new Scale(0, 1);
    }

    @Override
    Grades fit(Book book, Measure measure) {
        Summary summary = book.summary(measure);
        double one = measure.direction().orient(summary.min());
        double other = measure.direction().orient(summary.max());
        return new Between(measure, Math.min(one, other), Math.max(one, other));
    }

    /** NaN ends, of a book without a known value, make every grade NaN. */
    private record Between(Measure measure, double worst, double best) implements Grades {
        @Override
        public double of(double value) {
            if (isConstant()) {
                return 0.5;
            }
            // Halved, as the distance of two doubles may be beyond all doubles.
            double part = (measure.direction().orient(value) / 2 - worst / 2) / (best / 2 - worst / 2);
            return Math.min(1, Math.max(0, part));
        }

        @Override
        public boolean isConstant() {
            return worst == best;
        }
    }
}
