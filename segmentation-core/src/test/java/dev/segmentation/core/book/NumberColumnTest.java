package dev.segmentation.core.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumberColumnTest {

    private static final double[] ODD = {
        -0.0, 0.0, 1, 3, 4, -1, 2.5, Double.MIN_VALUE, 1e300, 0x1p31, 0x1p63, -0x1p31, Double.NaN, 1 / 0.0, -1 / 0.0
    };

    @Test
    void valuesAreAcceptedTogetherAsOneByOne() {
        Requirement any = Requirement.uses(Measure.ATTITUDE);
        for (Requirement requirement : List.of(
                any,
                any.wholeWithin(1, 3),
                any.wholeWithin(0, 1),
                any.wholeWithin(Integer.MIN_VALUE, Integer.MAX_VALUE))) {
            for (double first : ODD) {
                for (double second : ODD) {
                    double[] values = {first, second};
                    assertEquals(
                            Arrays.stream(values).allMatch(requirement::accepts),
                            new NumberColumn(values).isAcceptedBy(requirement),
                            requirement + " of " + first + " and " + second);
                }
            }
        }
    }

    @Test
    void oneUnknownValueIsFound() {
        assertTrue(new NumberColumn().isKnown());
        assertTrue(new NumberColumn(1, Double.POSITIVE_INFINITY).isKnown());
        assertFalse(new NumberColumn(1, Double.NaN, 2).isKnown());
    }

    /** However it grew, a column has the values, the facts and the codes of one that is made at once. */
    @Property(tries = 60)
    void aColumnThatGrewIsTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 100_000) int rows, @ForAll("counts") int values) {
        Random random = new Random(seed);
        double[] other =
                random.doubles(values).map(value -> Math.rint(9 * value)).toArray();
        double[] all = new double[rows];
        for (int row = 0; row < rows; row++) {
            int which = random.nextInt(values);
            all[row] = which < ODD.length ? ODD[which] : which + other[which];
        }
        NumberColumn.Appender appender = new NumberColumn.Appender();
        int end = 0;
        while (end < rows) {
            int to = Math.min(rows, end + random.nextInt(40_000));
            if (random.nextInt(5) == 0) {
                appender.build(); // which changes nothing
            }
            if (random.nextBoolean()) {
                appender.add(all, end, to);
            } else {
                Arrays.stream(all, end, to).forEach(appender::add);
            }
            end = to;
        }
        NumberColumn grown = appender.build();
        NumberColumn made = new NumberColumn(all);
        assertArrayEquals(all, grown.values());
        assertEquals(made.isKnown(), grown.isKnown());
        for (Requirement requirement : List.of(
                Requirement.uses(Measure.ATTITUDE).wholeWithin(-1, 200),
                Requirement.uses(Measure.ATTITUDE).wholeWithin(1, 9))) {
            assertEquals(made.isAcceptedBy(requirement), grown.isAcceptedBy(requirement));
        }
        assertEquals(made.coded().isPresent(), grown.coded().isPresent());
        made.coded().ifPresent(coded -> {
            assertArrayEquals(coded.values(), grown.coded().orElseThrow().values());
            assertArrayEquals(coded.codes(), grown.coded().orElseThrow().codes());
        });
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.of(1, 3, 16, 120, 127, 128, 1_000);
    }
}
