package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Missing;
import dev.segmentation.core.scoring.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weighted scores of several measures against exact arithmetic: by scorecards, and made of the parts of this package. */
class CompositeOracleTest {

    private static final Map<String, double[]> INPUTS = Oracle.inputs();
    private static final Ranking LOWEST_FIRST = Ranking.withDefaults().withBest(Direction.LOWER_IS_BETTER);

    private static final Map<String, Missing> POLICIES =
            Map.of("renormalise", Missing.LEAVE_OUT, "zero", Missing.WORST, "exclude", Missing.UNSCORED);

    /** A measure, how much it counts, and which way is better. */
    private record Weighted(String measure, double weight, Direction direction) {

        double[] values() {
            return Objects.requireNonNull(INPUTS.get(measure), measure);
        }
    }

    @Test
    void scorecardsScoreAsExactArithmetic() {
        int compared = 0;
        for (Oracle.Row row : Oracle.read("composites")) {
            Missing missing = POLICIES.get(row.text("missing_policy"));
            boolean isMinMax = row.text("normalisation").equals("min_max");
            // A scorecard ranks the turned values, has no mid-rank, and its neutral grade is not the median one.
            boolean hasCounterpart = missing != null
                    && row.names("reverse", "negate")
                    && !row.text("normalisation").equals("mid_percent");
            if (hasCounterpart) {
                Grading grading = isMinMax ? Grading.minMax() : Grading.percentRank();
                compare(row, byScorecard(row, grading, Objects.requireNonNull(missing)));
                compared++;
            }
        }
        assertEquals(2 * 2 * POLICIES.size(), compared);
    }

    private static double[] byScorecard(Oracle.Row row, Grading grading, Missing missing) {
        List<Weighted> table = table(row);
        List<Measure> measures = new ArrayList<>();
        List<Criterion> criteria = new ArrayList<>();
        for (Weighted weighted : table) {
            Measure measure = new Measure("m" + measures.size(), weighted.direction());
            measures.add(measure);
            criteria.add(
                    Criterion.of(measure, grading).withWeight(weighted.weight()).withMissing(missing));
        }
        int n = table.get(0).values().length;
        BookAppender appender = Books.appender(measures);
        for (int i = 0; i < n; i++) {
            int client = i;
            appender.add(
                    "C-" + i,
                    table.stream()
                            .mapToDouble(column -> column.values()[client])
                            .toArray());
        }
        ClientBook book = appender.build();
        FittedScorecard fitted = Scorecard.of(criteria).fit(book);
        return IntStream.range(0, n)
                .mapToDouble(i -> fitted.score(book.client(i)))
                .toArray();
    }

    @Test
    void everyPolicyFollowsFromNormalisedColumns() {
        for (Oracle.Row row : Oracle.read("composites")) {
            List<Weighted> table = table(row);
            List<double[]> columns = new ArrayList<>();
            for (Weighted weighted : table) {
                double[] normalised = normalised(row, weighted);
                double fill = switch (row.text("missing_policy")) {
                    case "zero" -> 0;
                    case "median_score" -> Distribution.of(normalised).quantile(QuantileType.LINEAR, 0.5);
                    default -> Double.NaN;
                };
                columns.add(Arrays.stream(normalised)
                        .map(value -> Double.isNaN(value) ? fill : value)
                        .toArray());
            }
            double[] scores = new double[table.get(0).values().length];
            boolean excludes = row.text("missing_policy").equals("exclude");
            Arrays.setAll(scores, i -> {
                double sum = 0;
                double weights = 0;
                for (int c = 0; c < columns.size(); c++) {
                    double value = columns.get(c)[i];
                    if (!Double.isNaN(value) || excludes) {
                        sum += table.get(c).weight() * value;
                        weights += table.get(c).weight();
                    }
                }
                return sum / weights;
            });
            compare(row, scores);
        }
    }

    private static double[] normalised(Oracle.Row row, Weighted weighted) {
        boolean isLower = weighted.direction() == Direction.LOWER_IS_BETTER;
        boolean isNegated = isLower && row.names("reverse", "negate");
        double[] values = isNegated ? Oracle.negated(weighted.values()) : weighted.values();
        double[] normalised = switch (row.text("normalisation")) {
            case "min_max" -> Normalization.MIN_MAX.of(values);
            case "percent_rank" -> LOWEST_FIRST.percentRanks(values, PercentRank.PERCENT_RANK);
            default -> Ranking.withDefaults().percentRanks(values, PercentRank.MID);
        };
        return isLower && !isNegated
                ? Arrays.stream(normalised).map(value -> 1 - value).toArray()
                : normalised;
    }

    private static List<Weighted> table(Oracle.Row row) {
        return Oracle.read("composite_measures").stream()
                .filter(measure -> measure.text("table").equals(row.text("table")))
                .map(measure -> new Weighted(
                        measure.text("measure"),
                        measure.number("weight"),
                        measure.text("direction").equals("higher")
                                ? Direction.HIGHER_IS_BETTER
                                : Direction.LOWER_IS_BETTER))
                .toList();
    }

    /** Scores that are equal on paper may be apart by the last bit, so ranks are those of scores rounded well below the gap. */
    private static void compare(Oracle.Row row, double[] scores) {
        Oracle.assertClose(row.numbers("scores"), scores, row);
        assertEquals(
                Long.parseLong(row.text("scored")),
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count(),
                row::toString);
        double unit = 1e-12;
        assertTrue(row.number("closest_gap") > 10 * unit, row::toString);
        double[] rounded =
                Arrays.stream(scores).map(score -> Math.rint(score / unit)).toArray();
        // NaN / unit is NaN, and rint keeps it.
        assertArrayEquals(row.numbers("ranks"), Ranking.withDefaults().ranks(rounded), row::toString);
    }
}
