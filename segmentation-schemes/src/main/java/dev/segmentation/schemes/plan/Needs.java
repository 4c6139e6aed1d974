package dev.segmentation.schemes.plan;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;

/** What a plan asks of a team for one client: how often it gets each service, and what that takes. */
final class Needs {

    private static final double MINUTES = 60;

    private final List<Segment> segments;

    /** The segments, and the unscored behind them. */
    private final List<Segment> rows;

    private final List<Service> services;
    private final Team team;
    private final Year year;
    private final int[][] touches;
    private final int[] roleOf;
    private final double[] costOfTouch;

    Needs(List<Segment> segments, ServicePlan plan, Team team, Year year) {
        this.segments = segments;
        this.rows = ServicePlan.rows(segments);
        this.services = plan.services();
        this.team = team;
        this.year = year;
        this.touches = new int[services.size()][rows.size()];
        this.roleOf = new int[services.size()];
        this.costOfTouch = new double[services.size()];
        for (int s = 0; s < services.size(); s++) {
            Service service = services.get(s);
            Role role = team.role(service.role()).orElseThrow();
            roleOf[s] = team.roles().indexOf(role);
            costOfTouch[s] = service.minutes() / MINUTES * role.hourCost() + service.cost();
            for (int row = 0; row < rows.size(); row++) {
                touches[s][row] = service.touches(rows.get(row), segments);
            }
        }
    }

    List<Segment> segments() {
        return segments;
    }

    List<Segment> rows() {
        return rows;
    }

    int row(Segment segment) {
        return segment.isScored() ? segment.order() - 1 : segments.size();
    }

    List<Service> services() {
        return services;
    }

    Team team() {
        return team;
    }

    Year year() {
        return year;
    }

    int roleOf(int service) {
        return roleOf[service];
    }

    double costOfTouch(int service) {
        return costOfTouch[service];
    }

    /** Gives how often a client of a row gets a service in a year in which any occasion comes. */
    int touches(int service, int row) {
        return touches[service][row];
    }

    /** Says whether how often a client gets a service depends on a date of its own. */
    boolean dependsOnClient(int service) {
        return services.get(service).occasion().flatMap(Occasion::attribute).isPresent();
    }

    /** Gives how often a client gets a service in the year. */
    int touches(int service, int row, Client client) {
        if (touches[service][row] == 0 || !dependsOnClient(service)) {
            return touches[service][row];
        }
        Occasion occasion = services.get(service).occasion().orElseThrow();
        return occasion.isUnknown(client) || occasion.in(client, year).isPresent() ? 1 : 0;
    }

    /** Gives the day of an occasion; nothing for a service that has none, or where it is not known. */
    Optional<LocalDate> day(int service, Client client) {
        return services.get(service).occasion().flatMap(occasion -> occasion.in(client, year));
    }

    ClientLoad load(Client client, Segment segment) {
        int row = row(segment);
        double minutes = 0;
        double cost = 0;
        for (int s = 0; s < services.size(); s++) {
            int times = touches(s, row, client);
            minutes += (double) times * services.get(s).minutes();
            cost += times * costOfTouch[s];
        }
        return new ClientLoad(client.id(), minutes / MINUTES, cost, client.measure(Measure.REVENUE));
    }
}
