package dev.segmentation.schemes.plan;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Settings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who there is to serve the clients: the roles of a practice, and the holidays on which nobody works.
 *
 * <pre>{@code
 * Team.of(List.of(
 *         Role.of("adviser", 1, 1_920).withClientShare(0.5).withHourCost(150),
 *         Role.of("assistant", 2, 1_600).withHourCost(45)))
 * }</pre>
 */
public final class Team {

    private final List<Role> roles;
    private final Set<LocalDate> holidays;

    private Team(List<Role> roles, Set<LocalDate> holidays) {
        this.roles = List.copyOf(roles);
        this.holidays = Set.copyOf(holidays);
        if (this.roles.isEmpty()) {
            throw new IllegalArgumentException("a team must have at least one role, but has none");
        }
        Set<String> names = new HashSet<>();
        for (Role role : this.roles) {
            if (!names.add(role.name())) {
                throw new IllegalArgumentException(
                        "roles must have different names, but '" + role.name() + "' comes twice");
            }
        }
    }

    /**
     * Gives a team.
     *
     * @param roles its roles, no two of one name; copied
     * @return the team
     * @throws IllegalArgumentException if there is no role, or two have one name
     */
    public static Team of(List<Role> roles) {
        return new Team(roles, Set.of());
    }

    /**
     * Gives an illustrative team: an adviser, an associate and an assistant with 880 hours for planned touches each.
     *
     * @return a team to start from
     */
    public static Team example() {
        return Templates.team();
    }

    /**
     * Gives the same team with other holidays; Saturdays and Sundays are free anyway.
     *
     * @param days the days on which nobody works; copied
     * @return another team
     */
    public Team withHolidays(List<LocalDate> days) {
        return new Team(roles, Set.copyOf(days));
    }

    /**
     * Gives the roles.
     *
     * @return in the order in which the team names them
     */
    public List<Role> roles() {
        return roles;
    }

    /**
     * Gives the role of a name.
     *
     * @param name the name
     * @return the role, or nothing
     */
    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    boolean isHoliday(LocalDate day) {
        return holidays.contains(day);
    }

    /**
     * Refuses a plan for which the team has nobody.
     *
     * @param plan the plan
     * @throws InvalidSettingsException if a service is done by a role that the team does not have; the message lists those
     *     that it has
     */
    public void check(ServicePlan plan) {
        for (int s = 0; s < plan.services().size(); s++) {
            String role = plan.services().get(s).role();
            if (role(role).isEmpty()) {
                throw new InvalidSettingsException(
                        "services[" + s + "].role",
                        "must be one of the team's: "
                                + String.join(
                                        ", ", roles.stream().map(Role::name).toList()) + ", but was '" + role
                                + "'");
            }
        }
    }

    /**
     * Gives the same as plain data.
     *
     * @return the settings
     */
    public Settings settings() {
        return Settings.empty()
                .with("roles", roles.stream().map(Role::settings).toList())
                .with(
                        "holidays",
                        new TreeSet<>(holidays)
                                .stream().map(LocalDate::toString).toList());
    }

    /**
     * Reads a team. The keys are {@code roles}, a list of groups, and {@code holidays}, a list of dates; of a role {@code
     * role}, {@code people}, {@code hours_a_year}, {@code client_share}, {@code hour_cost}, {@code away_weeks} and {@code
     * busy_weeks}.
     *
     * @param settings the settings
     * @return the team
     * @throws InvalidSettingsException if something is not there or refused; the message says where
     */
    public static Team from(Settings settings) {
        settings.allow("roles", "holidays");
        List<Role> roles = settings.groups("roles").orElseThrow(settings.lacking("roles")).stream()
                .map(Role::from)
                .toList();
        List<LocalDate> holidays = settings.checked(
                "holidays",
                () -> settings.texts("holidays").orElse(List.of()).stream()
                        .map(Team::date)
                        .toList());
        return settings.checked("roles", () -> of(roles).withHolidays(holidays));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException(
                    "a holiday must be a date such as 2027-12-25, but was '" + text + "'", noDate);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Team that && roles.equals(that.roles) && holidays.equals(that.holidays);
    }

    @Override
    public int hashCode() {
        return roles.hashCode();
    }

    /** Gives one line: {@code Team[adviser, assistant]}. */
    @Override
    public String toString() {
        return "Team[" + String.join(", ", roles.stream().map(Role::name).toList()) + "]";
    }
}
