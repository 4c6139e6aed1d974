package dev.segmentation.schemes.plan;

import java.time.Month;
import java.util.Map;

/**
 * The hours that one role needs in a year, and those that it has for planned touches.
 *
 * @param role its name
 * @param hoursNeeded for all touches of the year
 * @param hoursAvailable in its open weeks
 * @param neededBy the needed hours by month: touches that are evenly spaced go with the open days, occasions with their dates
 * @param availableBy the hours by month
 */
public record RoleLoad(
        String role,
        double hoursNeeded,
        double hoursAvailable,
        Map<Month, Double> neededBy,
        Map<Month, Double> availableBy) {

    /**
     * Copies the parts.
     *
     * @param role see {@link #role()}
     * @param hoursNeeded see {@link #hoursNeeded()}
     * @param hoursAvailable see {@link #hoursAvailable()}
     * @param neededBy see {@link #neededBy()}
     * @param availableBy see {@link #availableBy()}
     */
    public RoleLoad {
        neededBy = Map.copyOf(neededBy);
        availableBy = Map.copyOf(availableBy);
    }

    /**
     * Gives what is left, or lacking.
     *
     * @return hours; negative where more is needed than there is
     */
    public double hoursLeft() {
        return hoursAvailable - hoursNeeded;
    }
}
