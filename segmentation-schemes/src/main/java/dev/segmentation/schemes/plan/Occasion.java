package dev.segmentation.schemes.plan;

import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.Settings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day in the year on which a service is given: the same for all clients, as the end of the tax year, or each client's own,
 * as a birthday.
 *
 * <pre>{@code
 * Occasion.on(MonthDay.of(4, 5))       // the 5th of April
 * Occasion.everyYear("birthday")       // the day in that text attribute: 1961-07-30, or 07-30
 * Occasion.once("retirement")          // only in the year of the date in it
 * }</pre>
 *
 * <p>The 29th of February is the 28th in other years.
 */
public final class Occasion {

    private static final String MUST_BE_DATE = "must be a date such as 1961-07-30";

    private static final String MUST_BE_DAY = MUST_BE_DATE + " or 07-30";

    private static final Year LEAP_YEAR = Year.of(2000);

    private final @Nullable MonthDay day;
    private final String attribute;
    private final boolean isYearly;

    private Occasion(@Nullable MonthDay day, String attribute, boolean isYearly) {
        this.day = day;
        this.attribute = attribute;
        this.isYearly = isYearly;
    }

    /**
     * Gives a day that is the same for all clients.
     *
     * @param day the day
     * @return the occasion
     */
    public static Occasion on(MonthDay day) {
        return new Occasion(Objects.requireNonNull(day, "day"), "", true);
    }

    /**
     * Gives each client's own day, every year.
     *
     * @param attribute the text attribute with the date, as {@code 1961-07-30}, or {@code 07-30} where the year is not known
     * @return the occasion
     */
    public static Occasion everyYear(String attribute) {
        return new Occasion(null, Objects.requireNonNull(attribute, "attribute"), true);
    }

    /**
     * Gives each client's own day, in its year alone.
     *
     * @param attribute the text attribute with the date, as {@code 2027-03-31}
     * @return the occasion
     */
    public static Occasion once(String attribute) {
        return new Occasion(null, Objects.requireNonNull(attribute, "attribute"), false);
    }

    /**
     * Gives the text attribute that the date is read from.
     *
     * @return the name, or nothing for a day that is the same for all
     */
    public Optional<String> attribute() {
        return attribute.isEmpty() ? Optional.empty() : Optional.of(attribute);
    }

    /**
     * Says whether it comes back every year.
     *
     * @return whether it does
     */
    public boolean isYearly() {
        return isYearly;
    }

    /**
     * Gives the day of a client in a year.
     *
     * @param client the client
     * @param year the year
     * @return the day, or nothing where it is not known or not in that year
     * @throws InvalidAttributeException if the client's text is no date
     */
    public Optional<LocalDate> in(Client client, Year year) {
        if (day != null) {
            return Optional.of(year.atMonthDay(day));
        }
        String text = client.attribute(attribute).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return read(text, year);
        } catch (DateTimeException noDate) {
            throw new InvalidAttributeException(client.id(), attribute, text, mustBe());
        }
    }

    /**
     * Says what a client's text must be, where it is no date.
     *
     * @param text the text of the attribute; a blank one is an unknown date and not refused
     * @return {@code must be a date such as 1961-07-30 or 07-30} for {@code 30.7.61}; of what comes once, without the second
     *     form; nothing where the text is fine, or the day is the same for all clients
     */
    public Optional<String> refusal(String text) {
        if (day != null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            read(text.strip(), LEAP_YEAR);
            return Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.of(mustBe());
        }
    }

    private Optional<LocalDate> read(String text, Year year) {
        if (isYearly && text.length() == 5) {
            return Optional.of(year.atMonthDay(MonthDay.parse("--" + text)));
        }
        LocalDate date = LocalDate.parse(text);
        if (isYearly) {
            return Optional.of(year.atMonthDay(MonthDay.from(date)));
        }
        return date.getYear() == year.getValue() ? Optional.of(date) : Optional.empty();
    }

    private String mustBe() {
        return isYearly ? MUST_BE_DAY : MUST_BE_DATE;
    }

    /** Says whether a client is due in a year though nobody knows on which day. */
    boolean isUnknown(Client client) {
        return isYearly
                && !attribute.isEmpty()
                && client.attribute(attribute).orElse("").isBlank();
    }

    static Occasion from(Settings settings) {
        settings.allow("day", "every_year", "once");
        if (settings.keys().size() != 1) {
            throw new IllegalArgumentException("there must be one of day, every_year and once, but there are "
                    + settings.keys().size());
        }
        if (settings.has("day")) {
            String text = settings.text("day").orElse("");
            return settings.checked("day", () -> on(monthDay(text)));
        }
        if (settings.has("every_year")) {
            return everyYear(settings.text("every_year").orElse(""));
        }
        return once(settings.text("once").orElseThrow(settings.lacking("once")));
    }

    private static MonthDay monthDay(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("must be a month and day such as 04-05, but was '" + text + "'", noDay);
        }
    }

    Settings settings() {
        if (day != null) {
            return Settings.empty().with("day", day.toString().substring(2));
        }
        return Settings.empty().with(isYearly ? "every_year" : "once", attribute);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Occasion that
                && Objects.equals(day, that.day)
                && attribute.equals(that.attribute)
                && isYearly == that.isYearly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, attribute, isYearly);
    }

    /** Gives words: {@code on 04-05}, {@code birthday every year}, {@code retirement once}. */
    @Override
    public String toString() {
        if (day != null) {
            return "on " + day.toString().substring(2);
        }
        return attribute + (isYearly ? " every year" : " once");
    }
}
