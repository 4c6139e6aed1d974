package dev.segmentation.core.scoring;

import dev.segmentation.api.Cut;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Settings;
import java.util.Arrays;

/** Grades by edges: a value has the grade behind the last edge that it reaches. */
final class StepGrades implements Grades {

    private static final long serialVersionUID = 1;

    /** As many as are compared without a loop; more are rare. */
    private static final int FEW = 2;

    private final Direction direction;

    /** Rising, turned so that greater is better; a value that equals one reaches it, and no value reaches NaN. */
    private final double[] edges;

    /** One more than there are edges; of no edge and NaN where the book had no value. */
    private final double[] grades;

    private final boolean isConstant;

    StepGrades(Direction direction, double[] edges, double[] grades, boolean isConstant) {
        if (grades.length != edges.length + 1) {
            throw new IllegalArgumentException("there must be one grade more than edges, but there are " + grades.length
                    + " grades and " + edges.length + " edges");
        }
        this.direction = direction;
        this.edges = edges.clone();
        this.grades = grades.clone();
        this.isConstant = isConstant;
    }

    /** Gives grades that grade nobody. */
    static StepGrades none() {
        return new StepGrades(Direction.HIGHER_IS_BETTER, new double[0], new double[] {Double.NaN}, false);
    }

    /** Gives the least oriented value that lies above a cut; NaN where none does. */
    static double edge(Cut cut) {
        double boundary = cut.boundary().get(0);
        if (cut.inclusive()) {
            return boundary;
        }
        return boundary == Double.POSITIVE_INFINITY ? Double.NaN : Math.nextUp(boundary);
    }

    static StepGrades from(Settings settings) {
        settings.allow("form", "direction", "edges", "grades", "constant");
        return new StepGrades(
                settings.choice("direction", Direction.class).orElseThrow(settings.lacking("direction")),
                settings.reals("edges").orElseThrow(settings.lacking("edges")),
                settings.reals("grades").orElseThrow(settings.lacking("grades")),
                settings.flag("constant").orElse(false));
    }

    @Override
    public double of(double value) {
        double oriented = direction.orient(value);
        int reached = 0;
        while (reached < edges.length && oriented >= edges[reached]) {
            reached++;
        }
        return grades[reached];
    }

    @Override
    public boolean gradesAll() {
        return Arrays.stream(grades).noneMatch(Double::isNaN);
    }

    @Override
    public void add(double[] values, int from, int to, double weight, double[] sums) {
        boolean isPlain = edges.length == FEW && edges[0] <= edges[1];
        if (!isPlain || !Double.isFinite(edges[0]) || !Double.isFinite(edges[1])) {
            Grades.super.add(values, from, to, weight, sums);
            return;
        }
        double sign = direction.orient(1);
        // No zero less -0.0 has the sign bit.
        double low = edges[0] == 0 ? -0.0 : edges[0];
        double high = edges[1] == 0 ? -0.0 : edges[1];
        double[] byMissed = {weight * grades[2], weight * grades[1], weight * grades[0]};
        for (int row = from; row < to; row++) {
            double oriented = sign * values[row];
            // Looked up and not branched to: which grade comes next is anyone's guess.
            sums[row - from] += byMissed[isNegative(oriented - low) + isNegative(oriented - high)];
        }
    }

    private static int isNegative(double difference) {
        return (int) (Double.doubleToRawLongBits(difference) >>> (Long.SIZE - 1));
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
        return new StepGrades(direction, edges, moved, isConstant);
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("form", "steps")
                .with("direction", direction)
                .with("edges", edges)
                .with("grades", grades)
                .with("constant", isConstant);
    }
}
