package dev.segmentation.core.review;

import dev.segmentation.api.Segment;

/**
 * A move that was not made, or not in whole, and what held it.
 *
 * @param clientId the client
 * @param from where it was
 * @param ruled where the rule would have it
 * @param to where it is now
 * @param control what held it
 */
public record Held(String clientId, Segment from, Segment ruled, Segment to, Control control) {}
