package dev.segmentation.api;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme asks of one measure: whether the book must have it, and which values make sense.
 *
 * <p>A form or an importer can check a value against it before a scheme sees it. An unknown value is never refused
 * here: what becomes of it is the scheme's affair.
 *
 * @param measure the measure
 * @param required whether the book must have it; otherwise the scheme can do without
 * @param least the smallest value that makes sense
 * @param most the largest value that makes sense
 * @param wholeOnly whether only whole numbers make sense
 */
public record Requirement(Measure measure, boolean required, double least, double most, boolean wholeOnly)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @param measure see {@link #measure()}
     * @param required see {@link #required()}
     * @param least see {@link #least()}
     * @param most see {@link #most()}
     * @param wholeOnly see {@link #wholeOnly()}
     * @throws IllegalArgumentException if the smallest is not at most the largest, or only whole numbers make sense and
     *     one of the two is none
     */
    public Requirement {
        Objects.requireNonNull(measure, "measure");
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "the least must be at most the most, but they are " + least + " and " + most);
        }
        if (wholeOnly && !(isWhole(least) && isWhole(most))) {
            throw new IllegalArgumentException(
                    "the range of whole numbers must be of whole numbers, but is from " + least + " to " + most);
        }
    }

    /**
     * Gives the requirement that a book has a measure, with any value.
     *
     * @param measure the measure
     * @return the requirement
     */
    public static Requirement needs(Measure measure) {
        return new Requirement(measure, true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Says that a scheme uses a measure where the book has it, with any value.
     *
     * @param measure the measure
     * @return the requirement
     */
    public static Requirement uses(Measure measure) {
        return new Requirement(measure, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    /**
     * Gives the same, for whole numbers within a range.
     *
     * @param newLeast the smallest
     * @param newMost the largest
     * @return another requirement
     */
    public Requirement wholeWithin(int newLeast, int newMost) {
        return new Requirement(measure, required, newLeast, newMost, true);
    }

    /**
     * Gives the same, for a measure that the book must have.
     *
     * @return another requirement
     */
    public Requirement asNeeded() {
        return new Requirement(measure, true, least, most, wholeOnly);
    }

    /**
     * Says whether any value will do.
     *
     * @return whether nothing is ever refused
     */
    public boolean acceptsAll() {
        return !wholeOnly && least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY;
    }

    /**
     * Says whether a value makes sense.
     *
     * @param value the value; {@code NaN} is unknown and accepted
     * @return whether it is accepted
     */
    public boolean accepts(double value) {
        return Double.isNaN(value) || (value >= least && value <= most && (!wholeOnly || isWhole(value)));
    }

    /**
     * Says what a value must be, where it is not.
     *
     * @param value the value; {@code NaN} is unknown and not refused
     * @return for example {@code must be a whole number from 1 to 3}, or nothing where the value is fine
     */
    public Optional<String> refusal(double value) {
        if (accepts(value)) {
            return Optional.empty();
        }
        return Optional.of(
                wholeOnly
                        ? "must be a whole number from " + (long) least + " to " + (long) most
                        : "must be from " + least + " to " + most);
    }

    /**
     * Refuses a client of whom one of several values makes no sense.
     *
     * @param requirements what is asked
     * @param client the client
     * @throws InvalidMeasureException if a value is refused
     */
    public static void checkAll(List<Requirement> requirements, Client client) {
        requirements.forEach(requirement -> requirement.check(client));
    }

    private static boolean isWhole(double value) {
        return value == (long) value || (value == Math.rint(value) && !Double.isInfinite(value));
    }

    // What a record does by itself is linked at first use, which takes longer than all that a short run does with it.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Requirement that
                        && measure.equals(that.measure)
                        && required == that.required
                        && Double.compare(least, that.least) == 0
                        && Double.compare(most, that.most) == 0
                        && wholeOnly == that.wholeOnly);
    }

    @Override
    public int hashCode() {
        return 31 * measure.hashCode() + Double.hashCode(most);
    }

    /**
     * Refuses a client whose value makes no sense.
     *
     * @param client the client
     * @throws InvalidMeasureException if the value is refused
     */
    public void check(Client client) {
        double value = client.measure(measure);
        Optional<String> refusal = refusal(value);
        if (refusal.isPresent()) {
            throw new InvalidMeasureException(client.id(), measure, value, refusal.get());
        }
    }
}
