package dev.segmentation.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * A change of one measure that alone would move a client to another segment.
 *
 * @param measure the measure
 * @param from the client's value
 * @param to the nearest value that moves it
 * @param segment where it moves
 */
public record Change(Measure measure, double from, double to, Segment segment) implements Serializable {

    /**
     * Checks the parts.
     *
     * @param measure see {@link #measure()}
     * @param from see {@link #from()}
     * @param to see {@link #to()}
     * @param segment see {@link #segment()}
     * @throws IllegalArgumentException if nothing changes, or a value is unknown
     */
    public Change {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(segment, "segment");
        if (Double.isNaN(from) || Double.isNaN(to) || from == to) {
            throw new IllegalArgumentException(
                    "a change must be from one number to another, but was from " + from + " to " + to);
        }
    }
}
