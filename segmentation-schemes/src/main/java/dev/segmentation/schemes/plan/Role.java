package dev.segmentation.schemes.plan;

import dev.segmentation.api.Settings;
import dev.segmentation.api.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The people of a team who do one kind of work, and the hours that they have for clients.
 *
 * <p>One adviser who works 1,920 hours a year, half of them for clients, and has eight of the 52 weeks closed, four of them
 * away, has 1,920 hours in 48 weeks, so 40 a week, 20 of them for clients, and 44 weeks for planned touches: 880 hours.
 *
 * <pre>{@code
 * Role.of("adviser", 1, 1_920)
 *         .withClientShare(0.5)
 *         .withHourCost(150)
 *         .withAwayWeeks(List.of(1, 31, 32, 52))
 *         .withBusyWeeks(List.of(13, 14, 15, 16))
 * }</pre>
 *
 * <p>Unless set, all hours are for clients, cost nothing, and no week is closed.
 */
public final class Role {

    private static final double HOURS_OF_A_YEAR = 366 * 24;
    private static final int MOST_WEEKS = 53;
    private static final int MOST_PEOPLE = 1_000_000;

    private final String name;
    private final int people;
    private final double hoursAYear;
    private final Share clientShare;
    private final double hourCost;
    private final List<Integer> awayWeeks;
    private final List<Integer> busyWeeks;

    private Role(
            String name,
            int people,
            double hoursAYear,
            Share clientShare,
            double hourCost,
            List<Integer> awayWeeks,
            List<Integer> busyWeeks) {
        this.name = name;
        this.people = people;
        this.hoursAYear = hoursAYear;
        this.clientShare = clientShare;
        this.hourCost = hourCost;
        this.awayWeeks = awayWeeks;
        this.busyWeeks = busyWeeks;
    }

    /**
     * Gives a role.
     *
     * @param name what it is called, as the services of a plan name it; not blank
     * @param people how many there are, from 1 to 1,000,000
     * @param hoursAYear how many hours each of them works in a year, weeks away not counted; above 0, at most 8,784
     * @return the role
     * @throws IllegalArgumentException if something is not in its range
     */
    public static Role of(String name, int people, double hoursAYear) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a role must not be blank");
        }
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("people must be from 1 to " + MOST_PEOPLE + ", but was " + people);
        }
        if (!(hoursAYear > 0 && hoursAYear <= HOURS_OF_A_YEAR)) {
            throw new IllegalArgumentException(
                    "the hours of a year must be above 0 and at most 8784, but were " + hoursAYear);
        }
        return new Role(name, people, hoursAYear, Share.of(1, 1), 0, List.of(), List.of());
    }

    /**
     * Gives the same role with another share of time for clients.
     *
     * @param share above 0, at most 1
     * @return another role
     * @throws IllegalArgumentException if the share is not in that range
     */
    public Role withClientShare(double share) {
        return withClientShare(Share.of(share));
    }

    private Role withClientShare(Share share) {
        return new Role(name, people, hoursAYear, share, hourCost, awayWeeks, busyWeeks);
    }

    /**
     * Gives the same role with what an hour costs the practice.
     *
     * @param cost an amount of 0 or more
     * @return another role
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public Role withHourCost(double cost) {
        if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the cost of an hour must be 0 or more and finite, but was " + cost);
        }
        return new Role(name, people, hoursAYear, clientShare, cost, awayWeeks, busyWeeks);
    }

    /**
     * Gives the same role with other weeks in which nobody is there.
     *
     * @param weeks numbers of weeks by ISO 8601, from 1 to 53; copied
     * @return another role
     * @throws IllegalArgumentException if a number is not in that range
     */
    public Role withAwayWeeks(List<Integer> weeks) {
        return new Role(name, people, hoursAYear, clientShare, hourCost, checked(weeks), busyWeeks);
    }

    /**
     * Gives the same role with other weeks that are worked but leave no time for planned touches, such as those before a tax
     * year ends.
     *
     * @param weeks numbers of weeks by ISO 8601, from 1 to 53; copied
     * @return another role
     * @throws IllegalArgumentException if a number is not in that range
     */
    public Role withBusyWeeks(List<Integer> weeks) {
        return new Role(name, people, hoursAYear, clientShare, hourCost, awayWeeks, checked(weeks));
    }

    private static List<Integer> checked(List<Integer> weeks) {
        for (int week : weeks) {
            if (week < 1 || week > MOST_WEEKS) {
                throw new IllegalArgumentException("a week must be from 1 to " + MOST_WEEKS + ", but was " + week);
            }
        }
        return List.copyOf(new TreeSet<>(weeks));
    }

    /**
     * Gives what it is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives how many there are.
     *
     * @return 1 or more
     */
    public int people() {
        return people;
    }

    /**
     * Gives how many hours each works in a year.
     *
     * @return hours
     */
    public double hoursAYear() {
        return hoursAYear;
    }

    /**
     * Gives the share of the time that is for clients.
     *
     * @return the share
     */
    public Share clientShare() {
        return clientShare;
    }

    /**
     * Gives what an hour costs.
     *
     * @return an amount of 0 or more
     */
    public double hourCost() {
        return hourCost;
    }

    /**
     * Gives the weeks in which nobody is there.
     *
     * @return numbers of weeks by ISO 8601, rising
     */
    public List<Integer> awayWeeks() {
        return awayWeeks;
    }

    /**
     * Gives the weeks that leave no time for planned touches.
     *
     * @return numbers of weeks by ISO 8601, rising
     */
    public List<Integer> busyWeeks() {
        return busyWeeks;
    }

    static Role from(Settings settings) {
        settings.allow("role", "people", "hours_a_year", "client_share", "hour_cost", "away_weeks", "busy_weeks");
        String name = settings.text("role").orElseThrow(settings.lacking("role"));
        int people = settings.whole("people").orElse(1);
        double hours = settings.real("hours_a_year").orElseThrow(settings.lacking("hours_a_year"));
        Role named = settings.checked("role", () -> of(name, 1, 1));
        Role counted = settings.checked("people", () -> of(named.name, people, 1));
        Role timed = settings.checked("hours_a_year", () -> of(named.name, counted.people, hours));
        double share = settings.real("client_share").orElse(1.0);
        Role shared = settings.checked("client_share", () -> timed.withClientShare(share));
        double cost = settings.real("hour_cost").orElse(0.0);
        Role costed = settings.checked("hour_cost", () -> shared.withHourCost(cost));
        List<Integer> away = weeks(settings, "away_weeks");
        Role absent = settings.checked("away_weeks", () -> costed.withAwayWeeks(away));
        List<Integer> busy = weeks(settings, "busy_weeks");
        return settings.checked("busy_weeks", () -> absent.withBusyWeeks(busy));
    }

    private static List<Integer> weeks(Settings settings, String key) {
        double[] weeks = settings.reals(key).orElse(new double[0]);
        return settings.checked(
                key,
                () -> Arrays.stream(weeks)
                        .mapToObj(week -> {
                            if (week != (int) week) {
                                throw new IllegalArgumentException("a week must be a whole number, but was " + week);
                            }
                            return (int) week;
                        })
                        .toList());
    }

    /** Gives what {@link #from} reads. */
    Settings settings() {
        return Settings.empty()
                .with("role", name)
                .with("people", people)
                .with("hours_a_year", hoursAYear)
                .with("client_share", clientShare.toDouble())
                .with("hour_cost", hourCost)
                .with("away_weeks", awayWeeks)
                .with("busy_weeks", busyWeeks);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Role that && settings().equals(that.settings());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, people, hoursAYear);
    }

    /** Gives one line: {@code Role[adviser, 1 person]}. */
    @Override
    public String toString() {
        return "Role[" + name + ", " + people + (people == 1 ? " person]" : " people]");
    }
}
