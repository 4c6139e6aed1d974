package dev.segmentation.core.scoring;

import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.InvalidMeasureException;
import dev.segmentation.api.Reason;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.book.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplainedScoreTest {

    private static final Levels PLANS = Levels.of(Map.of("basic", 1.0, "plus", 3.0, "private", 3.0));

    /** The oracle is a scorecard that has explained nobody before, so that it shares no reasons. */
    @Property(tries = 200)
    void reasonsThatAreSharedAreThoseMadeAnew(@ForAll("rows") List<@Nullable Object[]> rows, @ForAll Missing missing) {
        ClientBook book = book(rows);
        FittedScorecard many = card(missing).fit(book);
        for (int i = 0; i < book.size(); i++) {
            FittedScorecard anew = card(missing).fit(book);
            int row = i;
            boolean isRefused =
                    missing == Missing.REFUSE && Arrays.asList(rows.get(row)).contains(null);
            if (isRefused || Double.isNaN(scoreOrZero(anew, book, row))) {
                assertThrows(IllegalArgumentException.class, () -> many.explain(book.client(row)));
            } else {
                ExplainedScore expected = anew.explain(book.client(row));
                ExplainedScore shared = many.explain(book.client(row));
                assertEquals(expected.reasons(), shared.reasons());
                assertEquals(expected, shared);
                assertEquals(expected.hashCode(), shared.hashCode());
                assertEquals(many.score(book.client(row)), shared.value());
            }
        }
    }

    private static double scoreOrZero(FittedScorecard card, ClientBook book, int row) {
        try {
            return card.score(book.client(row));
        } catch (IllegalArgumentException refused) {
            return 0;
        }
    }

    /** All at once, each client is explained as one by one. */
    @Property(tries = 200)
    void theRowsOfABookAreExplainedAsItsClients(@ForAll("rows") List<@Nullable Object[]> rows) {
        ClientBook book = book(rows);
        FittedScorecard fitted = card(Missing.NEUTRAL).fit(book);
        IntFunction<ExplainedScore> explainer = fitted.explainer((Columns) book);
        for (int row = 0; row < book.size(); row++) {
            assertEquals(fitted.explain(book.client(row)), explainer.apply(row));
        }
    }

    @Provide
    Arbitrary<List<@Nullable Object[]>> rows() {
        Arbitrary<@Nullable Object[]> row = Arbitraries.of(1.0, 2.0, 3.0, 10.0)
                .injectNull(0.2)
                .array(Object[].class)
                .ofSize(2)
                .flatMap(numbers -> Arbitraries.of("basic", "plus", "private")
                        .injectNull(0.2)
                        .map(plan -> new @Nullable Object[] {numbers[0], numbers[1], plan}));
        return row.list().ofMinSize(1).ofMaxSize(30);
    }

    private static ClientBook book(List<@Nullable Object[]> rows) {
        BookAppender book = Books.appender(List.of(REVENUE, HOURS), List.of("plan"));
        for (@Nullable Object[] row : rows) {
            double[] values = {number(row[0]), number(row[1])};
            book.add("C-" + book.size(), values, Arrays.asList((String) row[2]));
        }
        return book.build();
    }

    private static double number(@Nullable Object value) {
        return value == null ? Double.NaN : (Double) value;
    }

    private static Scorecard card(Missing missing) {
        return Scorecard.of(List.of(
                Criterion.of(REVENUE, Grading.terciles()).withMissing(missing),
                Criterion.of(HOURS, Grading.terciles()).withWeight(0.3).withMissing(missing),
                Criterion.of("plan", PLANS).withMissing(missing)));
    }

    @Test
    void clientsWhoAreGradedAlikeShareTheirReasons() {
        ClientBook book = book(List.of(
                new Object[] {1.0, 1.0, "plus"}, new Object[] {1.0, 1.0, "plus"}, new Object[] {1.0, 1.0, "private"}));
        FittedScorecard fitted = card(Missing.UNSCORED).fit(book);
        List<Reason> first = fitted.explain(book.client(0)).reasons();
        List<Reason> second = fitted.explain(book.client(1)).reasons();
        assertSame(first.get(0), second.get(0));
        assertNotEquals(first, fitted.explain(book.client(2)).reasons(), "the same grade of another text");
    }

    /** Nothing is wrong beyond the number of lists that are kept. */
    @Test
    void gradesOfWhichNoTwoAreAlikeHaveReasonsOfTheirOwn() {
        BookAppender appender = Books.appender(List.of(REVENUE));
        for (int i = 0; i <= 10_000; i++) {
            appender.add("C-" + i, i);
        }
        ClientBook book = appender.build();
        FittedScorecard fitted =
                Scorecard.of(List.of(Criterion.of(REVENUE, Grading.minMax()))).fit(book);
        for (int i = 0; i <= 10_000; i++) {
            String grade = Scale.text(fitted.score(book.client(i)));
            assertEquals(
                    grade,
                    fitted.explain(book.client(i)).reasons().get(0).arguments().get(1));
        }
    }

    @Test
    void aValueThatMakesNoSenseIsRefusedThoughItsGradesWereSeen() {
        BookAppender appender = Books.appender(List.of(ATTITUDE));
        appender.add("a", 3);
        appender.add("b", 7);
        ClientBook book = appender.build();
        FittedScorecard fitted = Scorecard.of(List.of(Criterion.of(ATTITUDE, Grading.given(1, 3))))
                .fit(appender.build());
        assertEquals(3, fitted.explain(book.client(0)).value());
        assertThrows(InvalidMeasureException.class, () -> fitted.explain(book.client(1)));
        IntFunction<ExplainedScore> explainer = fitted.explainer((Columns) book);
        assertEquals(3, explainer.apply(0).value());
        assertThrows(InvalidMeasureException.class, () -> explainer.apply(1));
    }
}
