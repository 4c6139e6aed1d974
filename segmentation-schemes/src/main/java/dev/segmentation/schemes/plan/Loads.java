package dev.segmentation.schemes.plan;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Summary;
import dev.segmentation.core.ranking.SummaryAccumulator;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The touches of a year, counted in one pass over the clients, and what they add up to by role and by segment. */
final class Loads {

    private static final double MINUTES = 60;
    private static final int MONTHS = 12;

    private final Needs needs;
    private final boolean hasRevenue;
    private final long[] clients;
    private final long[][] touches;

    /** Touches of occasions by month; those without a known date are not among them. */
    private final long[][] occasions;

    private final long[] unknownDates;

    /** How many clients of the book have the date of an occasion in the year, or one that is not known. */
    private final long[] due;

    private final long[] atLoss;
    private final SummaryAccumulator[] revenue;
    private final List<WorkingYear> years;

    Loads(Segmentation segmentation, Needs needs) {
        this.needs = needs;
        this.hasRevenue = segmentation.book().has(Measure.REVENUE);
        int rows = needs.rows().size();
        int services = needs.services().size();
        this.clients = new long[rows];
        this.touches = new long[services][rows];
        this.occasions = new long[services][MONTHS];
        this.unknownDates = new long[services];
        this.due = new long[services];
        this.atLoss = new long[rows];
        this.revenue = IntStream.range(0, rows)
                .mapToObj(row -> new SummaryAccumulator())
                .toArray(SummaryAccumulator[]::new);
        this.years = needs.team().roles().stream()
                .map(role -> new WorkingYear(role, needs.team(), needs.year()))
                .toList();
        count(segmentation);
    }

    private void count(Segmentation segmentation) {
        int[] own = IntStream.range(0, needs.services().size())
                .filter(needs::dependsOnClient)
                .toArray();
        double[] sharedCost = new double[clients.length];
        for (int row = 0; row < clients.length; row++) {
            clients[row] = segmentation.count(needs.rows().get(row));
            for (int s = 0; s < touches.length; s++) {
                if (!needs.dependsOnClient(s)) {
                    touches[s][row] = clients[row] * needs.touches(s, row);
                    sharedCost[row] += needs.touches(s, row) * needs.costOfTouch(s);
                }
            }
        }
        for (int index = 0; index < segmentation.size(); index++) {
            Client client = segmentation.book().client(index);
            int row = needs.row(segmentation.segment(index));
            double cost = sharedCost[row];
            for (int service : own) {
                cost += countOccasion(service, row, client) * needs.costOfTouch(service);
            }
            double amount = client.measure(Measure.REVENUE);
            revenue[row].add(amount);
            atLoss[row] += amount < cost ? 1 : 0;
        }
        countSharedOccasions();
    }

    private int countOccasion(int service, int row, Client client) {
        Occasion occasion = needs.services().get(service).occasion().orElseThrow();
        LocalDate day = occasion.in(client, needs.year()).orElse(null);
        if (day == null && !occasion.isUnknown(client)) {
            return 0;
        }
        due[service]++;
        if (needs.touches(service, row) == 0) {
            return 0;
        }
        touches[service][row]++;
        if (day == null) {
            unknownDates[service]++;
        } else {
            occasions[service][day.getMonthValue() - 1]++;
        }
        return 1;
    }

    /** Those of a day that is the same for all are known without a look at the clients. */
    private void countSharedOccasions() {
        Client nobody = Client.of("", Map.of());
        for (int s = 0; s < touches.length; s++) {
            int service = s;
            if (!needs.dependsOnClient(s)) {
                needs.day(s, nobody)
                        .ifPresent(day -> occasions[service][day.getMonthValue() - 1] =
                                Arrays.stream(touches[service]).sum());
            }
        }
    }

    Needs needs() {
        return needs;
    }

    long[] clients() {
        return clients;
    }

    /** Gives the minutes that a role has in its open weeks. */
    long available(int role) {
        return years.get(role).minutes();
    }

    /** Finds the services of which one touch takes longer than any week of the role has. */
    List<Service> tooLong() {
        return IntStream.range(0, touches.length)
                .filter(this::isTooLong)
                .mapToObj(needs.services()::get)
                .toList();
    }

    private boolean isTooLong(int service) {
        return needs.services().get(service).minutes()
                > years.get(needs.roleOf(service)).mostMinutes();
    }

    /** Says whether a client of a row is promised what can be put in no week. */
    boolean cannotServe(int row) {
        return IntStream.range(0, touches.length).anyMatch(s -> needs.touches(s, row) > 0 && isTooLong(s));
    }

    /** Gives the minutes that a role needs for the clients of a row. */
    long needed(int role, int row) {
        long minutes = 0;
        for (int s = 0; s < touches.length; s++) {
            if (needs.roleOf(s) == role) {
                minutes += touches[s][row] * needs.services().get(s).minutes();
            }
        }
        return minutes;
    }

    /** Gives the minutes that a role needs for one client of a row; of occasions that come once, on average. */
    double neededByOne(int role, int row) {
        double minutes = 0;
        long all = Arrays.stream(clients).sum();
        for (int s = 0; s < touches.length; s++) {
            if (needs.roleOf(s) == role) {
                double part = needs.dependsOnClient(s) && all > 0 ? (double) due[s] / all : 1;
                minutes +=
                        part * needs.touches(s, row) * needs.services().get(s).minutes();
            }
        }
        return minutes;
    }

    Map<String, Long> unknownDates() {
        Map<String, Long> unknown = new LinkedHashMap<>();
        for (int s = 0; s < unknownDates.length; s++) {
            if (unknownDates[s] > 0) {
                unknown.put(needs.services().get(s).name(), unknownDates[s]);
            }
        }
        return unknown;
    }

    List<RoleLoad> roles() {
        List<RoleLoad> roles = new ArrayList<>();
        for (int r = 0; r < years.size(); r++) {
            int role = r;
            Map<Month, Double> neededBy = new EnumMap<>(Month.class);
            Map<Month, Double> availableBy = new EnumMap<>(Month.class);
            for (Month month : Month.values()) {
                neededBy.put(month, neededIn(month, r) / MINUTES);
                availableBy.put(month, available(r) * years.get(r).part(month) / MINUTES);
            }
            double needed = IntStream.range(0, clients.length)
                    .mapToLong(row -> needed(role, row))
                    .sum();
            roles.add(new RoleLoad(
                    needs.team().roles().get(r).name(),
                    needed / MINUTES,
                    available(r) / MINUTES,
                    neededBy,
                    availableBy));
        }
        return List.copyOf(roles);
    }

    private double neededIn(Month month, int role) {
        double minutes = 0;
        for (int s = 0; s < touches.length; s++) {
            if (needs.roleOf(s) == role) {
                long all = Arrays.stream(touches[s]).sum();
                long dated = Arrays.stream(occasions[s]).sum();
                double spread = (all - dated) * years.get(role).part(month);
                minutes += (occasions[s][month.getValue() - 1] + spread)
                        * needs.services().get(s).minutes();
            }
        }
        return minutes;
    }

    List<SegmentLoad> segments() {
        List<SegmentLoad> loads = new ArrayList<>();
        for (int row = 0; row < clients.length; row++) {
            Segment segment = needs.rows().get(row);
            if (segment.isScored() || clients[row] > 0) {
                loads.add(load(segment, row));
            }
        }
        return List.copyOf(loads);
    }

    private SegmentLoad load(Segment segment, int row) {
        Map<String, Double> hoursBy = new LinkedHashMap<>();
        for (int r = 0; r < years.size(); r++) {
            hoursBy.put(needs.team().roles().get(r).name(), needed(r, row) / MINUTES);
        }
        double cost = 0;
        for (int s = 0; s < touches.length; s++) {
            cost += touches[s][row] * needs.costOfTouch(s);
        }
        Summary brought = revenue[row].summary();
        return new SegmentLoad(
                segment,
                clients[row],
                hoursBy,
                cost,
                brought.count() == 0 && (clients[row] > 0 || !hasRevenue) ? Double.NaN : brought.sum(),
                clients[row] - brought.count(),
                atLoss[row]);
    }
}
