package dev.segmentation.api;

import java.io.Serializable;
import java.util.Objects;

/**
 * How far a client is from a neighbouring segment.
 *
 * <p>With a cut at a score of 2.4 that 24 clients reached, one with the score 2.2 and rank 26 is 0.2 and 2 clients away
 * from the segment above.
 *
 * @param segment the segment
 * @param key what the clients are ranked by first, such as {@code score}
 * @param distance how far the client's key is from the cut; 0 where the keys that break ties decide
 * @param clients how many places lie between: how many clients it must pass, or must be passed by
 */
public record Gap(Segment segment, String key, double distance, long clients) implements Serializable {

    /**
     * Checks the parts.
     *
     * @param segment see {@link #segment()}
     * @param key see {@link #key()}
     * @param distance see {@link #distance()}
     * @param clients see {@link #clients()}
     * @throws IllegalArgumentException if a distance is negative or unknown
     */
    public Gap {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(key, "key");
        if (!(distance >= 0) || clients < 0) {
            throw new IllegalArgumentException(
                    "distances must be 0 or more, but were " + distance + " and " + clients + " clients");
        }
    }
}
