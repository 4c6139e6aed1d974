package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Settings;
import java.util.Arrays;

/** Grades by amounts that are told and not learnt: thresholds that get stronger, or bands whose grades need not rise. */
final class FixedGrading extends Grading {

    private final boolean isByThresholds;
    private final double[] edges;
    private final double[] grades;

    private FixedGrading(boolean isByThresholds, double[] edges, double[] grades) {
        for (double edge : edges) {
            if (!Double.isFinite(edge)) {
                throw new IllegalArgumentException("an amount to grade by must be a finite number, but was " + edge);
            }
        }
        this.isByThresholds = isByThresholds;
        this.edges = edges.clone();
        this.grades = grades.clone();
    }

    static FixedGrading byThresholds(double... thresholds) {
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("there must be at least one threshold, but there is none");
        }
        double[] grades = new double[thresholds.length + 1];
        Arrays.setAll(grades, grade -> grade + 1);
        return new FixedGrading(true, thresholds, grades);
    }

    static FixedGrading byBands(double[] edges, double[] grades) {
        if (grades.length != edges.length + 1) {
            throw new IllegalArgumentException("there must be one grade more than edges, but there are " + grades.length
                    + " grades and " + edges.length + " edges");
        }
        for (int e = 1; e < edges.length; e++) {
            if (!(edges[e] > edges[e - 1])) {
                throw new IllegalArgumentException("edges must be finite and rise, but edge " + (e + 1) + " of "
                        + edges.length + " is " + edges[e]);
            }
        }
        FixedGrading grading = new FixedGrading(false, edges, grades);
        grading.scale(); // refuses grades that are all equal
        return grading;
    }

    @Override
    public Scale scale() {
        return new Scale(
                Arrays.stream(grades).min().orElseThrow(),
                Arrays.stream(grades).max().orElseThrow());
    }

    @Override
    Grades fit(Book book, Measure measure) {
        // A band is a range of the value itself, whichever way is better.
        Direction direction = isByThresholds ? measure.direction() : Direction.HIGHER_IS_BETTER;
        double[] oriented = Arrays.stream(edges).map(direction::orient).toArray();
        for (int t = 1; t < oriented.length; t++) {
            if (!(oriented[t] > oriented[t - 1])) {
                throw new IllegalArgumentException("the thresholds of " + measure + " must get stronger, but "
                        + edges[t] + " comes after " + edges[t - 1]);
            }
        }
        return new StepGrades(direction, oriented, grades, false);
    }

    @Override
    Object plain() {
        return isByThresholds
                ? Settings.empty().with("thresholds", edges)
                : Settings.empty()
                        .with("bands", Settings.empty().with("edges", edges).with("grades", grades));
    }
}
