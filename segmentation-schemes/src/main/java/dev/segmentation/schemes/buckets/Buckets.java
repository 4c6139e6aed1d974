package dev.segmentation.schemes.buckets;

import dev.segmentation.api.Book;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Missing;
import dev.segmentation.core.scoring.Scale;
import dev.segmentation.core.scoring.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Buckets of high and low, or high, medium and low, by one or two measures; and a step up for what numbers do not say.
 *
 * <p>Unless told otherwise there are three buckets of revenue with equally many clients. Each measure is put into buckets
 * by a grading of two or three grades: {@link Grading#equalCounts} of 2 or 3, {@link Grading#thresholds} of one or two
 * amounts, or {@link Grading#sharesOfTotal} for the 80/20 line.
 *
 * <p>Of two measures every pair of buckets is a segment. They are ordered by the sum of the grades, and of equal sums by
 * the grade of the first: with revenue and hours in two buckets each the order is high revenue with low hours (fewer hours
 * are better), high with high, low with low, low with high.
 *
 * <p>When asked for, a client with one of some qualities, such as a potential for more or referrals, is moved up one bucket
 * of the first measure that has a better one; never more than one, however many qualities it has. A quality that is unknown
 * moves nobody, and the reasons say so.
 *
 * <pre>{@code
 * Buckets.scheme()
 *         .withCriteria(List.of(Criterion.of(REVENUE, Grading.sharesOfTotal(0.80)), Criterion.of(HOURS, Grading.thresholds(10))))
 *         .withQualities(List.of(CROSS_SELL, REFERRALS))
 * }</pre>
 *
 * <p>Source: Principal, "Your clients are your competitor's best prospects". It leaves the number of buckets and their
 * lines open, and the order of pairs; the defaults are this library's.
 */
public final class Buckets implements SegmentationScheme {

    static final String ID = "buckets";

    private static final int MOST_CRITERIA = 2;
    private static final int MOST_BUCKETS = 3;

    private final List<Criterion> criteria;
    private final List<Measure> qualities;

    /** Makes the scheme of three buckets of revenue; {@link java.util.ServiceLoader} calls this. */
    public Buckets() {
        this(List.of(Criterion.of(Measure.REVENUE, Grading.terciles())), List.of());
    }

    private Buckets(List<Criterion> criteria, List<Measure> qualities) {
        this.criteria = criteria;
        this.qualities = qualities;
    }

    /**
     * Gives the scheme of three buckets of revenue.
     *
     * @return the scheme
     */
    public static Buckets scheme() {
        return new Buckets();
    }

    /**
     * Gives the same scheme with other buckets.
     *
     * @param newCriteria one or two, of measures, each with a grading of two grades (1 to 2) or three (1 to 3); their
     *     weights do not count. Copied.
     * @return another scheme
     * @throws IllegalArgumentException if the number of criteria or grades is another, or a criterion is no measure
     */
    public Buckets withCriteria(List<Criterion> newCriteria) {
        List<Criterion> copy = List.copyOf(newCriteria);
        if (copy.isEmpty() || copy.size() > MOST_CRITERIA) {
            throw new IllegalArgumentException("there must be one or two measures, but there are " + copy.size());
        }
        for (Criterion criterion : copy) {
            Scale scale = criterion.scale();
            boolean isFine = scale.worst() == 1 && (scale.best() == 2 || scale.best() == MOST_BUCKETS);
            if (criterion.measure().isEmpty() || !isFine) {
                throw new IllegalArgumentException("buckets must be of a measure with grades 1 to 2 or 1 to 3, but "
                        + criterion.name() + " has " + scale);
            }
            if (criterion.missing() == Missing.LEAVE_OUT || criterion.missing() == Missing.NEUTRAL) {
                throw new IllegalArgumentException("an unknown " + criterion.name()
                        + " must leave a client unscored, be refused or be the worst, but is to be "
                        + criterion.missing());
            }
        }
        if (copy.size() == MOST_CRITERIA
                && copy.get(0).name().equals(copy.get(1).name())) {
            throw new IllegalArgumentException(
                    "the two measures must differ, but both are " + copy.get(0).name());
        }
        return new Buckets(copy, qualities);
    }

    /**
     * Gives the same scheme with other qualities that move a client up one bucket.
     *
     * @param newQualities measures that are 1 for yes and 0 for no; a book can do without each. May be empty; copied.
     * @return another scheme
     */
    public Buckets withQualities(List<Measure> newQualities) {
        return new Buckets(criteria, List.copyOf(newQualities));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "High, medium and low buckets by one or two measures, and a step up for qualities.";
    }

    /** Gives the buckets, or each pair of them. */
    @Override
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (int[] grades : pairs(criteria)) {
            List<String> words = new ArrayList<>();
            for (int c = 0; c < grades.length; c++) {
                words.add(word(criteria.get(c), grades[c]) + " "
                        + criteria.get(c).name().replace('_', ' '));
            }
            String description = String.join(", ", words);
            String name = criteria.size() > 1 ? description : word(criteria.get(0), grades[0]);
            boolean isBest = segments.isEmpty();
            boolean isWorst = segments.size() == pairs(criteria).size() - 1;
            segments.add(new Segment(
                    capital(name),
                    segments.size() + 1,
                    capital(description) + ".",
                    isBest
                            ? "Give the time they need, first."
                            : isWorst ? "Match the time to the need; serve simply." : "Serve fully."));
        }
        return List.copyOf(segments);
    }

    /** Gives the grades of each segment, the best first. */
    private static List<int[]> pairs(List<Criterion> criteria) {
        List<int[]> pairs = new ArrayList<>();
        int second = criteria.size() > 1 ? best(criteria.get(1)) : 1;
        for (int one = best(criteria.get(0)); one >= 1; one--) {
            for (int other = second; other >= 1; other--) {
                pairs.add(criteria.size() > 1 ? new int[] {one, other} : new int[] {one});
            }
        }
        // Stable, so that of equal sums the one with the better first grade stays in front.
        pairs.sort(Comparator.comparingInt(grades -> -sum(grades)));
        return pairs;
    }

    private static int sum(int... grades) {
        int sum = 0;
        for (int grade : grades) {
            sum += grade;
        }
        return sum;
    }

    private static int best(Criterion criterion) {
        return (int) criterion.scale().best();
    }

    /** Gives the word for how large the value is, which is the other way round where less is better. */
    private static String word(Criterion criterion, int grade) {
        boolean isLessBetter = criterion.measure().orElseThrow().direction() == Direction.LOWER_IS_BETTER;
        int size = isLessBetter ? best(criterion) + 1 - grade : grade;
        return size == 1 ? "low" : size == best(criterion) ? "high" : "medium";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        criteria.forEach(
                criterion -> criterion.requirement().map(Requirement::asNeeded).ifPresent(requirements::add));
        for (Measure quality : qualities) {
            requirements.add(Requirement.uses(quality).wholeWithin(0, 1));
        }
        return List.copyOf(requirements);
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("criteria", criteria.stream().map(Criterion::settings).toList())
                .with("qualities", qualities);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The keys are {@code criteria}, as {@link Criterion#from} reads each, and {@code qualities}, a list of measures.
     */
    @Override
    public Buckets withSettings(Settings settings) {
        settings.allow("criteria", "qualities");
        List<Measure> newQualities = settings.measures("qualities").orElse(qualities);
        return settings.groups("criteria")
                .map(groups -> settings.checked(
                        "criteria",
                        () -> withCriteria(groups.stream().map(Criterion::from).toList())))
                .orElse(this)
                .withQualities(newQualities);
    }

    @Override
    public Segmenter fit(Book book) {
        FittedScorecard[] fitted = criteria.stream()
                .map(criterion -> Scorecard.of(List.of(criterion)).fit(book))
                .toArray(FittedScorecard[]::new);
        List<Measure> present = qualities.stream().filter(book::has).toList();
        return new BucketsSegmenter(segments(), fitted, pairs(criteria).toArray(new int[0][]), present);
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return BucketsSegmenter.from(settings);
    }

    /** Gives one line: {@code Buckets[buckets, 3 segments]}. */
    @Override
    public String toString() {
        return "Buckets[" + ID + ", " + segments().size() + " segments]";
    }
}
