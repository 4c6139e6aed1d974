package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Grades by the part of the other clients that is worse. */
final class PercentRankGrading extends Grading {

    static final String NAME = "percent_rank";

    /** Places at which the rank is known exactly; a book with more clients is graded by a line between them. */
    private static final int MOST_PLACES = 10_000;

    @Override
    public Scale scale() {
        return Scale.ZERO_TO_ONE;
    }

    @Override
    Grades fit(Book book, Measure measure) {
        Cutoffs cutoffs = book.cutoffs(Ordering.by(measure), places(book.size()));
        long size = cutoffs.size();
        if (size == 0) {
            return StepGrades.none();
        }
        List<Double> values = new ArrayList<>();
        List<Double> grades = new ArrayList<>();
        for (Cut cut : cutoffs.cuts()) {
            double boundary = cut.boundary().get(0) + 0.0; // no -0.0, which a search would put below 0.0
            if (cut.wanted() == 0 || (!values.isEmpty() && values.get(values.size() - 1) == boundary)) {
                continue;
            }
            // Whoever is better than many equal ones is better than all of them, though by a little only.
            double above = Math.nextUp(boundary);
            if (cut.tied() > 1 && !values.isEmpty() && above < values.get(values.size() - 1)) {
                values.add(above);
                grades.add((double) (size - cut.better()) / (size - 1));
            }
            values.add(boundary);
            grades.add(size == 1 ? 0 : (double) (size - cut.better() - cut.tied()) / (size - 1));
        }
        Collections.reverse(values);
        Collections.reverse(grades);
        return new LineGrades(measure.direction(), plain(values), plain(grades), values.size() == 1);
    }

    /** Shares such that every place is met, or of more than fit the first, the last, and many between. */
    private static TopShares places(long size) {
        List<Share> shares = new ArrayList<>();
        if (size > MOST_PLACES) {
            shares.add(Share.of(1, size));
        }
        long places = Math.max(1, Math.min(size, MOST_PLACES));
        for (long place = 1; place <= places; place++) {
            shares.add(Share.of(place, places));
        }
        return TopShares.of(shares).withRounding(Rounding.CEILING);
    }

    private static double[] plain(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    Object plain() {
        return NAME;
    }
}
