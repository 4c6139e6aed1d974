package dev.segmentation.schemes.plan;

/**
 * What one client needs and brings in a year.
 *
 * @param clientId the client
 * @param hours of all roles
 * @param cost the hours at their roles' cost, and direct cost
 * @param revenue what it brings; {@code NaN} where that is not known
 */
public record ClientLoad(String clientId, double hours, double cost, double revenue) {

    /**
     * Gives what the client brings less what it costs.
     *
     * @return an amount; {@code NaN} where revenue is not known
     */
    public double margin() {
        return revenue - cost;
    }

    /**
     * Gives the effective rate: what the client brings for each hour spent on it.
     *
     * @return an amount an hour; {@code NaN} where revenue is not known or no hour is spent
     */
    public double effectiveRate() {
        return hours == 0 ? Double.NaN : revenue / hours;
    }

    /**
     * Says whether the client is served at a loss.
     *
     * @return whether it costs more than it brings; not so where revenue is not known
     */
    public boolean isAtLoss() {
        return revenue < cost;
    }
}
