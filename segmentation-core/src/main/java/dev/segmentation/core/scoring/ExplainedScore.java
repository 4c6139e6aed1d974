package dev.segmentation.core.scoring;

import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The score that a scorecard gave a client, with its parts and the reasons of it. Equal if all of them are. */
public final class ExplainedScore implements Score {

    private static final long serialVersionUID = 1;

    private final FittedScorecard scorecard;
    private final double value;
    private final double[] raw;
    private final double[] grades;
    private final Reason[] reasons;

    /** Takes the arrays as they are: of the client's own and its grades by each criterion, and the reasons. */
    ExplainedScore(FittedScorecard scorecard, double value, double[] raw, double[] grades, Reason... reasons) {
        this.scorecard = scorecard;
        this.value = value;
        this.raw = raw;
        this.grades = grades;
        this.reasons = reasons;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public String scale() {
        return scorecard.scale().toString();
    }

    /**
     * Gives the parts: those criteria that took part, in their order.
     *
     * @return the parts
     */
    @Override
    public List<Contribution> contributions() {
        List<Contribution> parts = new ArrayList<>(grades.length);
        double total = 0;
        for (int c = 0; c < grades.length; c++) {
            total += Double.isNaN(grades[c]) ? 0 : scorecard.criterion(c).wholeWeight();
        }
        for (int c = 0; c < grades.length; c++) {
            if (!Double.isNaN(grades[c])) {
                FittedCriterion criterion = scorecard.criterion(c);
                double contribution = criterion.wholeWeight() * grades[c] / total;
                parts.add(new Contribution(
                        criterion.source().name(), raw[c], grades[c], criterion.weight(), contribution));
            }
        }
        return List.copyOf(parts);
    }

    /**
     * Gives the reasons of the score, one a criterion that took part, the one that moved it most in front. Their codes are
     * {@code criterion.helped}, {@code criterion.hurt} and {@code criterion.neutral}, for a grade above, below and in the
     * middle of the scale, with the criterion, the grade, the scale and the contribution as arguments; and
     * {@code criterion.constant} for one in which all clients of the book are equal.
     *
     * @return the reasons
     */
    public List<Reason> reasons() {
        return Collections.unmodifiableList(Arrays.asList(reasons)); // nobody changes the array
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExplainedScore that
                && value == that.value
                && scale().equals(that.scale())
                && contributions().equals(that.contributions())
                && Arrays.equals(reasons, that.reasons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, scale(), contributions());
    }

    /** Gives one line: {@code Score[2.4 on 1 to 3]}. */
    @Override
    public String toString() {
        return "Score[" + value + " on " + scale() + "]";
    }
}
