package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Settings;
import dev.segmentation.api.Share;
import dev.segmentation.api.TopShares;
import java.util.ArrayList;
import java.util.Arrays;
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
        if (cutoffs.size() == 0) {
            return StepGrades.none();
        }
        double[] edges = new double[grades - 1];
        double[] steps = new double[grades];
        for (int i = 1; i < grades; i++) {
            Cut cut = byMiddle(cutoffs.cuts().get(i - 1), i, cutoffs.size());
            edges[grades - 1 - i] = StepGrades.edge(cut);
        }
        Arrays.setAll(steps, step -> step + 1);
        boolean isConstant = cutoffs.cuts().stream().anyMatch(cut -> cut.tied() == cutoffs.size());
        return new StepGrades(measure.direction(), edges, steps, isConstant);
    }

    @Override
    Object plain() {
        return Settings.empty().with("equal_counts", grades);
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
}
