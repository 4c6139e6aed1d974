package dev.segmentation.shell.json;

import static dev.segmentation.shell.json.Json.list;
import static dev.segmentation.shell.json.Json.number;
import static dev.segmentation.shell.json.Json.object;

import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ClientLoad;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.RoleLoad;
import dev.segmentation.schemes.plan.SegmentLoad;
import dev.segmentation.schemes.plan.Service;
import dev.segmentation.schemes.plan.Touch;
import dev.segmentation.schemes.plan.Workload;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The parts of an answer about a service plan. */
final class PlanAnswer {

    private PlanAnswer() {}

    /** Gives all but the clients and the calendar. */
    static Map<String, @Nullable Object> capacity(CapacityReport report, Year year) {
        Optional<Workload> largest = report.largestThatFits();
        return object(
                "year", year.getValue(),
                "fits", report.fits(),
                "roles", list(report.roles(), PlanAnswer::role),
                "segments", list(report.segments(), PlanAnswer::segment),
                "sizes",
                        list(
                                report.segments().stream()
                                        .filter(load -> load.segment().isScored())
                                        .toList(),
                                load -> size(load, report.furtherClients(load.segment()), largest)),
                "too_long", list(report.tooLong(), PlanAnswer::tooLong),
                "unknown_dates",
                        list(
                                report.unknownDates().entrySet(),
                                unknown -> object("service", unknown.getKey(), "clients", unknown.getValue())));
    }

    private static Map<String, @Nullable Object> role(RoleLoad role) {
        return object(
                "role", role.role(),
                "hours_needed", role.hoursNeeded(),
                "hours_available", role.hoursAvailable(),
                "hours_left", role.hoursLeft(),
                "months", list(List.of(Month.values()), month -> month(role, month)));
    }

    private static Map<String, @Nullable Object> month(RoleLoad role, Month month) {
        return object(
                "month", month.getValue(),
                "hours_needed", role.neededBy().getOrDefault(month, 0.0),
                "hours_available", role.availableBy().getOrDefault(month, 0.0));
    }

    private static Map<String, @Nullable Object> segment(SegmentLoad load) {
        return object(
                "segment", load.segment().name(),
                "order", load.segment().isScored() ? load.segment().order() : null,
                "clients", load.clients(),
                "hours", load.hours(),
                "hours_by_role",
                        list(
                                load.hoursBy().entrySet(),
                                hours -> object("role", hours.getKey(), "hours", hours.getValue())),
                "cost", load.cost(),
                "revenue", number(load.revenue()),
                "revenue_unknown", load.revenueUnknown(),
                "margin", number(load.margin()),
                "revenue_per_hour", number(load.effectiveRate()),
                "at_loss", Double.isNaN(load.revenue()) ? null : load.atLoss());
    }

    private static Map<String, @Nullable Object> size(
            SegmentLoad load, OptionalLong further, Optional<Workload> largest) {
        Segment segment = load.segment();
        return object(
                "segment", segment.name(),
                "clients", load.clients(),
                "largest_that_fit",
                        largest.map(workload -> workload.clients(segment)).orElse(null),
                "largest_up_to",
                        largest.map(workload -> number(workload.cumulativeShare(segment)))
                                .orElse(null),
                "further_clients", further.isPresent() ? further.getAsLong() : null);
    }

    private static Map<String, @Nullable Object> tooLong(Service service) {
        return object("service", service.name(), "role", service.role(), "minutes", service.minutes());
    }

    /** Gives one a client, in the order of the book. */
    static List<Object> clients(CapacityReport report, Segmentation result) {
        List<Object> clients = new ArrayList<>();
        for (int index = 0; index < result.size(); index++) {
            clients.add(client(report.client(index), result.segment(index)));
        }
        return clients;
    }

    private static Map<String, @Nullable Object> client(ClientLoad load, Segment segment) {
        return object(
                "client", load.clientId(),
                "segment", segment.name(),
                "hours", load.hours(),
                "cost", load.cost(),
                "revenue", number(load.revenue()),
                "margin", number(load.margin()),
                "revenue_per_hour", number(load.effectiveRate()),
                "at_loss", Double.isNaN(load.revenue()) ? null : load.isAtLoss());
    }

    /** Counts the touches that have a day, and lists those that have none. */
    static Map<String, @Nullable Object> calendar(ContactCalendar calendar) {
        return object(
                "placed", calendar.touches().size(),
                "not_placed", list(calendar.unplaced(), PlanAnswer::touch));
    }

    private static Map<String, @Nullable Object> touch(Touch touch) {
        return object(
                "client", touch.clientId(),
                "service", touch.service().name(),
                "number", touch.number(),
                "problem", touch.problem());
    }
}
