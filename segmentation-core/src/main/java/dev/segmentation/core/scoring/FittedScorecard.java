package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Score;
import java.util.ArrayList;
import java.util.List;

/** A scorecard that has learnt from a book how to grade; it scores one client at a time. */
public final class FittedScorecard implements Ordering.ScoreFunction {

    private static final long serialVersionUID = 1;
    private static final String SCALE = "1 to 3";

    private final Criterion[] criteria;
    private final Grading.Grades[] grades;
    private final long totalWeight;

    FittedScorecard(Criterion[] criteria, Grading.Grades[] grades) {
        this.criteria = criteria;
        this.grades = grades;
        long total = 0;
        for (Criterion criterion : criteria) {
            total += criterion.weight();
        }
        this.totalWeight = total;
    }

    /**
     * Gives the score of a client as a number.
     *
     * @param client the client
     * @return from 1 to 3; {@code NaN} where a measure is unknown
     * @throws dev.segmentation.api.InvalidMeasureException if a given grade is none
     */
    @Override
    public double score(Client client) {
        double sum = 0;
        for (int c = 0; c < criteria.length; c++) {
            sum += criteria[c].weight() * grades[c].of(client);
        }
        return sum / totalWeight;
    }

    /**
     * Gives the criteria.
     *
     * @return at least one, in the order of the parts of a score
     */
    public List<Criterion> criteria() {
        return List.of(criteria);
    }

    /**
     * Gives the measures that cannot be graded of a client, so that it has no score: its value is unknown, or the book
     * had none to compare it with.
     *
     * @param client the client
     * @return the measures; empty where the client can be scored
     * @throws dev.segmentation.api.InvalidMeasureException if a given grade is none, whatever else is unknown
     */
    public List<Measure> unknown(Client client) {
        List<Measure> unknown = new ArrayList<>();
        for (int c = 0; c < criteria.length; c++) {
            if (Double.isNaN(grades[c].of(client))) {
                unknown.add(criteria[c].measure());
            }
        }
        return unknown;
    }

    /**
     * Gives the score of a client with its parts.
     *
     * @param client a client of whom no measure is unknown
     * @return the score
     * @throws IllegalArgumentException if a measure is unknown, or a given grade is none
     */
    public Score explain(Client client) {
        List<Measure> unknown = unknown(client);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("all measures must be known, but unknown are " + unknown);
        }
        List<Score.Contribution> parts = new ArrayList<>(criteria.length);
        for (int c = 0; c < criteria.length; c++) {
            Criterion criterion = criteria[c];
            double grade = grades[c].of(client);
            parts.add(new Score.Contribution(
                    criterion.measure().name(),
                    client.measure(criterion.measure()),
                    grade,
                    criterion.weight(),
                    criterion.weight() * grade / totalWeight));
        }
        return new WeightedScore(score(client), SCALE, parts);
    }

    private record WeightedScore(double value, String scale, List<Contribution> contributions) implements Score {
        WeightedScore {
            contributions = List.copyOf(contributions);
        }
    }
}
