package dev.segmentation.core.review;

import dev.segmentation.api.Segment;

/**
 * An override in force that says otherwise than the rule.
 *
 * @param entry what was decided
 * @param ruled where the rule would have the client
 * @param steps how many segments better the override is than the rule; negative where it is worse
 */
public record Contradiction(LedgerEntry entry, Segment ruled, int steps) {}
