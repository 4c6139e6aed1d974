package dev.segmentation.api;

/** Says that a measure of one client has a value that cannot be. */
public final class InvalidMeasureException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String clientId;
    private final Measure measure;

    /**
     * Says whose value it was and what it must be.
     *
     * @param clientId the client
     * @param measure the measure
     * @param value the value that was
     * @param mustBe what it must be, such as {@code must be a whole number from 1 to 3}
     */
    public InvalidMeasureException(String clientId, Measure measure, double value, String mustBe) {
        super(measure + " " + mustBe + ", but was " + value + " (client " + clientId + ")");
        this.clientId = clientId;
        this.measure = measure;
    }

    /**
     * Gives the client.
     *
     * @return its id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * Gives the measure.
     *
     * @return the measure
     */
    public Measure measure() {
        return measure;
    }
}
