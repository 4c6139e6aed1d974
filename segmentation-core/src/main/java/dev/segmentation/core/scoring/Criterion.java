package dev.segmentation.core.scoring;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Settings;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a client is judged by: a measure or a text attribute, how its values become grades, how much that counts, and
 * what happens where the value is unknown.
 *
 * <pre>{@code
 * Criterion.of(REVENUE, Grading.terciles()).withWeight(0.4).withMissing(Missing.NEUTRAL)
 * Criterion.of("plan", Levels.of(Map.of("basic", 1.0, "plus", 2.0, "private", 3.0)))
 * }</pre>
 */
public final class Criterion {

    private final Graded graded;
    private final BigDecimal weight;
    private final Missing missing;

    private Criterion(Graded graded, BigDecimal weight, Missing missing) {
        this.graded = graded;
        this.weight = weight;
        this.missing = Objects.requireNonNull(missing, "missing");
    }

    /**
     * Gives a criterion of weight 1 that leaves clients unscored whose value is unknown.
     *
     * @param measure the measure
     * @param grading how its values become grades
     * @return the criterion
     */
    public static Criterion of(Measure measure, Grading grading) {
        return new Criterion(new GradedMeasure(measure, grading), BigDecimal.ONE, Missing.UNSCORED);
    }

    /**
     * Gives a criterion of weight 1 that leaves clients unscored whose text is unknown.
     *
     * @param attribute the name of the text attribute
     * @param levels the grades of its texts
     * @return the criterion
     */
    public static Criterion of(String attribute, Levels levels) {
        return new Criterion(new GradedAttribute(attribute, levels), BigDecimal.ONE, Missing.UNSCORED);
    }

    /**
     * Reads a criterion from the keys {@code measure} and {@code grading}, or {@code attribute} and {@code levels}; and
     * {@code scale}, {@code weight} and {@code missing}, which may be left out.
     *
     * <p>A grading is one of {@code terciles}, {@code min_max}, {@code percent_rank} and {@code yes_no}, or a group of one
     * of the keys {@code given}, {@code equal_counts}, {@code thresholds}, {@code around_mean}, {@code shares_of_total} and
     * {@code bands}.
     *
     * @param settings the settings
     * @return the criterion
     * @throws dev.segmentation.api.InvalidSettingsException if something is not there, not known or refused
     */
    public static Criterion from(Settings settings) {
        return GradingSettings.criterion(settings);
    }

    /**
     * Gives the same as plain data, which {@link #from} reads.
     *
     * @return the settings
     */
    public Settings settings() {
        return graded.settings().with("weight", weight).with("missing", missing);
    }

    /**
     * Gives the same criterion with another weight.
     *
     * @param newWeight how much it counts, relative to the other criteria; above 0, and means its shortest decimal text,
     *     so that weights that add up on paper add up here
     * @return another criterion
     * @throws IllegalArgumentException if the weight is not above 0 and finite
     */
    public Criterion withWeight(double newWeight) {
        if (!(newWeight > 0 && newWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the weight of " + name() + " must be above 0 and finite, but was " + newWeight);
        }
        return withWeight(BigDecimal.valueOf(newWeight));
    }

    /**
     * Gives the same criterion with another weight.
     *
     * @param newWeight how much it counts, relative to the other criteria; above 0
     * @return another criterion
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public Criterion withWeight(BigDecimal newWeight) {
        if (newWeight.signum() <= 0) {
            throw new IllegalArgumentException(
                    "the weight of " + name() + " must be above 0 and finite, but was " + newWeight);
        }
        return new Criterion(graded, newWeight, missing);
    }

    /**
     * Gives the same criterion with another policy for unknown values.
     *
     * @param newMissing what happens where the value is unknown
     * @return another criterion
     */
    public Criterion withMissing(Missing newMissing) {
        return new Criterion(graded, weight, newMissing);
    }

    /**
     * Gives what the criterion is called: as its measure or attribute.
     *
     * @return the name
     */
    public String name() {
        return graded.name();
    }

    /**
     * Gives the measure.
     *
     * @return the measure, or nothing for a criterion of an attribute
     */
    public Optional<Measure> measure() {
        return requirement().map(Requirement::measure);
    }

    /**
     * Gives the name of the text attribute.
     *
     * @return the name, or nothing for a criterion of a measure
     */
    public Optional<String> attribute() {
        return requirement().isEmpty() ? Optional.of(name()) : Optional.empty();
    }

    /**
     * Gives the scale of the grades.
     *
     * @return the scale
     */
    public Scale scale() {
        return graded.scale();
    }

    /**
     * Gives how much it counts, relative to the other criteria.
     *
     * @return the weight, exactly
     */
    public BigDecimal weight() {
        return weight;
    }

    /**
     * Gives what happens where the value is unknown.
     *
     * @return the policy
     */
    public Missing missing() {
        return missing;
    }

    /**
     * Gives what the criterion asks of its measure.
     *
     * @return the requirement, which the book can do without; nothing for a criterion of an attribute
     */
    public Optional<Requirement> requirement() {
        return Optional.ofNullable(graded.requirement());
    }

    /**
     * Says whether a book has what is judged.
     *
     * @param book the book
     * @return whether it has the measure or attribute
     */
    public boolean isIn(Book book) {
        return measure().map(book::has).orElseGet(() -> book.attributes().contains(name()));
    }

    FittedCriterion fit(Book book, long wholeWeight) {
        return new FittedCriterion(graded.fit(book), weight.doubleValue(), wholeWeight, missing);
    }

    /** Gives one line: {@code Criterion[revenue, 0.4]}. */
    @Override
    public String toString() {
        return "Criterion[" + name() + ", " + weight.toPlainString() + "]";
    }

    /** What is graded, and how. */
    private interface Graded {
        String name();

        Scale scale();

        @Nullable Requirement requirement();

        GradeSource fit(Book book);

        Settings settings();
    }

    private record GradedMeasure(Measure measure, Grading grading) implements Graded {

        GradedMeasure {
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(grading, "grading");
        }

        @Override
        public String name() {
            return measure.name();
        }

        @Override
        public Scale scale() {
            return grading.scale();
        }

        @Override
        public Requirement requirement() {
            return grading.requirement(measure);
        }

        @Override
        public GradeSource fit(Book book) {
            return new MeasureSource(requirement(), grading.fit(book, measure));
        }

        @Override
        public Settings settings() {
            Settings settings = Settings.empty().with("measure", measure).with("grading", grading.plain());
            return grading instanceof RescaledGrading
                    ? settings.with("scale", grading.scale().settings())
                    : settings;
        }
    }

    private record GradedAttribute(String name, Levels levels) implements Graded {

        GradedAttribute {
            Objects.requireNonNull(name, "attribute");
            Objects.requireNonNull(levels, "levels");
        }

        @Override
        public Scale scale() {
            return levels.scale();
        }

        @Override
        public @Nullable Requirement requirement() {
            return null;
        }

        @Override
        public GradeSource fit(Book book) {
            return new AttributeSource(name, levels);
        }

        @Override
        public Settings settings() {
            return Settings.empty().with("attribute", name).with("levels", levels.settings());
        }
    }
}
