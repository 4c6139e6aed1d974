package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import java.util.Arrays;

/** Grades by ranges that need not rise. */
final class BandGrading extends Grading {

    private final double[] edges;
    private final double[] grades;

    BandGrading(double[] edges, double[] grades) {
        if (grades.length != edges.length + 1) {
            throw new IllegalArgumentException("there must be one grade more than edges, but there are " + grades.length
                    + " grades and " + edges.length + " edges");
        }
        for (int e = 0; e < edges.length; e++) {
            if (!Double.isFinite(edges[e]) || (e > 0 && !(edges[e] > edges[e - 1]))) {
                throw new IllegalArgumentException("edges must be finite and rise, but edge " + (e + 1) + " of "
                        + edges.length + " is " + edges[e]);
            }
        }
        this.edges = edges.clone();
        this.grades = grades.clone();
        scale(); // refuses grades that are all equal
    }

    @Override
    public Scale scale() {
        return new Scale(
                Arrays.stream(grades).min().orElseThrow(),
                Arrays.stream(grades).max().orElseThrow());
    }

    @Override
    Grades fit(Book book, Measure measure) {
        return new InBand(edges, grades);
    }

    private static final class InBand implements Grades {

        private static final long serialVersionUID = 1;

        private final double[] edges;
        private final double[] grades;

        InBand(double[] edges, double[] grades) {
            this.edges = edges;
            this.grades = grades;
        }

        @Override
        public double of(double value) {
            int band = 0;
            while (band < edges.length && value >= edges[band]) {
                band++;
            }
            return grades[band];
        }
    }
}
