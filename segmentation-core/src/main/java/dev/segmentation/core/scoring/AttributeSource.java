package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.Columns;
import dev.segmentation.core.book.TextColumn;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Grades of a text attribute. */
record AttributeSource(String name, Levels levels) implements GradeSource {

    @Override
    public double raw(Client client) {
        return client.attribute(name).map(this::gradeOf).orElse(Double.NaN);
    }

    @Override
    public IntToDoubleFunction raw(Columns columns) {
        TextColumn texts = columns.texts(name);
        double[] gradeOf = texts.texts().stream().mapToDouble(this::gradeOf).toArray();
        return row -> texts.number(row) < 0 ? Double.NaN : gradeOf[texts.number(row)];
    }

    @Override
    public double checked(Client client) {
        double grade = raw(client);
        if (Double.isNaN(grade)) {
            check(client);
        }
        return grade;
    }

    @Override
    public double grade(double raw) {
        return raw;
    }

    @Override
    public @Nullable Object told(Client client, double raw) {
        return client.attribute(name).orElse(null);
    }

    private double gradeOf(String text) {
        return levels.grade(text).orElse(Double.NaN);
    }

    @Override
    public void grades(Columns columns, int from, int to, double[] grades) {
        IntToDoubleFunction raw = raw(columns);
        for (int row = from; row < to; row++) {
            grades[row - from] = raw.applyAsDouble(row);
        }
    }

    @Override
    public boolean gradesAll(Columns columns) {
        return false; // that would need a look at every client
    }

    @Override
    public Adder adder(Columns columns, double weight) {
        return (from, to, sums) -> {
            double[] grades = new double[to - from];
            grades(columns, from, to, grades);
            for (int i = 0; i < grades.length; i++) {
                sums[i] += weight * grades[i];
            }
        };
    }

    /** Refuses a text that is no level. */
    private void check(Client client) {
        Optional<String> text = client.attribute(name);
        if (text.isPresent() && levels.grade(text.get()).isEmpty()) {
            throw new InvalidAttributeException(
                    client.id(), name, text.get(), "must be one of " + String.join(", ", levels.texts()));
        }
    }

    @Override
    public InvalidAttributeException refusedUnknown(Client client) {
        return new InvalidAttributeException(client.id(), name, null, "must be known");
    }

    @Override
    public void check(Columns columns) {
        for (int row = 0; row < columns.rows(); row++) {
            check(columns.client(row));
        }
    }

    @Override
    public boolean acceptsAll(Columns columns) {
        return columns.texts(name).texts().stream()
                .allMatch(text -> levels.grade(text).isPresent());
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public boolean isLessBetter() {
        return false;
    }

    @Override
    public Settings settings() {
        return Settings.empty().with("attribute", name).with("levels", levels.settings());
    }
}
