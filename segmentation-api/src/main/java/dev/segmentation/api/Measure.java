package dev.segmentation.api;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A named number about a client, and which direction is better.
 *
 * <p>The name is the identity within a book: a book holds one measure of a name. Any measure can be made with
 * {@link #of(String)}; the constants are those that the built-in schemes speak of.
 *
 * @param name what it is called, such as {@code revenue}; not blank, no blanks at its ends
 * @param direction which way is better
 */
public record Measure(String name, Direction direction) implements Serializable {

    /** What the client brings in a year, in the book's currency; more is better. */
    public static final Measure REVENUE = of("revenue");

    /** What the client is expected to bring in a year's time, in the book's currency; more is better. */
    public static final Measure FUTURE_REVENUE = of("future_revenue");

    /** What the client has invested, in the book's currency; more is better. */
    public static final Measure ASSETS = of("assets");

    /** Hours that serving the client takes in a year; less is better. */
    public static final Measure HOURS = new Measure("hours", Direction.LOWER_IS_BETTER);

    /** How pleasant and cooperative the client is, graded 1 (below average) to 3 (above average). */
    public static final Measure ATTITUDE = of("attitude");

    /** How much the client brings others, the centre of influence, graded 1 (below average) to 3 (above average). */
    public static final Measure INFLUENCE = of("influence");

    private static final List<Measure> STANDARD = List.of(REVENUE, FUTURE_REVENUE, ASSETS, HOURS, ATTITUDE, INFLUENCE);

    /**
     * Checks the parts.
     *
     * @param name see {@link #name()}
     * @param direction see {@link #direction()}
     * @throws IllegalArgumentException if the name is blank or has blanks at its ends
     */
    public Measure {
        Objects.requireNonNull(direction, "direction");
        if (name.isBlank() || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    "the name of a measure must have a letter and no blanks at its ends, but was '" + name + "'");
        }
    }

    /**
     * Gives a measure of which more is better.
     *
     * @param name what it is called
     * @return the measure
     * @throws IllegalArgumentException if the name is blank or has blanks at its ends
     */
    public static Measure of(String name) {
        return new Measure(name, Direction.HIGHER_IS_BETTER);
    }

    /**
     * Gives the measures that the built-in schemes speak of, in the order of the constants above.
     *
     * @return six measures
     */
    public static List<Measure> standard() {
        return STANDARD;
    }

    /**
     * Gives the same as plain data, which {@link Settings#measure} reads.
     *
     * @return the settings
     */
    public Settings settings() {
        return Settings.empty().with("name", name).with("direction", direction);
    }

    /** Gives the name. */
    @Override
    public String toString() {
        return name;
    }
}
