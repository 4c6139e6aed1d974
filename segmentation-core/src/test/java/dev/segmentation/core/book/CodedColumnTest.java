package dev.segmentation.core.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Direction;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.ranking.TopShareCuts;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.FittedScorecard;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Missing;
import dev.segmentation.core.scoring.Scorecard;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CodedColumnTest {

    private static final int ROWS = CodedColumn.FEWEST_ROWS + 3;

    private static final double[] ODD = {
        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1, 2, 3
    };

    private static double[] column(Random random, int values) {
        return random.doubles(ROWS, 0, values)
                .map(value -> value < ODD.length ? ODD[(int) value] : (int) value)
                .toArray();
    }

    @Property(tries = 15)
    void valuesComeBackAndAreCounted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int values) {
        double[] column = column(new Random(seed), values);
        CodedColumn coded = CodedColumn.of(column);
        assertNotNull(coded);
        long[] counts = new long[coded.values().length];
        for (int row = 0; row < ROWS; row++) {
            // The two zeros are one value.
            assertEquals(column[row] + 0.0, coded.values()[coded.codes()[row]]);
            counts[coded.codes()[row]]++;
        }
        assertEquals(Arrays.toString(counts), Arrays.toString(coded.counts()));
        assertEquals(
                coded.values().length, Arrays.stream(coded.values()).distinct().count());
    }

    @Property(tries = 15)
    void cutsAreThoseOfTheRows(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int values) {
        double[] column = column(new Random(seed), values);
        CodedColumn coded = CodedColumn.of(column);
        assertNotNull(coded);
        for (Direction direction : Direction.values()) {
            for (Rounding rounding : Rounding.values()) {
                TopShares shares = TopShares.of(
                                List.of(Share.of(1, 40_000), Share.of(1, 3), Share.of(2, 3), Share.of(1, 1)))
                        .withRounding(rounding)
                        .withTies(TiePolicy.DEMOTE);
                assertEquals(
                        TopShareCuts.of(column, direction, shares),
                        TopShareCuts.of(coded.values(), coded.counts(), direction, shares));
            }
        }
    }

    @Test
    void manyValuesAndSmallBooksHaveNone() {
        double[] many = new double[ROWS];
        Arrays.setAll(many, row -> row % 128);
        assertNull(CodedColumn.of(many));
        Arrays.setAll(many, row -> row % 127);
        assertNotNull(CodedColumn.of(many));
        assertNull(CodedColumn.of(new double[CodedColumn.FEWEST_ROWS - 1]));
    }

    @Test
    void scoresAreThoseOfTheClientsOneByOne() {
        Random random = new Random(3);
        BookAppender appender = Books.appender(List.of(Measure.REVENUE, Measure.HOURS, Measure.ATTITUDE));
        for (int row = 0; row < ROWS; row++) {
            double attitude = random.nextInt(9) == 0 ? Double.NaN : 1 + random.nextInt(3);
            appender.add("c" + row, random.nextGaussian(), random.nextInt(40), attitude);
        }
        ClientBook book = appender.build();
        for (Missing missing : List.of(Missing.UNSCORED, Missing.NEUTRAL, Missing.WORST, Missing.LEAVE_OUT)) {
            FittedScorecard scorecard = Scorecard.of(List.of(
                            Criterion.of(Measure.REVENUE, Grading.terciles()),
                            Criterion.of(Measure.HOURS, Grading.terciles()).withWeight(0.3),
                            Criterion.of(Measure.ATTITUDE, Grading.given(1, 3))
                                    .withWeight(0.7)
                                    .withMissing(missing)))
                    .fit(book);
            double[] scores = scorecard.scores((Columns) book);
            for (int row = 0; row < ROWS; row += 7) {
                assertEquals(scorecard.score(book.client(row)), scores[row], "row " + row + " of " + missing);
            }
        }
        assertTrue(((Columns) book).coded(Measure.HOURS).isPresent());
        assertTrue(((Columns) book).coded(Measure.REVENUE).isEmpty());
    }

    @Test
    void countsThatCannotBeAreRefused() {
        TopShares half = TopShares.of(0.5);
        double[] two = {1, 2};
        assertEquals(
                "there must be a count for each value, but there are 2 values and 1 counts",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TopShareCuts.of(two, new long[] {1}, Direction.HIGHER_IS_BETTER, half))
                        .getMessage());
        assertEquals(
                "counts must be 0 or more, but count 2 of 2 was -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> TopShareCuts.of(two, new long[] {1, -1}, Direction.HIGHER_IS_BETTER, half))
                        .getMessage());
    }
}
