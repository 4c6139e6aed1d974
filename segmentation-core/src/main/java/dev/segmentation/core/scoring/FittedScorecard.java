package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Score;
import dev.segmentation.core.book.ColumnFunction;
import dev.segmentation.core.book.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A scorecard that has learnt from a book how to grade; it scores one client at a time, or all of a book at once. */
public final class FittedScorecard implements ColumnFunction {

    private static final long serialVersionUID = 1;

    private final Scale scale;
    private final FittedCriterion[] criteria;

    FittedScorecard(Scale scale, FittedCriterion... criteria) {
        this.scale = scale;
        this.criteria = criteria;
    }

    /**
     * Gives the score of a client as a number.
     *
     * @param client the client
     * @return a number on the scale; {@code NaN} where an unknown value leaves the client unscored
     * @throws dev.segmentation.api.InvalidMeasureException if a value makes no sense, or is unknown and that is refused
     */
    @Override
    public double score(Client client) {
        double sum = 0;
        double weight = 0;
        for (FittedCriterion criterion : criteria) {
            criterion.check(client);
            double grade = criterion.grade(client.measure(criterion.measure()), scale);
            if (!Double.isNaN(grade) || !criterion.canBeLeftOut()) {
                sum += criterion.wholeWeight() * grade;
                weight += criterion.wholeWeight();
            }
        }
        return sum / weight; // 0 / 0 where all are left out
    }

    /**
     * Gives the scores of all clients of a book.
     *
     * @param columns the clients
     * @return for each what {@link #score} gives
     * @throws dev.segmentation.api.InvalidMeasureException as {@link #score} does, for the first such client
     */
    @Override
    public double[] scores(Columns columns) {
        double[] sums = new double[columns.rows()];
        boolean canLeaveOut = Arrays.stream(criteria).anyMatch(FittedCriterion::canBeLeftOut);
        double[] weights = canLeaveOut ? new double[sums.length] : new double[0];
        double total = 0;
        for (FittedCriterion criterion : criteria) {
            double[] column = columns.values(criterion.measure());
            criterion.check(column, columns);
            double weight = criterion.wholeWeight();
            total += weight;
            for (int row = 0; row < sums.length; row++) {
                double grade = criterion.grade(column[row], scale);
                if (!canLeaveOut) {
                    sums[row] += weight * grade;
                } else if (!Double.isNaN(grade) || !criterion.canBeLeftOut()) {
                    sums[row] += weight * grade;
                    weights[row] += weight;
                }
            }
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] /= canLeaveOut ? weights[row] : total;
        }
        return sums;
    }

    /**
     * Gives the measures of the criteria, in their order.
     *
     * @return at least one measure
     */
    public List<Measure> measures() {
        return Arrays.stream(criteria).map(FittedCriterion::measure).toList();
    }

    /**
     * Gives the measures for want of which a client has no score: a value is unknown, or the book had none to compare it
     * with.
     *
     * @param client the client
     * @return the measures; empty where the client can be scored
     * @throws dev.segmentation.api.InvalidMeasureException if a value makes no sense, or is unknown and that is refused
     */
    public List<Measure> unknown(Client client) {
        double score = score(client);
        List<Measure> unknown = new ArrayList<>();
        for (FittedCriterion criterion : criteria) {
            if (Double.isNaN(score) && Double.isNaN(criterion.grade(client.measure(criterion.measure()), scale))) {
                unknown.add(criterion.measure());
            }
        }
        return unknown;
    }

    /**
     * Gives the measures that are the same for all clients of the book, so that they tell nobody apart.
     *
     * @return the measures; mostly none
     */
    public List<Measure> constant() {
        return Arrays.stream(criteria)
                .filter(criterion -> criterion.grades().isConstant())
                .map(FittedCriterion::measure)
                .toList();
    }

    /**
     * Gives the score of a client with its parts: those criteria that took part, in their order.
     *
     * @param client a client who can be scored
     * @return the score
     * @throws IllegalArgumentException if the client cannot be scored, or a value makes no sense
     */
    public Score explain(Client client) {
        double value = score(client);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    "a client must be scored to be explained, but unknown are " + unknown(client));
        }
        double[] grades = new double[criteria.length];
        double total = 0;
        for (int c = 0; c < criteria.length; c++) {
            grades[c] = criteria[c].grade(client.measure(criteria[c].measure()), scale);
            total += Double.isNaN(grades[c]) ? 0 : criteria[c].wholeWeight();
        }
        List<Score.Contribution> parts = new ArrayList<>(criteria.length);
        for (int c = 0; c < criteria.length; c++) {
            if (!Double.isNaN(grades[c])) {
                parts.add(new Score.Contribution(
                        criteria[c].measure().name(),
                        client.measure(criteria[c].measure()),
                        grades[c],
                        criteria[c].weight(),
                        criteria[c].wholeWeight() * grades[c] / total));
            }
        }
        return new WeightedScore(value, scale.toString(), parts);
    }

    private record WeightedScore(double value, String scale, List<Contribution> contributions) implements Score {
        WeightedScore {
            contributions = List.copyOf(contributions);
        }
    }
}
