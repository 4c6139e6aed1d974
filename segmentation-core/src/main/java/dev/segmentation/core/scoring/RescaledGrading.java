package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.Objects;

/** Another grading, on another scale. */
final class RescaledGrading extends Grading {

    private final Grading grading;
    private final Scale scale;

    RescaledGrading(Grading grading, Scale scale) {
        this.grading = grading;
        this.scale = Objects.requireNonNull(scale, "scale");
    }

    @Override
    public Scale scale() {
        return scale;
    }

    @Override
    public Requirement requirement(Measure measure) {
        return grading.requirement(measure);
    }

    @Override
    Grades fit(Book book, Measure measure) {
        return grading.fit(book, measure).onto(grading.scale(), scale);
    }

    @Override
    public Grading on(Scale newScale) {
        return new RescaledGrading(grading, newScale);
    }

    @Override
    Object plain() {
        return grading.plain();
    }
}
