package dev.segmentation.schemes;

import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Share;
import dev.segmentation.api.Summary;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TopShares;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.testkit.SegmentationSchemeContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Holds the plain book of the testkit and the book of columns, which were written apart, to the same answers. */
class PlainBookTest {

    private static final List<Measure> MEASURES = List.of(REVENUE, HOURS);
    private static final List<String> NO_TEXTS = List.of();

    /** As many as make the cuts: thirds have no exact decimal. */
    private static final List<Share> SHARES = List.of(Share.of(1, 10), Share.of(1, 3), Share.of(1, 2));

    private static final SegmentationSchemeContract PLAIN = FourS::scheme;
    private static final ContractTest.OnColumns COLUMNS = FourS::scheme;

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.of(
                0.0, -0.0, 1.0, 2.0, 3.0, 0.1, 0.2, 0.3, 1e15, -1.0, -2.5, 1e-300, 4.9e-324, 1e300, Double.NaN);
    }

    private static List<Client> clients(List<Double> revenues, List<Double> hours) {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < Math.min(revenues.size(), hours.size()); i++) {
            clients.add(Client.of("c" + i, Map.of(REVENUE, revenues.get(i), HOURS, hours.get(i))));
        }
        return clients;
    }

    /** The plain book takes the root of a rounded number, so that its deviation may be the next double. */
    private static void same(Summary columns, Summary plain) {
        double deviation = columns.standardDeviation();
        assertTrue(
                Double.isNaN(deviation)
                        ? Double.isNaN(plain.standardDeviation())
                        : Math.abs(deviation - plain.standardDeviation()) <= Math.ulp(deviation),
                plain::toString);
        assertEquals(
                columns,
                new Summary(
                        plain.count(),
                        plain.missing(),
                        plain.min(),
                        plain.max(),
                        plain.sum(),
                        plain.mean(),
                        deviation));
    }

    @Property(tries = 400)
    void bothAnswerTheSame(
            @ForAll @Size(max = 20) List<@From("numbers") Double> revenues,
            @ForAll @Size(max = 20) List<@From("numbers") Double> hours,
            @ForAll Rounding rounding,
            @ForAll TiePolicy ties) {
        List<Client> clients = clients(revenues, hours);
        ClientBook plain = PLAIN.book(MEASURES, NO_TEXTS, clients);
        ClientBook columns = COLUMNS.book(MEASURES, NO_TEXTS, clients);
        TopShares shares = TopShares.of(SHARES).withRounding(rounding).withTies(ties);
        Ordering one = Ordering.by(REVENUE);
        Ordering two = Ordering.by(HOURS).thenBy(REVENUE);
        for (Measure measure : MEASURES) {
            same(columns.summary(measure), plain.summary(measure));
        }
        same(() -> columns.cutoffs(one, shares), () -> plain.cutoffs(one, shares));
        same(() -> columns.cutoffs(two, shares), () -> plain.cutoffs(two, shares));
        same(() -> columns.cutoffsOfTotal(one, REVENUE, shares), () -> plain.cutoffsOfTotal(one, REVENUE, shares));
        Ordering quickest = Ordering.by(HOURS);
        same(
                () -> columns.cutoffsOfTotal(quickest, REVENUE, shares),
                () -> plain.cutoffsOfTotal(quickest, REVENUE, shares));
    }

    /** Both give the same, or both refuse with the same words. */
    private static void same(Supplier<Cutoffs> expected, Supplier<Cutoffs> actual) {
        assertEquals(answer(expected), answer(actual));
    }

    private static Object answer(Supplier<Cutoffs> question) {
        try {
            return question.get();
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Property(tries = 100)
    void bothSegmentTheSame(
            @ForAll @Size(max = 20) List<@From("numbers") Double> revenues,
            @ForAll @Size(max = 20) List<@From("numbers") Double> hours) {
        List<Client> clients = clients(revenues, hours);
        ClientBook plain = PLAIN.book(MEASURES, NO_TEXTS, clients);
        ClientBook columns = COLUMNS.book(MEASURES, NO_TEXTS, clients);
        Ordering ordering = Ordering.by(HOURS).thenBy(REVENUE);
        List<Segment> segments = List.of(Segment.of("Quick", 1), Segment.of("Slow", 2));
        Segmenter segmenter = Segmenter.ranked("acme.quick", segments, ordering, plain.cutoffs(ordering, 0.5));
        Segmentation expected = columns.segment(segmenter);
        Segmentation actual = plain.segment(segmenter);
        for (int i = 0; i < clients.size(); i++) {
            assertEquals(expected.segment(i), actual.segment(i));
            assertEquals(expected.standing(i), actual.standing(i));
            assertEquals(expected.assignment(i), actual.assignment(i));
        }
        for (Segment segment : List.of(segments.get(0), segments.get(1), Segment.UNSCORED)) {
            assertEquals(expected.count(segment), actual.count(segment));
            assertEquals(expected.summary(segment, REVENUE), actual.summary(segment, REVENUE));
        }
    }
}
