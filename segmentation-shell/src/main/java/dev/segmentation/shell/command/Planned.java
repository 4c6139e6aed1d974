package dev.segmentation.shell.command;

import dev.segmentation.api.Segmentation;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.csv.ClientFile;
import java.time.Year;
import java.util.function.Supplier;

/**
 * What is to be delivered, by whom and when; the parts fit each other.
 *
 * @param services what each segment gets
 * @param team who there is
 * @param year the year
 */
record Planned(ServicePlan services, Team team, Year year) {

    /** Compares the hours that are needed with those that there are. */
    CapacityReport capacity(Segmentation result, ClientFile file) {
        return told(file, () -> CapacityReport.of(result, services, team, year));
    }

    /** Puts every touch on a day. */
    ContactCalendar calendar(Segmentation result, ClientFile file) {
        return told(file, () -> ContactCalendar.of(result, services, team, year));
    }

    private static <T> T told(ClientFile file, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException refused) {
            throw new DataException(file.name() + ": " + refused.getMessage());
        }
    }
}
