package dev.segmentation.core.scoring;

import dev.segmentation.api.Direction;
import dev.segmentation.api.Settings;
import java.util.Arrays;

/** Grades by a line through points: a value between two points is graded between them, one beyond has the end. */
final class LineGrades implements Grades {

    private static final long serialVersionUID = 1;

    private final Direction direction;

    /** Rising, turned so that greater is better. */
    private final double[] values;

    private final double[] grades;
    private final boolean isConstant;

    LineGrades(Direction direction, double[] values, double[] grades, boolean isConstant) {
        if (values.length == 0 || grades.length != values.length) {
            throw new IllegalArgumentException(
                    "there must be as many grades as values, and at least one, but there are " + grades.length
                            + " grades and " + values.length + " values");
        }
        this.direction = direction;
        this.values = values.clone();
        this.grades = grades.clone();
        this.isConstant = isConstant;
    }

    static LineGrades from(Settings settings) {
        settings.allow("form", "direction", "values", "grades", "constant");
        return new LineGrades(
                settings.choice("direction", Direction.class).orElseThrow(settings.lacking("direction")),
                settings.reals("values").orElseThrow(settings.lacking("values")),
                settings.reals("grades").orElseThrow(settings.lacking("grades")),
                settings.flag("constant").orElse(false));
    }

    @Override
    public double of(double value) {
        double oriented = direction.orient(value) + 0.0; // no -0.0, which the search would put below 0.0
        int at = Arrays.binarySearch(values, oriented);
        if (at >= 0) {
            return grades[at];
        }
        int above = -at - 1;
        if (above == 0 || above == values.length) {
            return grades[Math.min(above, values.length - 1)];
        }
        double low = values[above - 1];
        double high = values[above];
        // Halved, as the distance of two doubles may be beyond all doubles.
        double part = (oriented / 2 - low / 2) / (high / 2 - low / 2);
        double between = grades[above - 1] + part * (grades[above] - grades[above - 1]);
        return Math.max(grades[above - 1], Math.min(between, grades[above])); // rounding must not leave the two
    }

    @Override
    public boolean isConstant() {
        return isConstant;
    }

    @Override
    public boolean isTurned() {
        return direction == Direction.LOWER_IS_BETTER;
    }

    @Override
    public Grades onto(Scale from, Scale to) {
        double[] moved = Arrays.stream(grades).map(grade -> to.at(from, grade)).toArray();
        return new LineGrades(direction, values, moved, isConstant);
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("form", "line")
                .with("direction", direction)
                .with("values", values)
                .with("grades", grades)
                .with("constant", isConstant);
    }
}
