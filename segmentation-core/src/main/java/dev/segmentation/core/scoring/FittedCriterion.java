package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.Columns;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One criterion, learnt from a book.
 *
 * @param weight as it was given
 * @param wholeWeight the same as a whole number, in proportion to those of the other criteria
 */
record FittedCriterion(GradeSource source, double weight, long wholeWeight, Missing missing) implements Serializable {

    static FittedCriterion from(Settings settings) {
        settings.allow("measure", "grades", "whole_within", "attribute", "levels", "weight", "whole_weight", "missing");
        BigDecimal wholeWeight = settings.number("whole_weight").orElseThrow(settings.lacking("whole_weight"));
        return new FittedCriterion(
                source(settings),
                settings.real("weight").orElseThrow(settings.lacking("weight")),
                wholeWeight.longValue(),
                settings.choice("missing", Missing.class).orElseThrow(settings.lacking("missing")));
    }

    private static GradeSource source(Settings settings) {
        if (settings.has("attribute")) {
            return new AttributeSource(
                    settings.text("attribute").orElseThrow(settings.lacking("attribute")),
                    Levels.from(settings.group("levels").orElseThrow(settings.lacking("levels"))));
        }
        Requirement any = Requirement.uses(settings.measure("measure").orElseThrow(settings.lacking("measure")));
        Requirement requirement = settings.reals("whole_within")
                .map(ends -> any.wholeWithin((int) ends[0], (int) ends[1]))
                .orElse(any);
        return new MeasureSource(
                requirement, Grades.from(settings.group("grades").orElseThrow(settings.lacking("grades"))));
    }

    Settings settings() {
        return source.settings()
                .with("weight", weight)
                .with("whole_weight", wholeWeight)
                .with("missing", missing);
    }

    /** Gives the grade of what {@link #checked} gave, or what stands for it where it is unknown; NaN for none. */
    double grade(double raw, Scale scale) {
        double grade = source.grade(raw);
        return Double.isNaN(grade) ? ofUnknown(scale) : grade;
    }

    /** Says whether a client without a grade is unscored, or there is none in a book: nothing need stand for a grade. */
    boolean addsDirectly(Columns columns) {
        return missing == Missing.UNSCORED || missing == Missing.REFUSE || source.gradesAll(columns);
    }

    /** Gives what adds the weighted grades of clients as they are. */
    GradeSource.Adder adder(Columns columns) {
        return source.adder(columns, (double) wholeWeight);
    }

    /** Adds the weighted grades of the clients {@code from..to}, or what stands for them, and the weight where one counts. */
    void add(Columns columns, int from, int to, Scale scale, double[] sums, double[] weights) {
        double[] grades = new double[to - from];
        source.grades(columns, from, to, grades);
        double unknown = ofUnknown(scale);
        for (int i = 0; i < grades.length; i++) {
            double grade = Double.isNaN(grades[i]) ? unknown : grades[i];
            if (!Double.isNaN(grade)) {
                sums[i] += wholeWeight * grade;
                weights[i] += wholeWeight;
            }
        }
    }

    private double ofUnknown(Scale scale) {
        return switch (missing) {
            case NEUTRAL -> scale.middle();
            case WORST -> scale.worst();
            case UNSCORED, LEAVE_OUT, REFUSE -> Double.NaN;
        };
    }

    /** Gives what the source does, unless the value makes no sense, or must be there and is not. */
    double checked(Client client) {
        double raw = source.checked(client);
        if (missing == Missing.REFUSE && Double.isNaN(raw)) {
            throw source.refusedUnknown(client);
        }
        return raw;
    }

    /** Says whether for sure no client of a book is to be refused. */
    boolean acceptsAll(Columns columns) {
        return missing != Missing.REFUSE && source.acceptsAll(columns);
    }

    /** Refuses the first client of a book that is to be refused. */
    void check(Columns columns) {
        source.check(columns);
        for (int row = 0; missing == Missing.REFUSE && row < columns.rows(); row++) {
            checked(columns.client(row));
        }
    }

    /** Whether a client without a grade here can be scored by the other criteria. */
    boolean canBeLeftOut() {
        return missing == Missing.LEAVE_OUT;
    }
}
