package dev.segmentation.schemes.pareto;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParetoTest {

    /** Ten clients by hand: 300 in all, so the line is at 240, which the fourth crosses; the fifth brings as much. */
    private static final double[] TEN = {90, 80, 45, 30, 30, 10, 6, 4, 3, 2};

    @Test
    void tenClientsByHand() {
        Segmentation result = Pareto.scheme().segment(book(REVENUE, TEN));
        assertEquals(
                List.of("Vital few", "Vital few", "Vital few", "Vital few", "Vital few"),
                places(result).subList(0, 5));
        assertEquals(5, result.count(result.segments().get(0)));
        assertEquals(5, result.count(result.segments().get(1)));
        assertEquals(
                Optional.of(REVENUE), result.segmenter().cutoffs().orElseThrow().total());
        assertEquals(
                "among those who together bring 80% of revenue",
                result.assignment(4).reasons().get(0).text());
        assertEquals(
                "not among those who together bring 80% of revenue",
                result.assignment(5).reasons().get(0).text());
    }

    @Test
    void threeClassesByHand() {
        // 95% is 285: reached by the sixth client exactly.
        assertEquals(
                List.of("A", "A", "A", "A", "A", "B", "C", "C", "C", "C"),
                places(Pareto.abc().segment(book(REVENUE, TEN))));
    }

    @Test
    void anotherMeasureCanBeAddedUp() {
        assertEquals(
                List.of("Vital few", "Useful many"),
                places(Pareto.scheme().withMeasure(ASSETS).segment(book(ASSETS, 90, 10))));
    }

    @Test
    void settingsLeaveWhatTheyDoNotName() {
        Settings fifty = Settings.of(Map.of("tiers", Map.of("shares", List.of("50%"))));
        Pareto scheme = Pareto.scheme().withSettings(fifty);
        // 150 of 300: the second client crosses it, and is in; rounded to nearest it would be out.
        assertEquals(
                2, scheme.segment(book(REVENUE, TEN)).count(scheme.segments().get(0)));
        assertEquals("ceiling", rounding(scheme));
        Pareto floor = scheme.withSettings(Settings.of(Map.of("tiers", Map.of("rounding", "floor"))));
        assertEquals(
                1, floor.segment(book(REVENUE, TEN)).count(scheme.segments().get(0)));
        assertEquals("floor", rounding(floor));
        Exception unknown = assertThrows(
                InvalidSettingsException.class,
                () -> Pareto.scheme().withSettings(Settings.of(Map.of("tiers", Map.of("share", 1)))));
        assertEquals(
                "setting tiers.share is not known; known are: shares, rounding, ties, minimum", unknown.getMessage());
        Exception number = assertThrows(
                InvalidSettingsException.class,
                () -> Pareto.scheme().withSettings(Settings.of(Map.of("tiers", Map.of("shares", List.of(0.5, 2))))));
        assertEquals("setting tiers.shares[1] is refused: share must be in (0, 1], but was 2", number.getMessage());
    }

    private static String rounding(Pareto scheme) {
        return scheme.settings()
                .group("tiers")
                .flatMap(tiers -> tiers.text("rounding"))
                .orElseThrow();
    }

    @Test
    void edges() {
        assertEquals(List.of("Vital few"), places(Pareto.scheme().segment(book(REVENUE, 7))));
        assertEquals(Collections.nCopies(4, "Vital few"), places(Pareto.scheme().segment(book(REVENUE, 7, 7, 7, 7))));
        assertEquals(
                List.of("Vital few", "Unscored", "Useful many"),
                places(Pareto.scheme().segment(book(REVENUE, 90, Double.NaN, 0))));
        assertThrows(IllegalArgumentException.class, () -> Pareto.scheme().segment(book(REVENUE)));
        assertThrows(IllegalArgumentException.class, () -> Pareto.scheme().segment(book(REVENUE, 5, -5)));
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> Pareto.scheme().segment(book(ASSETS, 1)));
        assertEquals("scheme pareto needs the measure revenue, but the book has [assets]", e.getMessage());
    }

    @Test
    void isFoundByItsId() {
        assertEquals(Pareto.class, Schemes.load().get("pareto").getClass());
    }

    /** The oracle adds up, from the most, until the share is reached in whole numbers; then keeps equal ones together. */
    @Property
    void theLineIsWhereAddingUpReachesIt(@ForAll List<@IntRange(max = 50) Integer> revenues, @ForAll Random random) {
        long total = revenues.stream().mapToLong(Integer::longValue).sum();
        if (total == 0) {
            return;
        }
        List<Integer> falling = new ArrayList<>(revenues);
        falling.sort(Collections.reverseOrder());
        long sum = 0;
        int last = 0;
        while (10 * sum < 8 * total) {
            sum += falling.get(last++);
        }
        int least = falling.get(last - 1);
        List<Integer> shuffled = new ArrayList<>(revenues);
        Collections.shuffle(shuffled, random);
        ClientBook book = book(
                REVENUE, shuffled.stream().mapToDouble(Integer::doubleValue).toArray());
        Segmentation result = Pareto.scheme().segment(book);
        for (int i = 0; i < shuffled.size(); i++) {
            assertEquals(
                    shuffled.get(i) >= least ? "Vital few" : "Useful many",
                    result.segment(i).name());
            assertEquals(result.segment(i), result.assignment(i).segment());
        }
    }

    private static ClientBook book(Measure measure, double... values) {
        BookAppender book = Books.appender(List.of(measure));
        for (int i = 0; i < values.length; i++) {
            book.add("C-" + i, values[i]);
        }
        return book.build();
    }

    private static List<String> places(Segmentation result) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            Segment segment = result.segment(i);
            places.add(segment.name());
        }
        return places;
    }
}
