package dev.segmentation.core.scoring;

import dev.segmentation.api.Client;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.ColumnFunction;
import dev.segmentation.core.book.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A scorecard that has learnt from a book how to grade; it scores one client at a time, or all of a book at once. */
public final class FittedScorecard implements ColumnFunction {

    private static final long serialVersionUID = 1;

    /** Clients scored at once, so that their grades stay in the cache from one criterion to the next. */
    private static final int BLOCK = 1024;

    private final Scale scale;
    private final FittedCriterion[] criteria;

    /** Made when first asked for, and again where the scorecard was sent. */
    private transient volatile @Nullable SharedReasons shared;

    FittedScorecard(Scale scale, FittedCriterion... criteria) {
        this.scale = scale;
        this.criteria = criteria;
    }

    /**
     * Reads what {@link #settings} gives.
     *
     * @param settings the settings
     * @return a scorecard that gives the same scores, to the bit
     * @throws dev.segmentation.api.InvalidSettingsException if something is not there or refused
     */
    public static FittedScorecard from(Settings settings) {
        settings.allow("scale", "criteria");
        FittedCriterion[] criteria = settings.groups("criteria").orElseThrow(settings.lacking("criteria")).stream()
                .map(FittedCriterion::from)
                .toArray(FittedCriterion[]::new);
        return new FittedScorecard(
                Scale.from(settings.group("scale").orElseThrow(settings.lacking("scale"))), criteria);
    }

    /**
     * Gives all that was learnt as plain data.
     *
     * @return the settings
     */
    public Settings settings() {
        return Settings.empty()
                .with("scale", scale.settings())
                .with(
                        "criteria",
                        Arrays.stream(criteria).map(FittedCriterion::settings).toList());
    }

    /**
     * Gives the scale of the scores.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
    }

    /**
     * Gives the text attributes that the criteria grade.
     *
     * @return the names
     */
    public List<String> attributes() {
        return Arrays.stream(criteria)
                .map(FittedCriterion::source)
                .filter(AttributeSource.class::isInstance)
                .map(GradeSource::name)
                .toList();
    }

    /**
     * Gives what the criteria ask of their measures.
     *
     * @return one requirement a measure, each of which is needed; criteria of attributes have none
     */
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (FittedCriterion criterion : criteria) {
            if (criterion.source() instanceof MeasureSource source) {
                requirements.add(source.requirement().asNeeded());
            }
        }
        return List.copyOf(requirements);
    }

    /**
     * Gives the score of a client as a number.
     *
     * @param client the client
     * @return a number on the scale; {@code NaN} where an unknown value leaves the client unscored
     * @throws dev.segmentation.api.InvalidMeasureException if a value makes no sense, or is unknown and that is refused
     * @throws dev.segmentation.api.InvalidAttributeException if a text is not known, or is unknown and that is refused
     */
    @Override
    public double score(Client client) {
        double sum = 0;
        double weight = 0;
        for (FittedCriterion criterion : criteria) {
            double raw = criterion.checked(client);
            double grade = criterion.grade(raw, scale);
            if (!Double.isNaN(grade) || !criterion.canBeLeftOut()) {
                sum += criterion.wholeWeight() * grade;
                weight += criterion.wholeWeight();
            }
        }
        return sum / weight; // 0 / 0 where all are left out
    }

    /**
     * Gives the scores of all clients of a book.
     *
     * @param columns the clients
     * @return for each what {@link #score} gives
     * @throws dev.segmentation.api.InvalidMeasureException as {@link #score} does, for the first such client
     * @throws dev.segmentation.api.InvalidAttributeException as {@link #score} does, for the first such client
     */
    @Override
    public double[] scores(Columns columns) {
        for (FittedCriterion criterion : criteria) {
            if (!criterion.acceptsAll(columns)) {
                criterion.check(columns);
            }
        }
        GradeSource.Adder[] direct = new GradeSource.Adder[criteria.length];
        double always = 0;
        for (int c = 0; c < criteria.length; c++) {
            if (criteria[c].addsDirectly(columns)) {
                direct[c] = criteria[c].adder(columns);
                always += criteria[c].wholeWeight();
            }
        }
        double[] scores = new double[columns.rows()];
        double[] sums = new double[Math.min(BLOCK, scores.length)];
        double[] weights = new double[sums.length];
        for (int from = 0; from < scores.length; from += BLOCK) {
            int to = Math.min(scores.length - from, BLOCK) + from;
            Arrays.fill(sums, 0);
            Arrays.fill(weights, always);
            for (int c = 0; c < criteria.length; c++) {
                if (direct[c] != null) {
                    direct[c].add(from, to, sums);
                } else {
                    criteria[c].add(columns, from, to, scale, sums, weights);
                }
            }
            for (int row = from; row < to; row++) {
                scores[row] = sums[row - from] / weights[row - from];
            }
        }
        return scores;
    }

    /**
     * Gives the criteria that are the same for all clients of the book, so that they tell nobody apart.
     *
     * @return their names; mostly none
     */
    public List<String> constant() {
        return Arrays.stream(criteria)
                .map(FittedCriterion::source)
                .filter(GradeSource::isConstant)
                .map(GradeSource::name)
                .toList();
    }

    /**
     * Gives the reasons for want of which a client has no score: a value is unknown, or the book had none to compare it
     * with. Their codes are {@code value.unknown} and {@code value.incomparable}; the argument is the name.
     *
     * @param client the client
     * @return the reasons; empty where the client can be scored
     * @throws dev.segmentation.api.InvalidMeasureException if a value makes no sense, or is unknown and that is refused
     * @throws dev.segmentation.api.InvalidAttributeException if a text is not known, or is unknown and that is refused
     */
    public List<Reason> unscored(Client client) {
        if (!Double.isNaN(score(client))) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        for (FittedCriterion criterion : criteria) {
            if (Double.isNaN(criterion.grade(criterion.source().raw(client), scale))) {
                reasons.add(GradeReasons.unknown(criterion.source(), client));
            }
        }
        return List.copyOf(reasons);
    }

    /**
     * Gives the score of a client with its parts and reasons.
     *
     * @param client a client who can be scored
     * @return the score
     * @throws IllegalArgumentException if the client cannot be scored, or a value makes no sense
     */
    public ExplainedScore explain(Client client) {
        double[] raw = new double[criteria.length];
        for (int c = 0; c < raw.length; c++) {
            raw[c] = criteria[c].checked(client);
        }
        return explained(client, raw);
    }

    /**
     * Gives what explains the scores of a book's clients one by one, at less cost.
     *
     * @param columns the clients
     * @return gives for a client's row what {@link #explain} gives; several threads may ask it
     */
    public IntFunction<ExplainedScore> explainer(Columns columns) {
        if (!Arrays.stream(criteria).allMatch(criterion -> criterion.acceptsAll(columns))) {
            return row -> explain(columns.client(row)); // which refuses
        }
        IntToDoubleFunction[] own = Arrays.stream(criteria)
                .map(criterion -> criterion.source().raw(columns))
                .toArray(IntToDoubleFunction[]::new);
        return row -> {
            double[] raw = new double[own.length];
            for (int c = 0; c < raw.length; c++) {
                raw[c] = own[c].applyAsDouble(row);
            }
            return explained(columns.client(row), raw);
        };
    }

    private ExplainedScore explained(Client client, double... raw) {
        double[] grades = new double[criteria.length];
        @Nullable Object[] told = new Object[criteria.length];
        double sum = 0;
        double weight = 0;
        for (int c = 0; c < criteria.length; c++) {
            FittedCriterion criterion = criteria[c];
            grades[c] = criterion.grade(raw[c], scale);
            told[c] = criterion.source().told(client, raw[c]);
            if (!Double.isNaN(grades[c]) || !criterion.canBeLeftOut()) {
                sum += criterion.wholeWeight() * grades[c];
                weight += criterion.wholeWeight();
            }
        }
        double value = sum / weight;
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a client must be scored to be explained, but " + unscored(client));
        }
        SharedReasons.Graded graded = new SharedReasons.Graded(grades, told);
        Reason[] reasons = shared().of(graded);
        if (reasons == null) {
            ExplainedScore score = new ExplainedScore(this, value, raw, grades);
            reasons = shared().keep(graded, GradeReasons.of(score, scale, criteria, client));
        }
        return new ExplainedScore(this, value, raw, grades, reasons);
    }

    FittedCriterion criterion(int place) {
        return criteria[place];
    }

    private SharedReasons shared() {
        SharedReasons known = shared;
        if (known == null) {
            known = new SharedReasons();
            shared = known;
        }
        return known;
    }
}
