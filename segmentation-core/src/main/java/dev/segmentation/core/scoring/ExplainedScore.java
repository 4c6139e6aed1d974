package dev.segmentation.core.scoring;

import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import java.util.List;

/**
 * The score that a scorecard gave a client, with its parts and the reasons of it.
 *
 * @param value a number on the scale
 * @param scale what the number is measured on, such as {@code 1 to 3}
 * @param contributions the criteria that took part, in their order
 * @param reasons one a criterion that took part, the one that moved the score most in front. Their codes are
 *     {@code criterion.helped}, {@code criterion.hurt} and {@code criterion.neutral}, for a grade above, below and in the
 *     middle of the scale, with the criterion, the grade, the scale and the contribution as arguments; and
 *     {@code criterion.constant} for one in which all clients of the book are equal
 */
public record ExplainedScore(double value, String scale, List<Contribution> contributions, List<Reason> reasons)
        implements Score {

    /**
     * Copies the lists.
     *
     * @param value see {@link #value()}
     * @param scale see {@link #scale()}
     * @param contributions see {@link #contributions()}
     * @param reasons see {@link #reasons()}
     */
    public ExplainedScore {
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
    }
}
