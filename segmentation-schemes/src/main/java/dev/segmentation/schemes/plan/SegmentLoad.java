package dev.segmentation.schemes.plan;

import dev.segmentation.api.Segment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the clients of one segment need and bring in a year.
 *
 * @param segment the segment, or {@link Segment#UNSCORED}
 * @param clients how many there are
 * @param hoursBy the hours by role, in the team's order
 * @param cost the hours at their roles' cost, and direct cost
 * @param revenue what those bring of whom it is known; {@code NaN} where it is known of none
 * @param revenueUnknown of how many it is not known; {@link #margin} and {@link #effectiveRate} leave out what they bring
 * @param atLoss how many of them cost more than they bring
 */
public record SegmentLoad(
        Segment segment,
        long clients,
        Map<String, Double> hoursBy,
        double cost,
        double revenue,
        long revenueUnknown,
        long atLoss) {

    /**
     * Copies the parts.
     *
     * @param segment see {@link #segment()}
     * @param clients see {@link #clients()}
     * @param hoursBy see {@link #hoursBy()}
     * @param cost see {@link #cost()}
     * @param revenue see {@link #revenue()}
     * @param revenueUnknown see {@link #revenueUnknown()}
     * @param atLoss see {@link #atLoss()}
     */
    public SegmentLoad {
        hoursBy = Collections.unmodifiableMap(new LinkedHashMap<>(hoursBy));
    }

    /**
     * Gives the hours of all roles.
     *
     * @return hours
     */
    public double hours() {
        return hoursBy.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Gives what they bring less what they cost.
     *
     * @return an amount; {@code NaN} where no revenue is known
     */
    public double margin() {
        return revenue - cost;
    }

    /**
     * Gives the effective rate: what they bring for each hour spent on them.
     *
     * @return an amount an hour; {@code NaN} where no revenue is known or no hour is spent
     */
    public double effectiveRate() {
        return hours() == 0 ? Double.NaN : revenue / hours();
    }
}
