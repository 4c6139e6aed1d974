package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segmentation;
import java.time.Year;
import java.util.List;

/**
 * Every touch that the clients of a segmentation are promised in a year, on a working day.
 *
 * <pre>{@code
 * ContactCalendar calendar = ContactCalendar.of(segmentation, plan, team, Year.of(2027));
 * calendar.touches().forEach(touch -> crm.addTask(touch.clientId(), touch.service().name(), touch.date().orElseThrow()));
 * calendar.unplaced().forEach(touch -> System.out.println(touch.clientId() + ": " + touch.problem()));
 * }</pre>
 *
 * <p>The touches of a service are evenly spaced for each client over the open weeks of the role that gives it: four a year
 * over 44 open weeks are eleven open weeks apart. Where each client begins is chosen so that
 * its services are far from each other and the load is level over the weeks. A week that is full sends a touch to the nearest week with room. Occasions are
 * on their day, else on the nearest working day with room in the two weeks before it, else on the nearest one within three weeks. No role gets
 * more than its week's minutes, and nothing is put in a week away or busy. What finds no room in any open week is told apart,
 * with the reason: better segments are placed first, then by the order of the plan.
 *
 * <p>It does not depend on the order of the book, and is the same on every run. Costs some thousand steps a client, and an
 * object a touch: for 250 clients some milliseconds.
 */
public final class ContactCalendar {

    private final Year year;
    private final List<Touch> touches;
    private final List<Touch> unplaced;

    ContactCalendar(Year year, List<Touch> touches, List<Touch> unplaced) {
        this.year = year;
        this.touches = List.copyOf(touches);
        this.unplaced = List.copyOf(unplaced);
    }

    /**
     * Puts every touch of a plan on a day.
     *
     * @param segmentation any segmentation
     * @param plan what its segments get
     * @param team who there is
     * @param year the year
     * @return the calendar
     * @throws dev.segmentation.api.InvalidSettingsException if the plan names segments or roles that are not there
     * @throws dev.segmentation.api.InvalidAttributeException if a client's date of an occasion is none
     */
    public static ContactCalendar of(Segmentation segmentation, ServicePlan plan, Team team, Year year) {
        plan.check(segmentation.segments());
        team.check(plan);
        return new Placing(segmentation, new Needs(segmentation.segments(), plan, team, year)).calendar();
    }

    /**
     * Gives the year.
     *
     * @return the year
     */
    public Year year() {
        return year;
    }

    /**
     * Gives the touches that were placed.
     *
     * @return by day, then in the order of the plan, then by client
     */
    public List<Touch> touches() {
        return touches;
    }

    /**
     * Gives the touches that could not be placed, with the reason.
     *
     * @return in the order of the plan, then by client
     */
    public List<Touch> unplaced() {
        return unplaced;
    }

    /** Gives one line: {@code ContactCalendar[2027, 1200 touches, 3 not placed]}. */
    @Override
    public String toString() {
        return "ContactCalendar[" + year + ", " + touches.size() + " touches, " + unplaced.size() + " not placed]";
    }
}
