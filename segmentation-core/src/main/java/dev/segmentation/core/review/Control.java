package dev.segmentation.core.review;

/** What keeps a client from moving as the rule would have it, in the order in which they are asked. */
public enum Control {
    /** The client is inside the band around a cut, so that it is too near to it to be sure. */
    BAND,
    /** The client moves one segment at a time. */
    STEP,
    /** The scheme, or the review, does not let clients move between these two segments. */
    TRANSITION,
    /** The client has not been in its segment for long enough. */
    TIME,
    /** There are more moves than the review may make, and this one is not among the most certain. */
    BUDGET
}
