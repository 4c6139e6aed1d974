package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Share;
import dev.segmentation.api.Summary;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.List;

/** Grades by parts of the book of equal size. */
final class EqualCountGrading extends Grading {

    private static final int MOST_GRADES = 100;

    private final int grades;

    EqualCountGrading(int grades) {
        if (grades < 2 || grades > MOST_GRADES) {
            throw new IllegalArgumentException(
                    "the number of grades must be from 2 to " + MOST_GRADES + ", but was " + grades);
        }
        this.grades = grades;
    }

    @Override
    public Scale scale() {
        return new Scale(1, grades);
    }

    @Override
    Grades fit(Book book, Measure measure) {
        List<Share> shares = new ArrayList<>();
        for (int i = 1; i < grades; i++) {
            shares.add(Share.of(i, grades));
        }
        Cutoffs cutoffs = book.cutoffs(Ordering.by(measure), TopShares.of(shares));
        List<Cut> cuts = new ArrayList<>();
        for (int i = 1; i < grades; i++) {
            cuts.add(byMiddle(cutoffs.cuts().get(i - 1), i, cutoffs.size()));
        }
        Summary summary = book.summary(measure);
        return new ByCutoffs(
                measure.direction(), Cutoffs.of(cutoffs.size(), cuts), grades, summary.min() == summary.max());
    }

    /**
     * Decides on the tied ones by their middle, which is better + tied / 2, held against i parts of the book. Halves go to
     * the middle of the scale from both sides.
     */
    private Cut byMiddle(Cut cut, int i, long size) {
        long middle = (2 * cut.better() + cut.tied()) * grades;
        long edge = 2L * i * size;
        boolean isUpperHalf = 2 * i < grades;
        boolean inclusive = isUpperHalf ? middle < edge : middle <= edge;
        // A cut that wants nobody has nobody tied at it, and lies above all.
        return new Cut(
                cut.asked(), cut.wanted(), cut.boundary(), inclusive && cut.tied() > 0, cut.better(), cut.tied());
    }

    private record ByCutoffs(Direction direction, Cutoffs cutoffs, int best, boolean isConstant) implements Grades {
        @Override
        public double of(double value) {
            return cutoffs.size() == 0 ? Double.NaN : best - cutoffs.tier(direction.orient(value));
        }
    }
}
