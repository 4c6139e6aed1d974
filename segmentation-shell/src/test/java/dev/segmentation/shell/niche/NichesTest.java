package dev.segmentation.shell.niche;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NichesTest {

    private static final Measure SCORE = Measure.of("score");
    private static final List<Segment> SEGMENTS = List.of(Segment.of("Top", 1), Segment.of("Rest", 2));

    private final BookAppender book = Books.appender(List.of(SCORE), List.of("job", "town"));
    private int clients;

    private void add(int count, double score, String job, String town) {
        for (int i = 0; i < count; i++) {
            List<@Nullable String> texts = new ArrayList<>();
            texts.add(job.isEmpty() ? null : job);
            texts.add(town.isEmpty() ? null : town);
            book.add("c" + clients++, new double[] {score}, texts);
        }
    }

    /** Divides in two: the top tenth, and the rest. */
    private Segmentation segmented(double share) {
        var all = book.build();
        Ordering byScore = Ordering.by(SCORE);
        return all.segment(Segmenter.ranked("test.top", SEGMENTS, byScore, all.cutoffs(byScore, share)));
    }

    /** The chance of as many or more, counted in whole numbers: tables at least as extreme over all tables. */
    private static double tail(long withBest, long with, long best, long all) {
        BigInteger extreme = BigInteger.ZERO;
        for (long k = withBest; k <= Math.min(with, best); k++) {
            extreme = extreme.add(choose(with, k).multiply(choose(all - with, best - k)));
        }
        return new BigDecimal(extreme)
                .divide(new BigDecimal(choose(all, best)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(long n, long k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger result = BigInteger.ONE;
        for (long i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }

    @Test
    void theExampleOfTheJavadoc() {
        add(4, 9, "Vet", "");
        add(6, 1, "Vet", "");
        add(16, 9, "Other", "");
        add(174, 1, "Other", "");
        Niches niches = Niches.of(segmented(0.1));
        Niche vet = niches.tried().get(0);
        assertEquals("Niche[job Vet, 4 of 10]", vet.toString());
        assertEquals(4, vet.lift(), 1e-15);
        assertEquals(0.02, vet.support());
        assertEquals(tail(4, 10, 20, 200), vet.p(), 1e-14);
        assertEquals(2 * vet.p(), vet.adjustedP(), 1e-14, "the least of two");
        assertEquals(List.of(vet), niches.found());
        assertEquals("Niches[1 found, 2 tried]", niches.toString());
    }

    @Test
    void theTestIsThatOfWholeNumbersAndTheAdjustmentThatOfItsDefinition() {
        Random random = new Random(21);
        for (int i = 0; i < 600; i++) {
            String job = "job" + random.nextInt(12);
            add(1, random.nextInt(5) + (job.endsWith("3") ? 2 : 0), job, "town" + random.nextInt(4));
        }
        Niches niches = Niches.of(segmented(0.2), SEGMENTS.subList(0, 1), 1, 0.05);
        List<Niche> tried = niches.tried();
        assertEquals(16, tried.size());
        for (Niche niche : tried) {
            assertEquals(tail(niche.amongBest(), niche.clients(), niche.bestKnown(), niche.known()), niche.p(), 1e-12);
        }
        // Benjamini and Hochberg: the largest k with p(k) <= k / m · rate; all up to it are found.
        List<Niche> byP =
                tried.stream().sorted(Comparator.comparingDouble(Niche::p)).toList();
        int k = 0;
        for (int i = 1; i <= byP.size(); i++) {
            if (byP.get(i - 1).p() <= 0.05 * i / byP.size()) {
                k = i;
            }
        }
        assertTrue(k > 0);
        assertEquals(byP.subList(0, k), niches.found());
    }

    @Test
    void textsOfFewClientsAndUnknownOnesAreNotTried() {
        add(3, 9, "Vet", "");
        add(5, 9, "Nurse", "");
        add(5, 1, "Nurse", "");
        add(7, 1, "", "");
        Niches niches = Niches.of(segmented(0.4));
        assertEquals(1, niches.notTried());
        assertEquals(List.of("Nurse"), niches.tried().stream().map(Niche::text).toList());
        assertEquals(13, niches.tried().get(0).known());
        assertEquals(20, niches.clients());
        assertEquals(List.of(), niches.found());
    }

    @Test
    void nothingIsFoundWhereNothingCanBe() {
        add(1, 9, "Vet", "Bern");
        Niches one = Niches.of(segmented(0.5), SEGMENTS.subList(0, 1), 1, 0.05);
        assertEquals(List.of(1.0, 1.0), one.tried().stream().map(Niche::p).toList());
        Segmentation empty = Books.appender(List.of(SCORE), List.of("job"))
                .build()
                .segment(segmented(0.5).segmenter());
        assertEquals("Niches[0 found, 0 tried]", Niches.of(empty).toString());
    }

    @Test
    void whatCannotBeIsRefused() {
        add(1, 9, "Vet", "Bern");
        Segmentation result = segmented(0.5);
        assertThrows(IllegalArgumentException.class, () -> Niches.of(result, List.of(), 5, 0.05));
        assertThrows(IllegalArgumentException.class, () -> Niches.of(result, List.of(Segment.UNSCORED), 5, 0.05));
        assertThrows(IllegalArgumentException.class, () -> Niches.of(result, SEGMENTS, 0, 0.05));
        assertThrows(IllegalArgumentException.class, () -> Niches.of(result, SEGMENTS, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> Niches.of(result, SEGMENTS, 5, Double.NaN));
    }
}
