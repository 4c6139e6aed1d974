package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Settings;

/** The values are grades already. */
final class GivenGrading extends Grading {

    private final int worst;
    private final int best;

    GivenGrading(int worst, int best) {
        this.worst = worst;
        this.best = best;
        scale(); // refuses ends that make no scale
    }

    @Override
    public Scale scale() {
        return new Scale(worst, best);
    }

    @Override
    public Requirement requirement(Measure measure) {
        return super.requirement(measure).wholeWithin(worst, best);
    }

    /** What is no grade is refused by the requirement, client by client. */
    @Override
    Grades fit(Book book, Measure measure) {
        return new GivenGrades();
    }

    @Override
    Object plain() {
        return Settings.empty().with("given", new double[] {worst, best});
    }
}
