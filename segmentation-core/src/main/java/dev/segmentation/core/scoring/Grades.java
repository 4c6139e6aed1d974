package dev.segmentation.core.scoring;

import java.io.Serializable;

/** How values become grades, learnt from a book. */
interface Grades extends Serializable {

    /** Gives the grade of a known value; NaN where the book had none to compare it with. */
    double of(double value);

    /** Says whether the book's values are all equal, so that they are all graded the same. */
    default boolean isConstant() {
        return false;
    }
}
