package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;

/**
 * How the values of a measure become grades on a scale. A value that is better never gets a worse grade, but for {@link
 * #bands}.
 *
 * <table>
 *   <caption>The ways to grade</caption>
 *   <tr><th>grading</th><th>grades</th></tr>
 *   <tr><td>{@link #given}</td><td>the values are grades already</td></tr>
 *   <tr><td>{@link #terciles}, {@link #equalCounts}</td><td>1 to k, by where the value stands in the book</td></tr>
 *   <tr><td>{@link #thresholds}</td><td>1 to k, by amounts</td></tr>
 *   <tr><td>{@link #aroundMean}</td><td>1 to 3, by the distance from the mean in standard deviations</td></tr>
 *   <tr><td>{@link #sharesOfTotal}</td><td>1 to k, by who together brings how much: the 80/20 line</td></tr>
 *   <tr><td>{@link #bands}</td><td>1 to k, by ranges that need not rise</td></tr>
 *   <tr><td>{@link #minMax}</td><td>0 to 1, linear between the least and the greatest of the book</td></tr>
 *   <tr><td>{@link #percentRank}</td><td>0 to 1, by the part of the other clients that is worse</td></tr>
 *   <tr><td>{@link #yesNo}</td><td>0 for no, 1 for yes</td></tr>
 * </table>
 *
 * <p>The criteria of one scorecard share a scale; {@link #on} puts a grading on another. A text is graded by {@link Levels}.
 */
public abstract class Grading {

    /** Only the gradings of this package extend it. */
    Grading() {}

    /**
     * Gives the scale of the grades.
     *
     * @return the scale
     */
    public abstract Scale scale();

    /**
     * Gives what a scheme that grades this way asks of the measure: the book can do without it.
     *
     * @param measure the measure
     * @return the requirement
     */
    public Requirement requirement(Measure measure) {
        return Requirement.uses(measure);
    }

    /** Learns from the book how to grade. */
    abstract Grades fit(Book book, Measure measure);

    /** Gives a text or settings that {@link GradingSettings} reads. */
    abstract Object plain();

    /**
     * Gives the same grading on another scale: its worst grade becomes the worst there, its best the best, and what lies
     * between lies there in proportion. {@code yesNo().on(Scale.ONE_TO_THREE)} gives 1 for no and 3 for yes.
     *
     * @param scale the other scale
     * @return another grading
     */
    public Grading on(Scale scale) {
        return new RescaledGrading(this, scale);
    }

    /**
     * Takes the values as grades: whole numbers from the worst to the best; another one is refused.
     *
     * @param worst the worst grade
     * @param best the best grade
     * @return the grading
     * @throws IllegalArgumentException if the best is not above the worst
     */
    public static Grading given(int worst, int best) {
        return new GivenGrading(worst, best);
    }

    /**
     * Grades by terciles of the book: the best third gets 3, the next 2, the rest 1. As {@link #equalCounts} of 3.
     *
     * @return the grading
     */
    public static Grading terciles() {
        return equalCounts(3);
    }

    /**
     * Grades by parts of the book of equal size: the best gets k, the worst 1.
     *
     * <p>Clients with equal values get the grade of their middle. With three grades, counted from the best, above a third
     * of the book is 3, below two thirds is 1: of the values 9, 7, 7, 5 the one 9 gets 3, both 7 get 2, and 5 gets 1. When
     * all values are equal, an odd number of grades gives all the middle one. A book without a known value grades nobody.
     *
     * @param grades how many grades, from 2 to 100
     * @return the grading
     * @throws IllegalArgumentException if the number of grades is not from 2 to 100
     */
    public static Grading equalCounts(int grades) {
        return new EqualCountGrading(grades);
    }

    /**
     * Grades by amounts: 1, and one more for each threshold that the value reaches.
     *
     * <p>With the thresholds 1,000 and 5,000 of revenue, 999 gets 1, 1,000 gets 2, and 5,000 gets 3. Where less is better,
     * thresholds are given from the weakest to the strongest too: 10 hours, then 5.
     *
     * @param thresholds at least one, each stronger than the one before; copied
     * @return the grading
     * @throws IllegalArgumentException if there is none or one is not finite; if they do not get stronger, when it is
     *     fitted
     */
    public static Grading thresholds(double... thresholds) {
        return FixedGrading.byThresholds(thresholds);
    }

    /**
     * Grades by the distance from the mean of the book: 3 beyond so many standard deviations on the better side, 1 beyond
     * them on the worse side, else 2.
     *
     * @param deviations how many, above 0
     * @return the grading
     * @throws IllegalArgumentException if the number is not above 0
     */
    public static Grading aroundMean(double deviations) {
        return new MeanGrading(deviations);
    }

    /**
     * Grades by ranges that need not rise, such as an age of 45 to 60 best.
     *
     * @param edges the edges between the ranges, rising; a value on an edge is in the range above it. Copied.
     * @param grades the grade of each range, one more than there are edges; the least and the greatest make the scale.
     *     Copied.
     * @return the grading
     * @throws IllegalArgumentException if the edges do not rise, the numbers do not fit, or all grades are equal
     */
    public static Grading bands(double[] edges, double[] grades) {
        return FixedGrading.byBands(edges, grades);
    }

    /**
     * Grades from 0, the worst value of the book, to 1, its best, and linearly between; a value beyond gets the end. When
     * all values are equal, all get 0.5.
     *
     * @return the grading
     */
    public static Grading minMax() {
        return new MinMaxGrading();
    }

    /**
     * Grades by the part of the other clients that is worse: 0 for the worst, 1 for one who is better than all others.
     * Of the values 9, 7, 7, 5 the one 9 gets 1, both 7 get a third, and 5 gets 0. When all values are equal, all get 0.
     *
     * <p>Exact for the clients of a book of up to 10,000; in a greater one a client between two places that are a
     * ten-thousandth of the book apart is graded by a line between them.
     *
     * @return the grading
     */
    public static Grading percentRank() {
        return new PercentRankGrading();
    }

    /**
     * Grades a measure that is 0 for no and 1 for yes; another value is refused.
     *
     * @return the grading, from 0 to 1
     */
    public static Grading yesNo() {
        return new GivenGrading(0, 1);
    }

    /**
     * Grades by who together brings how much of the book's total, counted off from the best: with the one share 0.8,
     * those who together bring 80 % get 2, the one who crosses it included, and the others 1.
     *
     * @param shares cumulative and rising, each in (0, 1]
     * @return the grading
     * @throws IllegalArgumentException if there is no share, one is outside (0, 1], or they do not rise; if the total is
     *     not above 0, when it is fitted
     */
    public static Grading sharesOfTotal(double... shares) {
        return new ShareOfTotalGrading(shares);
    }
}
