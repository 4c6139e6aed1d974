package dev.segmentation.api;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a client of a book is where it is: its assignment, how far it is from the segments beside, and the smallest change
 * of one measure, and of one text, that would move it.
 *
 * <p>Made when it is asked for: the assignment is cheap, the rest is a search.
 */
public final class Explanation implements Serializable {

    private static final long serialVersionUID = 1;

    /** Enough to tell the numbers of clients apart in words; the exact ones are in the parts. */
    private static final MathContext SHOWN = new MathContext(7);

    /** More would show the next number above 0 with 324 decimals. */
    private static final int MOST_DECIMALS = 9;

    private static final double MOST_SHOWN = 1e15;

    private final Assignment assignment;
    private final @Nullable Gap better;
    private final @Nullable Gap worse;
    private final @Nullable Change rise;
    private final @Nullable Change fall;
    private final @Nullable TextChange textRise;
    private final @Nullable TextChange textFall;

    private Explanation(
            Assignment assignment,
            @Nullable Gap better,
            @Nullable Gap worse,
            @Nullable Change rise,
            @Nullable Change fall,
            @Nullable TextChange textRise,
            @Nullable TextChange textFall) {
        this.assignment = Objects.requireNonNull(assignment, "assignment");
        this.better = better;
        this.worse = worse;
        this.rise = rise;
        this.fall = fall;
        this.textRise = textRise;
        this.textFall = textFall;
    }

    /**
     * Gives an explanation that knows the assignment alone.
     *
     * @param assignment the assignment
     * @return the explanation
     */
    public static Explanation of(Assignment assignment) {
        return new Explanation(assignment, null, null, null, null, null, null);
    }

    /**
     * Gives the same with another assignment, such as one that a person decided.
     *
     * @param newAssignment the assignment
     * @return another explanation
     */
    public Explanation withAssignment(Assignment newAssignment) {
        return new Explanation(newAssignment, better, worse, rise, fall, textRise, textFall);
    }

    /**
     * Gives the same with the distances to the segments beside.
     *
     * @param toBetter how far the next better segment is, or {@code null} where there is none
     * @param toWorse how far the next worse segment is, or {@code null} where there is none
     * @return another explanation
     */
    public Explanation withGaps(@Nullable Gap toBetter, @Nullable Gap toWorse) {
        return new Explanation(assignment, toBetter, toWorse, rise, fall, textRise, textFall);
    }

    /**
     * Gives the same with the changes that would move the client.
     *
     * @param newRise the smallest change to a better segment, or {@code null} where there is none
     * @param newFall the smallest change to a worse segment, or {@code null} where there is none
     * @return another explanation
     */
    public Explanation withChanges(@Nullable Change newRise, @Nullable Change newFall) {
        return new Explanation(assignment, better, worse, newRise, newFall, textRise, textFall);
    }

    /**
     * Gives the same with the changes of a text that would move the client.
     *
     * @param newRise the smallest change to a better segment, or {@code null} where there is none
     * @param newFall the smallest change to a worse segment, or {@code null} where there is none
     * @return another explanation
     */
    public Explanation withTextChanges(@Nullable TextChange newRise, @Nullable TextChange newFall) {
        return new Explanation(assignment, better, worse, rise, fall, newRise, newFall);
    }

    /**
     * Gives the client's segment, score and reasons.
     *
     * @return the assignment
     */
    public Assignment assignment() {
        return assignment;
    }

    /**
     * Gives the client's segment.
     *
     * @return the segment; {@link Segment#UNSCORED} for a client that could not be judged
     */
    public Segment segment() {
        return assignment.segment();
    }

    /**
     * Gives the distance to the next better segment.
     *
     * @return the distance; nothing in the best segment, where no better one is for anybody, and where the scheme does not
     *     rank
     */
    public Optional<Gap> better() {
        return Optional.ofNullable(better);
    }

    /**
     * Gives the distance to the next worse segment.
     *
     * @return the distance; nothing in the worst segment, and where the scheme does not rank
     */
    public Optional<Gap> worse() {
        return Optional.ofNullable(worse);
    }

    /**
     * Gives the smallest change of one measure that alone would move the client to a better segment, among values that
     * the book has seen: the one that passes the fewest clients of the book.
     *
     * @return the change; nothing where none does
     */
    public Optional<Change> rise() {
        return Optional.ofNullable(rise);
    }

    /**
     * Gives the smallest change of one measure that alone would move the client to a worse segment, among values that
     * the book has seen: the one that is passed by the fewest clients of the book.
     *
     * @return the change; nothing where none does
     */
    public Optional<Change> fall() {
        return Optional.ofNullable(fall);
    }

    /**
     * Gives the smallest change of one text attribute that alone would move the client to a better segment, among texts that
     * the book has: the one to the nearest segment.
     *
     * @return the change; nothing where none does
     */
    public Optional<TextChange> textRise() {
        return Optional.ofNullable(textRise);
    }

    /**
     * Gives the smallest change of one text attribute that alone would move the client to a worse segment, among texts that
     * the book has: the one to the nearest segment.
     *
     * @return the change; nothing where none does
     */
    public Optional<TextChange> textFall() {
        return Optional.ofNullable(textFall);
    }

    /**
     * Gives the reasons of the assignment, then the distances and the changes as reasons of the codes
     * {@code gap.better}, {@code gap.worse}, {@code change.rise} and {@code change.fall}, the last two of measures and of texts.
     *
     * @return the reasons
     */
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>(assignment.reasons());
        if (better != null) {
            reasons.add(reason("gap.better", better, "above"));
        }
        if (worse != null) {
            reasons.add(reason("gap.worse", worse, "below"));
        }
        if (rise != null) {
            reasons.add(reason("change.rise", rise));
        }
        if (textRise != null) {
            reasons.add(reason("change.rise", textRise));
        }
        if (fall != null) {
            reasons.add(reason("change.fall", fall));
        }
        if (textFall != null) {
            reasons.add(reason("change.fall", textFall));
        }
        return List.copyOf(reasons);
    }

    private static Reason reason(String code, Gap gap, String where) {
        String clients = gap.clients() + (gap.clients() == 1 ? " client" : " clients");
        return new Reason(
                code,
                List.of(gap.segment().name(), gap.key(), Double.toString(gap.distance()), Long.toString(gap.clients())),
                gap.segment() + " is " + shown(gap.distance()) + " of " + gap.key() + " and " + clients + " " + where);
    }

    private static Reason reason(String code, Change change) {
        return new Reason(
                code,
                List.of(
                        change.measure().name(),
                        Double.toString(change.from()),
                        Double.toString(change.to()),
                        change.segment().name()),
                change.measure().name().replace('_', ' ') + " " + moving(change) + " instead of " + shown(change.from())
                        + " alone would make it " + change.segment());
    }

    private static Reason reason(String code, TextChange change) {
        return new Reason(
                code,
                List.of(
                        change.attribute(),
                        change.from(),
                        change.to(),
                        change.segment().name()),
                change.attribute().replace('_', ' ') + " '" + change.to() + "' instead of '" + change.from()
                        + "' alone would make it " + change.segment());
    }

    /** Gives the number that moves, or the one that it must be beyond: the number as it is shown may not reach it. */
    private static String moving(Change change) {
        String shown = shown(change.to());
        double number = Double.parseDouble(shown);
        if (change.to() < change.from()) {
            return (number > change.to() ? "below " : "") + shown;
        }
        return (number < change.to() ? "above " : "") + shown;
    }

    private static String shown(double value) {
        if (!(Math.abs(value) < MOST_SHOWN)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN);
        int decimals = Math.min(rounded.scale(), MOST_DECIMALS);
        return rounded.setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Explanation that
                && assignment.equals(that.assignment)
                && Objects.equals(better, that.better)
                && Objects.equals(worse, that.worse)
                && Objects.equals(rise, that.rise)
                && Objects.equals(fall, that.fall)
                && Objects.equals(textRise, that.textRise)
                && Objects.equals(textFall, that.textFall);
    }

    @Override
    public int hashCode() {
        return Objects.hash(assignment, better, worse, rise, fall, textRise, textFall);
    }

    /** Gives one line: {@code Explanation[C-0042, Gold]}. */
    @Override
    public String toString() {
        return "Explanation[" + assignment.clientId() + ", " + assignment.segment() + "]";
    }
}
