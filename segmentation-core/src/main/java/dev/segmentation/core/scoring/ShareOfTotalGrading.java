package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Settings;
import dev.segmentation.api.TopShares;
import java.util.Arrays;
import java.util.List;

/** Grades by the line where the best clients together have brought a share of the book's total. */
final class ShareOfTotalGrading extends Grading {

    private final double[] asked;
    private final TopShares shares;

    ShareOfTotalGrading(double... shares) {
        this.asked = shares.clone();
        this.shares = TopShares.of(shares).withRounding(Rounding.CEILING);
    }

    @Override
    public Scale scale() {
        return new Scale(1, asked.length + 1.0);
    }

    @Override
    Grades fit(Book book, Measure measure) {
        if (book.summary(measure).count() == 0) {
            return StepGrades.none();
        }
        Cutoffs cutoffs = book.cutoffsOfTotal(Ordering.by(measure), measure, shares);
        List<Cut> cuts = cutoffs.cuts();
        double[] edges = new double[cuts.size()];
        double[] grades = new double[cuts.size() + 1];
        Arrays.setAll(edges, edge -> StepGrades.edge(cuts.get(cuts.size() - 1 - edge)));
        Arrays.setAll(grades, grade -> grade + 1);
        boolean isConstant = cuts.get(0).tied() == cutoffs.size();
        return new StepGrades(measure.direction(), edges, grades, isConstant);
    }

    @Override
    Object plain() {
        return Settings.empty().with("shares_of_total", asked);
    }
}
