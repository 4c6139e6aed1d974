package dev.segmentation.api;

import java.io.Serializable;
import java.util.List;

/** The number given to a client on a named scale, with the contribution of each criterion; greater is better. */
public interface Score extends Serializable {

    /**
     * Gives the number, never {@code NaN}.
     *
     * @return the number
     */
    double value();

    /**
     * Says what the number is measured on, such as {@code 1 to 3}.
     *
     * @return the name of the scale
     */
    String scale();

    /**
     * Gives the parts, in the order of the criteria; their contributions add up to the value, but for rounding.
     *
     * @return the parts; empty for a score that has none
     */
    List<Contribution> contributions();

    /**
     * What one criterion brings to a score.
     *
     * @param criterion the name of the criterion, often that of its measure
     * @param raw the client's own number
     * @param grade what the criterion made of it
     * @param weight how much the criterion counts, relative to the others
     * @param contribution what it adds to the score
     */
    record Contribution(String criterion, double raw, double grade, double weight, double contribution)
            implements Serializable {}
}
