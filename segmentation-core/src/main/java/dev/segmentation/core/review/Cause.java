package dev.segmentation.core.review;

/** Why a client moved, in the order in which the move is taken apart. */
public enum Cause {
    /** What a person or a control had decided last time ended: the rule of last time would have placed it elsewhere. */
    LAST_DECISION,
    /** Something about the client that was known is unknown now, or the other way round. */
    KNOWLEDGE,
    /** The client's own numbers changed. */
    OWN_DATA,
    /** Other clients changed, so that the cuts shifted. */
    OTHERS,
    /** The scheme, or its settings, changed. */
    SCHEME,
    /** What was known last time is not enough to tell. */
    UNTOLD,
    /** A person decided. */
    OVERRIDE,
    /** A control held the client, in whole or in part. */
    HOLD
}
