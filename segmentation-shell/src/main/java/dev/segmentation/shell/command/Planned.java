package dev.segmentation.shell.command;

import dev.segmentation.api.Segmentation;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ContactCalendar;
import dev.segmentation.schemes.plan.Occasion;
import dev.segmentation.schemes.plan.Service;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.csv.TextChecks;
import java.time.Year;

/**
 * What is to be delivered, by whom and when; the parts fit each other.
 *
 * @param services what each segment gets
 * @param team who there is
 * @param year the year
 */
record Planned(ServicePlan services, Team team, Year year) {

    /** Says what the dates of occasions must be. */
    TextChecks dates() {
        TextChecks dates = TextChecks.none();
        for (Service service : services.services()) {
            Occasion occasion = service.occasion().orElse(null);
            if (occasion != null && occasion.attribute().isPresent()) {
                dates = dates.with(occasion.attribute().get(), occasion::refusal);
            }
        }
        return dates;
    }

    /** Compares the hours that are needed with those that there are. */
    CapacityReport capacity(Segmentation result) {
        return CapacityReport.of(result, services, team, year);
    }

    /** Puts every touch on a day. */
    ContactCalendar calendar(Segmentation result) {
        return ContactCalendar.of(result, services, team, year);
    }
}
