package dev.segmentation.schemes.plan;

import dev.segmentation.api.Client;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.TopShares;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Whether a team can deliver a plan to the clients of a segmentation: the hours needed against the hours there are, and what
 * serving each segment costs and brings.
 *
 * <pre>{@code
 * CapacityReport report = CapacityReport.of(segmentation, plan, team, Year.of(2027));
 * report.fits();
 * report.roles().forEach(role -> System.out.println(role.role() + " " + role.hoursLeft()));
 * report.largestThatFits();                                    // the same tiers, as large as the team can serve
 * report.without(silver).hoursNeeded("adviser");               // if Silver were served as the segment below it
 * }</pre>
 *
 * <p>Three Gold clients with a call of 25 minutes three times a year need 225 minutes, which is 3.75 hours. Clients that could
 * not be judged get what everyone gets. Costs one pass over the clients; no calendar is made.
 *
 * <p>Source of the formulas: the effective rate is revenue / hours, and the clients that fit are hours there are / hours per
 * client (Kitces; Littlechild).
 */
public final class CapacityReport {

    private final Segmentation segmentation;
    private final Workloads workloads;
    private final Loads loads;

    private CapacityReport(Segmentation segmentation, Workloads workloads, Loads loads) {
        this.segmentation = segmentation;
        this.workloads = workloads;
        this.loads = loads;
    }

    /**
     * Compares what a segmentation needs by a plan with what a team has in a year.
     *
     * @param segmentation any segmentation
     * @param plan what its segments get
     * @param team who there is
     * @param year the year, whose weeks and dates count
     * @return the report
     * @throws dev.segmentation.api.InvalidSettingsException if the plan names segments or roles that are not there
     * @throws dev.segmentation.api.InvalidAttributeException if a client's date of an occasion is none
     */
    public static CapacityReport of(Segmentation segmentation, ServicePlan plan, Team team, Year year) {
        plan.check(segmentation.segments());
        team.check(plan);
        Needs needs = new Needs(segmentation.segments(), plan, team, year);
        Loads loads = new Loads(segmentation, needs);
        return new CapacityReport(segmentation, new Workloads(segmentation, needs, loads), loads);
    }

    /**
     * Gives the hours by role, and by month.
     *
     * @return one a role, in the team's order
     */
    public List<RoleLoad> roles() {
        return loads.roles();
    }

    /**
     * Gives the hours, cost and revenue by segment.
     *
     * @return one a segment, the best first, and one for unscored clients where there are some
     */
    public List<SegmentLoad> segments() {
        return loads.segments();
    }

    /**
     * Gives the hours, cost and revenue of one client.
     *
     * @param index the client's place in the book, from 0
     * @return its load
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public ClientLoad client(int index) {
        Client client = segmentation.book().client(index);
        return loads.needs().load(client, segmentation.segment(index));
    }

    /**
     * Finds the clients that are served at a loss: that cost more than they bring. One whose revenue is not known is not among
     * them.
     *
     * @return their places in the book, rising
     */
    public IntStream atLoss() {
        return IntStream.range(0, segmentation.size())
                .filter(index -> client(index).isAtLoss());
    }

    /**
     * Gives how many touches of each service cannot be put on a day as the client's date is not known. They are needed
     * nevertheless.
     *
     * @return the numbers by service; those of none are left out
     */
    public Map<String, Long> unknownDates() {
        return loads.unknownDates();
    }

    /**
     * Finds the services of which one touch takes longer than its role has in any week, so that none can be put on a day.
     *
     * @return the services; mostly none
     */
    public List<Service> tooLong() {
        return loads.tooLong();
    }

    /**
     * Says whether every role has the hours that it needs, and a week for each touch.
     *
     * @return whether the team can deliver the plan
     */
    public boolean fits() {
        return workload().fits();
    }

    /**
     * Gives the workload as it is.
     *
     * @return the clients by segment, and the hours by role
     */
    public Workload workload() {
        return workloads.actual();
    }

    /**
     * Gives the workload if the segments had other numbers of clients, nobody being placed again.
     *
     * @param clients how many, by segment; those not named stay as they are
     * @return the workload
     * @throws IllegalArgumentException if a segment is not known or a number negative
     */
    public Workload withClients(Map<Segment, Long> clients) {
        return workloads.withClients(clients);
    }

    /**
     * Gives the workload if a segment were cut, so that its clients were served as those of the next worse segment; of the
     * worst one, as those of the next better.
     *
     * @param segment the segment
     * @return the workload
     * @throws IllegalArgumentException if the segment is not known or the only one
     */
    public Workload without(Segment segment) {
        return workloads.without(segment);
    }

    /**
     * Gives the workload if the segments were cut at other shares of the clients that were judged.
     *
     * @param shares one fewer than there are segments
     * @return the workload
     * @throws IllegalArgumentException if the number of shares does not fit
     */
    public Workload withShares(TopShares shares) {
        return workloads.withShares(shares);
    }

    /**
     * Finds the largest shares that fit the team: all segments but the worst are made larger or smaller in their proportions
     * as they are, at most until the worst has nobody left.
     *
     * @return the workload, or nothing where it would not fit even with everyone in the worst segment, or where all clients
     *     are in that one already
     */
    public Optional<Workload> largestThatFits() {
        return workloads.largestThatFits();
    }

    /**
     * Gives how many more clients of a segment fit the hours that are left.
     *
     * @param segment a segment of the scheme
     * @return 0 or more; nothing where they take no time, so that any number fits
     * @throws IllegalArgumentException if the segment is not known
     */
    public OptionalLong furtherClients(Segment segment) {
        return workloads.furtherClients(segment);
    }

    /** Gives one line: {@code CapacityReport[250 clients, 3 roles, fits]}. */
    @Override
    public String toString() {
        return "CapacityReport[" + segmentation.size() + " clients, " + roles().size() + " roles, "
                + (fits() ? "fits]" : "does not fit]");
    }
}
