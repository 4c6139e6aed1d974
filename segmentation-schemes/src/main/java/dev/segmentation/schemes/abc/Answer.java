package dev.segmentation.schemes.abc;

/** Yes, no, or not known. */
enum Answer {
    NO,
    UNKNOWN,
    YES;

    /** Gives no where one is no, else unknown where one is. */
    Answer and(Answer other) {
        return compareTo(other) < 0 ? this : other;
    }

    static Answer of(boolean isYes) {
        return isYes ? YES : NO;
    }
}
