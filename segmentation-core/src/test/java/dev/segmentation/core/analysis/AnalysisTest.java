package dev.segmentation.core.analysis;

import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.core.analysis.AttributeDescription.TextCount;
import dev.segmentation.core.analysis.MeasureRanking.RankedClient;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.core.ranking.Distribution;
import dev.segmentation.core.ranking.NaNPolicy;
import dev.segmentation.core.ranking.PercentRank;
import dev.segmentation.core.ranking.Ranking;
import dev.segmentation.core.ranking.TieMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnalysisTest {

    private static ClientBook book(double... revenues) {
        BookAppender book = Books.appender(List.of(REVENUE));
        for (int i = 0; i < revenues.length; i++) {
            book.add("c" + i, revenues[i]);
        }
        return book.build();
    }

    @Test
    void aMeasureIsDescribedAsItsJavadocSays() {
        MeasureDescription revenue =
                BookDescription.of(book(4, 1, Double.NaN, 7, 10)).measures().get(0);
        assertEquals(4, revenue.count());
        assertEquals(1, revenue.missing());
        assertEquals(
                List.of(1.0, 3.25, 5.5, 7.75, 10.0),
                List.of(
                        revenue.min(),
                        revenue.lowerQuartile(),
                        revenue.median(),
                        revenue.upperQuartile(),
                        revenue.max()));
        assertEquals("MeasureDescription[revenue, 4 known, 1 missing]", revenue.toString());
    }

    /** Type 7 in exact decimals: with h = (n − 1) p, the value at floor h and the part of h behind the point on. */
    @Test
    void quartilesAreThoseOfExactDecimals() {
        Random random = new Random(11);
        for (int n = 1; n < 40; n++) {
            double[] values = random.ints(n, -50, 50).mapToDouble(i -> i / 4.0).toArray();
            MeasureDescription told =
                    BookDescription.of(book(values)).measures().get(0);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertEquals(type7(sorted, "0.25"), told.lowerQuartile());
            assertEquals(type7(sorted, "0.5"), told.median());
            assertEquals(type7(sorted, "0.75"), told.upperQuartile());
            assertEquals(sorted[0], told.min());
            assertEquals(sorted[n - 1], told.max());
        }
    }

    private static double type7(double[] sorted, String p) {
        BigDecimal h = new BigDecimal(p).multiply(BigDecimal.valueOf(sorted.length - 1));
        int below = h.setScale(0, RoundingMode.FLOOR).intValueExact();
        BigDecimal low = new BigDecimal(sorted[below]);
        BigDecimal high = new BigDecimal(sorted[Math.min(below + 1, sorted.length - 1)]);
        return low.add(h.subtract(BigDecimal.valueOf(below)).multiply(high.subtract(low)))
                .doubleValue();
    }

    @Test
    void theHistogramCountsEachValueOnce() {
        assertEquals(
                new Histogram(List.of(0.0, 5.0, 10.0), List.of(3L, 1L)), Histogram.of(Distribution.of(10, 2, 0, 1), 2));
        assertEquals(
                new Histogram(List.of(7.0, 7.0), List.of(2L)),
                Histogram.of(Distribution.of(7, 7, Double.NaN), 10),
                "equal values have one bin");
        assertEquals(new Histogram(List.of(), List.of()), Histogram.of(Distribution.of(), 10));
        assertEquals(
                new Histogram(List.of(), List.of()),
                Histogram.of(Distribution.of(1, Double.POSITIVE_INFINITY), 10),
                "an infinite value has no place");
        assertThrows(IllegalArgumentException.class, () -> Histogram.of(Distribution.of(1), 0));
        double[] values = new Random(3).doubles(1000).toArray();
        Histogram histogram = Histogram.of(Distribution.of(values), 7);
        for (int bin = 0; bin < 7; bin++) {
            double from = bin == 0 ? -1 : histogram.edges().get(bin);
            double to = histogram.edges().get(bin + 1);
            assertEquals(
                    DoubleStream.of(values).filter(v -> v > from && v <= to).count(),
                    histogram.counts().get(bin));
        }
    }

    @Test
    void textsAreCountedTheMostFrequentFirst() {
        BookAppender book = Books.appender(List.of(REVENUE), List.of("job"));
        @Nullable String[] jobs = {"Vet", "Nurse", null, "Pilot", "Nurse", "Vet", "Cook", "Baker", "Tiler", "Ämter"};
        for (int i = 0; i < jobs.length; i++) {
            book.add("c" + i, new double[] {i}, Collections.singletonList(jobs[i]));
        }
        AttributeDescription job = BookDescription.of(book.build()).attributes().get(0);
        assertEquals(
                new AttributeDescription(
                        "job",
                        9,
                        1,
                        7,
                        List.of(
                                new TextCount("Nurse", 2),
                                new TextCount("Vet", 2),
                                new TextCount("Baker", 1),
                                new TextCount("Cook", 1),
                                new TextCount("Pilot", 1))),
                job);
        assertEquals("AttributeDescription[job, 7 texts]", job.toString());
    }

    @Test
    void theCurveIsTheOneOfItsJavadoc() {
        ParetoCurve curve = ParetoCurve.of(book(15, 50, 5, Double.NaN, 30), REVENUE);
        assertEquals(4, curve.clients());
        assertEquals(1, curve.missing());
        assertEquals(100, curve.total());
        assertEquals(0.375, curve.gini());
        assertEquals(OptionalInt.of(2), curve.bringing80Percent());
        assertEquals(
                List.of(0.0, 0.0, 0.0, 0.5, 0.8, 1.0),
                curve.largest().stream().map(ParetoCurve.Point::share).toList(),
                "of 4 clients 1, 5 and 10 % are none, 20 % is one, 50 % are two");
        assertEquals("ParetoCurve[revenue, 4 clients, Gini 0.38]", curve.toString());
    }

    /** Sorted, added up and counted here, apart from the library. */
    @Test
    void theCurveIsThatOfAPlainCount() {
        Random random = new Random(5);
        for (int n = 1; n < 130; n += 7) {
            double[] revenues = random.ints(n, 1, 2000).asDoubleStream().toArray();
            ParetoCurve curve = ParetoCurve.of(book(revenues), REVENUE);
            long[] falling = Arrays.stream(revenues)
                    .mapToLong(r -> -(long) r)
                    .sorted()
                    .map(r -> -r)
                    .toArray();
            long total = Arrays.stream(falling).sum();
            int few = 0;
            long sum = 0;
            while (10 * sum < 8 * total) {
                sum += falling[few++];
            }
            assertEquals(OptionalInt.of(few), curve.bringing80Percent());
            long differences = 0;
            for (long one : falling) {
                for (long other : falling) {
                    differences += Math.abs(one - other);
                }
            }
            assertEquals(differences / (2.0 * n * total), curve.gini(), 1e-15);
            int fifth = Math.toIntExact(Math.round(n / 5.0));
            long ofFifth = Arrays.stream(falling).limit(fifth).sum();
            assertEquals((double) ofFifth / total, curve.largest().get(3).share());
        }
    }

    @Test
    void ranksFollowTheBetterWayOfTheMeasure() {
        BookAppender hours = Books.appender(List.of(HOURS));
        hours.add("slow", 9);
        hours.add("quick", 2);
        hours.add("unknown", Double.NaN);
        hours.add("as quick", 2);
        ClientBook book = hours.build();
        MeasureRanking ranking = MeasureRanking.of(book, HOURS, Ranking.withDefaults(), PercentRank.WEAK);
        assertEquals(
                List.of(
                        new RankedClient("quick", 2, 1, 1),
                        new RankedClient("as quick", 2, 1, 1),
                        new RankedClient("slow", 9, 3, 1.0 / 3),
                        new RankedClient("unknown", Double.NaN, Double.NaN, Double.NaN)),
                ranking.clients());
        assertEquals("MeasureRanking[hours, 4 clients]", ranking.toString());
        List<RankedClient> average = MeasureRanking.of(
                        book,
                        HOURS,
                        Ranking.withDefaults().withTies(TieMethod.AVERAGE).withNaN(NaNPolicy.BEST),
                        PercentRank.CUME_DIST)
                .clients();
        assertEquals(new RankedClient("unknown", Double.NaN, 1, 0.25), average.get(0));
        assertEquals(new RankedClient("quick", 2, 2.5, 0.75), average.get(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> MeasureRanking.of(
                        book, HOURS, Ranking.withDefaults().withNaN(NaNPolicy.REFUSE), PercentRank.WEAK));
    }

    @Test
    void anEmptyBookAndOneClientAreDescribed() {
        BookDescription none = BookDescription.of(book());
        assertEquals("BookDescription[0 clients, 1 measures, 0 attributes]", none.toString());
        assertTrue(Double.isNaN(none.measures().get(0).median()));
        ParetoCurve ofNone = ParetoCurve.of(book(), REVENUE);
        assertEquals(OptionalInt.empty(), ofNone.bringing80Percent());
        assertTrue(Double.isNaN(ofNone.gini()));
        assertEquals(
                List.of(),
                MeasureRanking.of(book(), REVENUE, Ranking.withDefaults(), PercentRank.WEAK)
                        .clients());
        assertEquals(5, BookDescription.of(book(5)).measures().get(0).lowerQuartile());
        assertEquals(OptionalInt.of(1), ParetoCurve.of(book(5), REVENUE).bringing80Percent());
    }

    @Test
    void theOrderOfTheClientsDoesNotMatter() {
        List<Double> revenues =
                new ArrayList<>(new Random(8).doubles(500, 0, 1000).boxed().toList());
        BookDescription description = BookDescription.of(book(array(revenues)));
        ParetoCurve curve = ParetoCurve.of(book(array(revenues)), REVENUE);
        Collections.shuffle(revenues, new Random(9));
        assertEquals(description, BookDescription.of(book(array(revenues))));
        assertEquals(curve, ParetoCurve.of(book(array(revenues)), REVENUE));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void aMeasureThatIsNotThereIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ParetoCurve.of(book(1), HOURS));
        assertEquals("there must be a measure 'hours', but the book has [revenue]", refused.getMessage());
    }

    @Test
    void aBookOfManyMeasuresIsShownInOneLine() {
        BookAppender wide = Books.appender(IntStream.range(0, 100)
                .mapToObj(i -> Measure.of("measure_" + i))
                .toList());
        assertEquals(
                "Book[0 clients, measure_0, measure_1, measure_2, measure_3, and 96 more]",
                wide.build().toString());
    }

    @Test
    void aLongNameIsCutInTheLine() {
        Measure measure = Measure.of("long ".repeat(30).strip());
        BookAppender book = Books.appender(List.of(measure), List.of("text ".repeat(30)));
        for (int i = 0; i < 1000; i++) {
            book.add("c" + i, new double[] {i}, Collections.singletonList("x"));
        }
        ClientBook named = book.build();
        BookDescription description = BookDescription.of(named);
        for (Object answer : List.of(
                named,
                description,
                description.measures().get(0),
                description.measures().get(0).histogram(),
                description.attributes().get(0),
                ParetoCurve.of(named, measure),
                MeasureRanking.of(named, measure, Ranking.withDefaults(), PercentRank.WEAK))) {
            assertTrue(answer.toString().length() < 80, answer.toString());
        }
    }
}
