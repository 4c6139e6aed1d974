package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CutoffSearchTest {

    private static final TopShares SHARES = TopShares.of(0.10, 0.25, 0.50);

    /** Rows dealt to partitions, counts merged in any grouping and stored on the way: the answer is that of one array. */
    @Property(tries = 300)
    void partitionsGiveTheAnswerOfOneArray(
            @ForAll Shape first,
            @ForAll Shape second,
            @ForAll @IntRange(max = 200) int size,
            @ForAll @IntRange(min = 1, max = 2) int keyCount,
            @ForAll Rounding rounding,
            @ForAll long seed)
            throws IOException, ClassNotFoundException {
        Random random = new Random(seed);
        double[][] keys = {first.make(size, random), second.make(size, random)};
        double[][] used = keyCount == 1 ? new double[][] {keys[0]} : keys;
        TopShares shares = SHARES.withRounding(rounding).withTies(TiePolicy.DEMOTE);
        CutoffSearch search = CutoffSearch.of(shares, keyCount);
        int passes = 0;
        while (!search.isDone()) {
            search = stored(search);
            List<CutoffSearch.Counts> parts = new ArrayList<>();
            for (int p = 0; p < 4; p++) {
                parts.add(search.counts());
            }
            for (int row = 0; row < size; row++) {
                double[] own = keyCount == 1 ? new double[] {keys[0][row]} : new double[] {keys[0][row], keys[1][row]};
                parts.get(random.nextInt(parts.size())).addRow(own);
            }
            while (parts.size() > 1) {
                CutoffSearch.Counts other = stored(parts.remove(random.nextInt(parts.size())));
                parts.get(random.nextInt(parts.size())).merge(other);
            }
            search = search.next(parts.get(0));
            passes++;
        }
        assertTrue(passes <= 6 * keyCount, "passes " + passes);
        assertEquals(TopShareCuts.of(used, shares), search.cutoffs());
    }

    @Test
    void anArrayCountsLikeItsValues() {
        double[] values = Shape.REVENUE_IN_CENTS.make(10_000, new Random(5));
        CutoffSearch search = CutoffSearch.of(SHARES, 1);
        while (!search.isDone()) {
            CutoffSearch.Counts counts = search.counts();
            counts.add(values);
            search = search.next(counts);
        }
        assertEquals(TopShareCuts.of(new double[][] {values}, SHARES), search.cutoffs());
    }

    @Test
    void thePassesAreKeptApart() {
        CutoffSearch search = CutoffSearch.of(SHARES, 1);
        CutoffSearch.Counts counts = search.counts();
        counts.add(new double[] {1, 2, 3, 4});
        CutoffSearch second = search.next(counts);
        assertThrows(IllegalArgumentException.class, () -> counts.merge(second.counts()));
        assertThrows(IllegalArgumentException.class, () -> counts.addRow(1, 2));
        assertThrows(IllegalStateException.class, second::cutoffs);
        assertThrows(IllegalArgumentException.class, () -> CutoffSearch.of(SHARES, 0));
        CutoffSearch done =
                CutoffSearch.of(SHARES, 1).next(CutoffSearch.of(SHARES, 1).counts());
        assertTrue(done.isDone(), "of nobody there is nothing to look for");
        assertThrows(IllegalStateException.class, done::counts);
        Cutoffs none = done.cutoffs();
        assertEquals(3, none.tier(Double.POSITIVE_INFINITY));
    }

    @Test
    void aPassTakesAtMostAMebibyte() throws IOException {
        CutoffSearch search = CutoffSearch.of(SHARES, 1);
        while (!search.isDone()) {
            CutoffSearch.Counts counts = search.counts();
            counts.add(Shape.UNIFORM.make(50_000, new Random(1)));
            assertTrue(bytes(counts).length <= 1 << 20, "bytes " + bytes(counts).length);
            search = search.next(counts);
        }
    }

    @Test
    void countsBeyondAnIntDoNotOverflow() {
        KeyCounts pass = KeyCounts.first(KeyCounts.MOST_CELL_BITS);
        long many = 3L * Integer.MAX_VALUE;
        long nine = OrderedKeys.descending(9);
        long five = OrderedKeys.descending(5);
        while (!pass.isLast()) {
            pass.addKey(nine, many);
            pass.addKey(five, many);
            pass = pass.next(many, many + 1);
        }
        OrderStatistic[] found = pass.statistics(many, many + 1);
        assertEquals(new OrderStatistic(nine, 0, many), found[0]);
        assertEquals(new OrderStatistic(five, many, many), found[1]);
    }

    @SuppressWarnings("unchecked")
    private static <T> T stored(T value) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(value)))) {
            return (T) in.readObject();
        }
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
