package dev.segmentation.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * A change of one text attribute that alone would move a client to another segment.
 *
 * @param attribute its name
 * @param from the client's text
 * @param to a text that moves it
 * @param segment where it moves
 */
public record TextChange(String attribute, String from, String to, Segment segment) implements Serializable {

    /**
     * Checks the parts.
     *
     * @param attribute see {@link #attribute()}
     * @param from see {@link #from()}
     * @param to see {@link #to()}
     * @param segment see {@link #segment()}
     * @throws IllegalArgumentException if nothing changes
     */
    public TextChange {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(segment, "segment");
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "a change must be from one text to another, but was from and to '" + to + "'");
        }
    }
}
