package dev.segmentation.api;

import org.jspecify.annotations.Nullable;

/** Says that a text attribute of one client has a value that cannot be. */
public final class InvalidAttributeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String clientId;
    private final String attribute;

    /**
     * Says whose text it was and what it must be.
     *
     * @param clientId the client
     * @param attribute the name of the attribute
     * @param text the text that was, or {@code null} where it is unknown
     * @param mustBe what it must be, such as {@code must be one of yes, no}
     */
    public InvalidAttributeException(String clientId, String attribute, @Nullable String text, String mustBe) {
        super(attribute + " " + mustBe + ", but was " + (text == null ? "unknown" : "'" + text + "'") + " (client "
                + clientId + ")");
        this.clientId = clientId;
        this.attribute = attribute;
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
     * Gives the name of the attribute.
     *
     * @return the name
     */
    public String attribute() {
        return attribute;
    }
}
