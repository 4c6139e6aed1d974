package dev.segmentation.core.scoring;

import dev.segmentation.api.Direction;
import dev.segmentation.api.Settings;
import java.io.Serializable;

/**
 * A line that lies at an amount.
 *
 * @param amount the amount
 * @param inclusive whether the amount itself passes
 */
public record FittedLine(double amount, boolean inclusive) implements Serializable {

    /**
     * Says whether a number passes.
     *
     * @param number the number; {@code NaN} does not pass
     * @return whether it is above the line
     */
    public boolean isPassedBy(double number) {
        return number > amount || (inclusive && number == amount);
    }

    /**
     * Says in words what passes the line of a measure: {@code at least 5}, or {@code at most 5} where less is better.
     *
     * @param direction which way the measure is better
     * @return the words
     */
    public String words(Direction direction) {
        if (direction == Direction.HIGHER_IS_BETTER) {
            return toString();
        }
        return (inclusive ? "at most " : "below ") + Scale.text(direction.orient(amount));
    }

    /**
     * Gives the same as plain data, which {@link #from} reads.
     *
     * @return the settings
     */
    public Settings settings() {
        return Settings.empty().with("amount", amount).with("inclusive", inclusive);
    }

    /**
     * Reads what {@link #settings} gives.
     *
     * @param settings the settings
     * @return the line
     * @throws dev.segmentation.api.InvalidSettingsException if something is not there or refused
     */
    public static FittedLine from(Settings settings) {
        settings.allow("amount", "inclusive");
        return new FittedLine(
                settings.real("amount").orElseThrow(settings.lacking("amount")),
                settings.flag("inclusive").orElseThrow(settings.lacking("inclusive")));
    }

    /** Gives words: {@code above 0} or {@code at least 2}. */
    @Override
    public String toString() {
        return (inclusive ? "at least " : "above ") + Scale.text(amount);
    }
}
