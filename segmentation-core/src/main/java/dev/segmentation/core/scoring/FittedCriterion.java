package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.core.book.Columns;
import java.io.Serializable;

/**
 * One criterion, learnt from a book.
 *
 * @param weight as it was given
 * @param wholeWeight the same as a whole number, in proportion to those of the other criteria
 */
record FittedCriterion(
        Measure measure, Requirement requirement, Grades grades, double weight, long wholeWeight, Missing missing)
        implements Serializable {

    /** Gives the grade of a value, or what stands for it where it is unknown; NaN for none. */
    double grade(double value, Scale scale) {
        double grade = Double.isNaN(value) ? Double.NaN : grades.of(value);
        if (!Double.isNaN(grade)) {
            return grade;
        }
        return switch (missing) {
            case NEUTRAL -> scale.middle();
            case WORST -> scale.worst();
            case UNSCORED, LEAVE_OUT, REFUSE -> Double.NaN;
        };
    }

    /** Refuses a value that makes no sense, or one that must be there and is not. */
    void check(Client client) {
        requirement.check(client);
        if (missing == Missing.REFUSE && Double.isNaN(client.measure(measure))) {
            throw new InvalidMeasureException(client.id(), measure, Double.NaN, "must be known");
        }
    }

    /** Does the same for all clients of a book. */
    void check(double[] column, Columns columns) {
        if (requirement.acceptsAll() && missing != Missing.REFUSE) {
            return;
        }
        for (int row = 0; row < column.length; row++) {
            if (!requirement.accepts(column[row]) || (missing == Missing.REFUSE && Double.isNaN(column[row]))) {
                check(columns.client(row));
            }
        }
    }

    /** Whether a client without a grade here can be scored by the other criteria. */
    boolean canBeLeftOut() {
        return missing == Missing.LEAVE_OUT;
    }
}
