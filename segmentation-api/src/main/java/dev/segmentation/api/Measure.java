package dev.segmentation.api;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** What the client is expected to have invested in time to come, in the book's currency; more is better. */
    public static final Measure FUTURE_ASSETS = of("future_assets");

    /** What the client brings less what serving it costs, in the book's currency; more is better. */
    public static final Measure PROFIT = of("profit");

    /** What serving the client costs in a year beside hours, in the book's currency; less is better. */
    public static final Measure DIRECT_COST = new Measure("direct_cost", Direction.LOWER_IS_BETTER);

    /** Whether the client gets what the practice does: 1 for yes, 0 for not yet. */
    public static final Measure ENGAGED = of("engaged");

    /** Whether the client needs what the practice does: 1 for yes, 0 for no. */
    public static final Measure NEEDS = of("needs");

    /** Whether the client wants what the practice does: 1 for yes, 0 for no. */
    public static final Measure WANTS = of("wants");

    /** Whether the client values what the practice does: 1 for yes, 0 for no. */
    public static final Measure VALUES = of("values");

    /** Whether the adviser expects the client to become an ideal one: 1 for yes, 0 for no. */
    public static final Measure EXPECTED_IDEAL = of("expected_ideal");

    /** In how many years the client is expected to become an ideal one; less is better. */
    public static final Measure YEARS_TO_IDEAL = new Measure("years_to_ideal", Direction.LOWER_IS_BETTER);

    /** Whether the client could use more of what the practice does: 1 for yes, 0 for no. */
    public static final Measure CROSS_SELL = of("cross_sell");

    /** Whether the client brings others: 1 for yes, 0 for no. */
    public static final Measure REFERRALS = of("referrals");

    private static final List<Measure> STANDARD = List.of(
            REVENUE,
            FUTURE_REVENUE,
            ASSETS,
            HOURS,
            ATTITUDE,
            INFLUENCE,
            FUTURE_ASSETS,
            PROFIT,
            DIRECT_COST,
            ENGAGED,
            NEEDS,
            WANTS,
            VALUES,
            EXPECTED_IDEAL,
            YEARS_TO_IDEAL,
            CROSS_SELL,
            REFERRALS);

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
     * @return the measures
     */
    public static List<Measure> standard() {
        return STANDARD;
    }

    /**
     * Gives the measure that a name alone means: the standard one of that name, or one of which more is better.
     *
     * @param name what it is called
     * @return the measure
     * @throws IllegalArgumentException if the name is blank or has blanks at its ends
     */
    public static Measure named(String name) {
        return STANDARD.stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseGet(() -> of(name));
    }

    // What a record does by itself is linked at first use, which takes longer than all that a short run does with it.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Measure that && name.equals(that.name) && direction == that.direction);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Gives the name. */
    @Override
    public String toString() {
        return name;
    }
}
