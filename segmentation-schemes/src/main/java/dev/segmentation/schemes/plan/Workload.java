package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segment;
import java.util.Arrays;
import java.util.List;

/** So many clients in each segment, and the hours that they need: those that there are, or those of a what-if. */
public final class Workload {

    private static final double MINUTES = 60;

    private final List<Segment> segments;
    private final long[] clients;
    private final List<String> roles;
    private final double[] needed;
    private final long[] available;
    private final boolean canServe;

    /** Takes the arrays as they are: needed and available minutes by role. */
    Workload(
            List<Segment> segments,
            long[] clients,
            List<String> roles,
            double[] needed,
            long[] available,
            boolean canServe) {
        this.segments = segments;
        this.clients = clients;
        this.roles = roles;
        this.needed = needed;
        this.available = available;
        this.canServe = canServe;
    }

    /**
     * Gives the number of clients in a segment.
     *
     * @param segment a segment of the scheme
     * @return 0 or more
     * @throws IllegalArgumentException if the scheme has no such segment
     */
    public long clients(Segment segment) {
        int place = segments.indexOf(segment);
        if (place < 0) {
            throw new IllegalArgumentException("there must be a segment '" + segment + "', but there are " + segments);
        }
        return clients[place];
    }

    /**
     * Gives the cumulative share of clients from the best segment down to this one, among those that were judged.
     *
     * @param segment a segment of the scheme
     * @return from 0 to 1; {@code NaN} where nobody was judged
     * @throws IllegalArgumentException if the scheme has no such segment
     */
    public double cumulativeShare(Segment segment) {
        clients(segment); // refuses one that is not known
        long upTo = Arrays.stream(clients, 0, segments.indexOf(segment) + 1).sum();
        return (double) upTo / Arrays.stream(clients).sum();
    }

    /**
     * Gives the hours that a role needs.
     *
     * @param role the name of a role of the team
     * @return hours a year
     * @throws IllegalArgumentException if the team has no such role
     */
    public double hoursNeeded(String role) {
        return needed[place(role)] / MINUTES;
    }

    /**
     * Gives the hours that a role has.
     *
     * @param role the name of a role of the team
     * @return hours a year
     * @throws IllegalArgumentException if the team has no such role
     */
    public double hoursAvailable(String role) {
        return available[place(role)] / MINUTES;
    }

    private int place(String role) {
        int place = roles.indexOf(role);
        if (place < 0) {
            throw new IllegalArgumentException("there must be a role '" + role + "', but there are " + roles);
        }
        return place;
    }

    /**
     * Says whether every role has the hours that it needs, and a week for each touch.
     *
     * @return whether it fits the team
     */
    public boolean fits() {
        if (!canServe) {
            return false;
        }
        for (int r = 0; r < needed.length; r++) {
            if (needed[r] > available[r]) {
                return false;
            }
        }
        return true;
    }

    /** Gives one line: {@code Workload[24 Platinum, 36 Gold, fits]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Workload[");
        for (int s = 0; s < clients.length; s++) {
            text.append(clients[s]).append(' ').append(segments.get(s)).append(", ");
        }
        return text.append(fits() ? "fits]" : "does not fit]").toString();
    }
}
