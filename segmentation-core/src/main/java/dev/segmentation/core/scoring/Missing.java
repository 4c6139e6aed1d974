package dev.segmentation.core.scoring;

/** What a criterion does with a client whose value it does not know; the same when a book is learnt and later. */
public enum Missing {
    /** Leave the client unscored, with the reason. */
    UNSCORED,
    /** Refuse the client: there must be a value. */
    REFUSE,
    /** Grade it in the middle of the scale. */
    NEUTRAL,
    /** Grade it as the worst. */
    WORST,
    /** Leave the criterion out for this client: the others count for the whole. */
    LEAVE_OUT
}
