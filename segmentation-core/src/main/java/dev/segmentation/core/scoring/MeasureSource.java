package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.CodedColumn;
import dev.segmentation.core.book.Columns;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Grades of a measure. */
record MeasureSource(Requirement requirement, Grades grades) implements GradeSource {

    /** How many values lie in one line of the cache. */
    private static final int CACHE_LINE = 8;

    private Measure measure() {
        return requirement.measure();
    }

    @Override
    public String name() {
        return measure().name();
    }

    @Override
    public double raw(Client client) {
        return client.measure(measure());
    }

    @Override
    public IntToDoubleFunction raw(Columns columns) {
        double[] values = columns.values(measure());
        return row -> values[row];
    }

    @Override
    public double checked(Client client) {
        double raw = raw(client);
        if (!requirement.accepts(raw)) {
            requirement.check(client);
        }
        return raw;
    }

    @Override
    public double grade(double raw) {
        return Double.isNaN(raw) ? Double.NaN : grades.of(raw);
    }

    @Override
    public @Nullable Object told(Client client, double raw) {
        return Double.isNaN(raw) ? Double.NaN : null;
    }

    @Override
    public void grades(Columns columns, int from, int to, double[] result) {
        double[] values = columns.values(measure());
        for (int row = from; row < to; row++) {
            result[row - from] = Double.isNaN(values[row]) ? Double.NaN : grades.of(values[row]);
        }
    }

    @Override
    public boolean gradesAll(Columns columns) {
        return grades.gradesAll() && columns.isKnown(measure());
    }

    @Override
    public Adder adder(Columns columns, double weight) {
        return columns.coded(measure())
                .map(coded -> adder(coded, weight))
                .orElseGet(() -> adder(columns.values(measure()), columns.isKnown(measure()), weight));
    }

    /** Where few values differ, each is graded once. */
    private Adder adder(CodedColumn coded, double weight) {
        byte[] codes = coded.codes();
        double[] weighted = Arrays.stream(coded.values())
                .map(value -> Double.isNaN(value) ? Double.NaN : weight * grades.of(value))
                .toArray();
        return (from, to, sums) -> {
            for (int row = from; row < to; row++) {
                sums[row - from] += weighted[codes[row]];
            }
        };
    }

    private Adder adder(double[] values, boolean isKnown, double weight) {
        double[] fetched = new double[1]; // written only: what is read for nothing would not be read
        return (from, to, sums) -> {
            fetched[0] = fetch(values, from, to);
            grades.add(values, from, to, weight, sums);
            for (int row = from; !isKnown && row < to; row++) {
                if (Double.isNaN(values[row])) {
                    sums[row - from] = Double.NaN;
                }
            }
        };
    }

    /** Reads one value of each line of the cache, so that the lines come from memory at once. */
    private static double fetch(double[] values, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row += CACHE_LINE) {
            sum += values[row];
        }
        return sum;
    }

    @Override
    public InvalidMeasureException refusedUnknown(Client client) {
        return new InvalidMeasureException(client.id(), measure(), Double.NaN, "must be known");
    }

    @Override
    public void check(Columns columns) {
        double[] values = columns.values(measure());
        for (int row = 0; row < values.length; row++) {
            if (!requirement.accepts(values[row])) {
                requirement.check(columns.client(row));
            }
        }
    }

    @Override
    public boolean acceptsAll(Columns columns) {
        return columns.acceptsAll(requirement);
    }

    @Override
    public boolean isConstant() {
        return grades.isConstant();
    }

    @Override
    public boolean isLessBetter() {
        return grades.isTurned();
    }

    @Override
    public Settings settings() {
        Settings settings = Settings.empty().with("measure", measure()).with("grades", grades.settings());
        return requirement.wholeOnly()
                ? settings.with("whole_within", new double[] {requirement.least(), requirement.most()})
                : settings;
    }
}
