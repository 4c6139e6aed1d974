package dev.segmentation.api;

/** What decided a client's segment. */
public enum Decision {
    /** The scheme's own rule. */
    RULE,
    /** A person, who put it on record. */
    OVERRIDE,
    /** A control that keeps clients from moving back and forth. */
    HOLD
}
