package dev.segmentation.shell.table;

import dev.segmentation.api.Segment;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.RoleLoad;
import dev.segmentation.schemes.plan.SegmentLoad;
import dev.segmentation.schemes.plan.Workload;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A capacity report as tables: hours by role and by month, cost and margin by segment, and which sizes would fit. */
public final class CapacityTables {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private final CapacityReport report;

    /**
     * Takes what is to be shown.
     *
     * @param report the report
     */
    public CapacityTables(CapacityReport report) {
        this.report = report;
    }

    /** Gives the lines of all tables, with an empty line between two. */
    @Override
    public String toString() {
        return String.join(System.lineSeparator(), roles(), months(), segments(), sizes());
    }

    private String roles() {
        TextTable table = table("role", "hours needed", "available", "left");
        for (RoleLoad role : report.roles()) {
            table.add(List.of(
                    role.role(), hours(role.hoursNeeded()), hours(role.hoursAvailable()), hours(role.hoursLeft())));
        }
        return table.toString();
    }

    private String months() {
        List<String> header = new ArrayList<>(List.of("month"));
        report.roles().forEach(role -> header.add(role.role()));
        TextTable table = table(header.toArray(new String[0]));
        for (Month month : Month.values()) {
            List<String> row = new ArrayList<>(List.of(MONTHS.get(month.getValue() - 1)));
            for (RoleLoad role : report.roles()) {
                row.add(hours(role.neededBy().getOrDefault(month, 0.0)) + " of "
                        + hours(role.availableBy().getOrDefault(month, 0.0)));
            }
            table.add(row);
        }
        return table.toString();
    }

    private String segments() {
        TextTable table = table("segment", "clients", "hours", "revenue", "per hour", "cost", "margin", "at a loss");
        for (SegmentLoad load : report.segments()) {
            table.add(List.of(
                    load.segment().name(),
                    whole(load.clients()),
                    hours(load.hours()),
                    amount(load.revenue()),
                    amount(load.effectiveRate()),
                    amount(load.cost()),
                    amount(load.margin()),
                    Double.isNaN(load.revenue()) ? "" : whole(load.atLoss())));
        }
        return table.toString();
    }

    /** The sizes that the segments have and could have; the unscored have none to choose. */
    private String sizes() {
        Optional<Workload> largest = report.largestThatFits();
        TextTable table = table("segment", "clients", "largest that fit", "up to", "further clients");
        for (SegmentLoad load : report.segments()) {
            Segment segment = load.segment();
            if (segment.isScored()) {
                OptionalLong further = report.furtherClients(segment);
                table.add(List.of(
                        segment.name(),
                        whole(load.clients()),
                        largest.map(workload -> whole(workload.clients(segment)))
                                .orElse("none"),
                        largest.map(workload -> percent(workload.cumulativeShare(segment)))
                                .orElse(""),
                        further.isPresent() ? whole(further.getAsLong()) : "any number"));
            }
        }
        return table.toString();
    }

    private static TextTable table(String... header) {
        List<Boolean> left = new ArrayList<>();
        for (int c = 0; c < header.length; c++) {
            left.add(c == 0);
        }
        return new TextTable(List.of(header), left);
    }

    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%,.1f", hours);
    }

    private static String amount(double amount) {
        return Double.isNaN(amount) ? "" : String.format(Locale.ROOT, "%,.0f", amount);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
