package dev.segmentation.core.scoring;

import dev.segmentation.api.Settings;
import java.io.Serializable;

/** How values become grades, learnt from a book. */
interface Grades extends Serializable {

    /** Gives the grade of a known value; NaN where the book had none to compare it with. */
    double of(double value);

    /** Says whether every known value has a grade. */
    default boolean gradesAll() {
        return true;
    }

    /** Adds to the start of {@code sums} the weighted grade of each of {@code values[from..to)}; anything for NaN. */
    default void add(double[] values, int from, int to, double weight, double[] sums) {
        for (int row = from; row < to; row++) {
            sums[row - from] += weight * of(values[row]);
        }
    }

    /** Says whether the book's values are all equal, so that they are all graded the same. */
    default boolean isConstant() {
        return false;
    }

    /** Says whether a good grade is that of a small value. */
    boolean isTurned();

    /** Gives the same on another scale. */
    Grades onto(Scale from, Scale to);

    /** Gives plain data that {@link #from} reads. */
    Settings settings();

    static Grades from(Settings settings) {
        String form = settings.text("form").orElseThrow(settings.lacking("form"));
        return settings.checked("form", () -> switch (form) {
            case "given" -> new GivenGrades();
            case "steps" -> StepGrades.from(settings);
            case "line" -> LineGrades.from(settings);
            default -> throw new IllegalArgumentException("it must be given, steps or line, but was '" + form + "'");
        });
    }
}
