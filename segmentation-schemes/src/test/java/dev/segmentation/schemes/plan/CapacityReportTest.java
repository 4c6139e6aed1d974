package dev.segmentation.schemes.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.InvalidAttributeException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapacityReportTest {

    private static final double EXACT = 1e-9;

    private final Segmentation segmentation = Practice.segmentation();
    private final CapacityReport report =
            CapacityReport.of(segmentation, Practice.plan(), Practice.team(), Practice.YEAR);

    private Segment segment(String name) {
        return segmentation.segments().stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hoursOfASmallPracticeByHand() {
        RoleLoad adviser = report.roles().get(0);
        // Reviews: 4 of 150 minutes for one Platinum and 2 for each of two Gold; calls: 2 of 30 for each of five.
        assertEquals((4 * 150 + 2 * 2 * 150 + 5 * 2 * 30) / 60.0, adviser.hoursNeeded(), EXACT);
        // 1,920 hours on 240 days, half for clients: 240 minutes a day on 220 open days.
        assertEquals(880, adviser.hoursAvailable(), EXACT);
        RoleLoad assistant = report.roles().get(1);
        assertEquals((10 * 4 * 3 + 10 * 10) / 60.0, assistant.hoursNeeded(), EXACT);
        assertEquals(220, assistant.hoursAvailable(), EXACT);
        assertEquals(880 - 25, adviser.hoursLeft(), EXACT);
        assertTrue(report.fits());
        assertEquals(Map.of("Birthday card", 1L), report.unknownDates());
    }

    private static double in(Month month, Map<Month, Double> hours) {
        return hours.getOrDefault(month, Double.NaN);
    }

    @Test
    void hoursByMonthAreThoseOfOpenDaysAndOfOccasions() {
        RoleLoad adviser = report.roles().get(0);
        // January 2027 has the weeks from the 11th open: 15 of the 220 open days.
        assertEquals(25.0 * 15 / 220, in(Month.JANUARY, adviser.neededBy()), EXACT);
        assertEquals(880.0 * 15 / 220, in(Month.JANUARY, adviser.availableBy()), EXACT);
        RoleLoad assistant = report.roles().get(1);
        // One of ten birthdays is in June, and one is not known and spread.
        assertEquals((10 + (10 * 4 * 3 + 10) * 22.0 / 220) / 60, in(Month.JUNE, assistant.neededBy()), EXACT);
        for (RoleLoad role : report.roles()) {
            assertEquals(
                    role.hoursNeeded(),
                    role.neededBy().values().stream().mapToDouble(h -> h).sum(),
                    EXACT);
            assertEquals(
                    role.hoursAvailable(),
                    role.availableBy().values().stream().mapToDouble(h -> h).sum(),
                    EXACT);
        }
    }

    @Test
    void segmentsCostAndBringByHand() {
        SegmentLoad platinum = report.segments().get(0);
        assertEquals(1, platinum.clients());
        assertEquals(Map.of("adviser", 11.0, "assistant", 22 / 60.0), platinum.hoursBy());
        assertEquals(11 * 150 + 22 / 60.0 * 40 + 4 + 3, platinum.cost(), EXACT);
        assertEquals(20_000, platinum.revenue(), EXACT);
        assertEquals(20_000 - platinum.cost(), platinum.margin(), EXACT);
        assertEquals(20_000 / (11 + 22 / 60.0), platinum.effectiveRate(), EXACT);
        SegmentLoad standard = report.segments().get(3);
        assertEquals(5, standard.clients());
        // 22 minutes of the assistant and 7 of direct cost are 21.67: more than the 20 that c10 brings.
        assertEquals(1, standard.atLoss());
        assertEquals(List.of(9), report.atLoss().boxed().toList());
        assertEquals(4, report.segments().size(), "nobody is unscored");
    }

    @Test
    void aClientCostsAndBringsByHand() {
        ClientLoad gold = report.client(1);
        assertEquals("c02", gold.clientId());
        assertEquals((2 * 150 + 2 * 30 + 22) / 60.0, gold.hours(), EXACT);
        assertEquals(6 * 150 + 22 / 60.0 * 40 + 7, gold.cost(), EXACT);
        assertEquals(12_000 - gold.cost(), gold.margin(), EXACT);
        assertFalse(gold.isAtLoss());
        assertTrue(report.client(9).isAtLoss());
        double ofAll = IntStream.range(0, 10)
                .mapToDouble(index -> report.client(index).cost())
                .sum();
        assertEquals(
                ofAll, report.segments().stream().mapToDouble(SegmentLoad::cost).sum(), EXACT);
    }

    @Test
    void whatIfByHand() {
        // 48,000 minutes are left of the adviser but 1,500, and 360 go to a Gold client.
        assertEquals(OptionalLong.of((52_800 - 1_500) / 360), report.furtherClients(segment("Gold")));
        assertEquals(OptionalLong.of((13_200 - 220) / 22), report.furtherClients(segment("Standard")));
        // Gold served as Silver: 2 x 300 minutes less.
        assertEquals(15, report.without(segment("Gold")).hoursNeeded("adviser"), EXACT);
        assertEquals(4, report.without(segment("Gold")).clients(segment("Silver")));
        Workload halved = report.withShares(TopShares.of(0.1, 0.2, 0.3));
        assertEquals((660 + 360 + 60) / 60.0, halved.hoursNeeded("adviser"), EXACT);
        assertEquals(0.2, halved.cumulativeShare(segment("Gold")), EXACT);
        Workload more = report.withClients(Map.of(segment("Platinum"), 100L));
        assertEquals((66_000 + 720 + 120) / 60.0, more.hoursNeeded("adviser"), EXACT);
        assertFalse(more.fits());
        assertTrue(report.workload().fits());
    }

    @Test
    void theLargestSharesThatFitByHand() {
        // 20 hours of 1,200 minutes: one Platinum, one Gold and two Silver take 660 + 360 + 120; five at the top take
        // 1,500.
        CapacityReport tight = CapacityReport.of(segmentation, Practice.plan(), oneWeek(), Practice.YEAR);
        assertEquals(20, tight.roles().get(0).hoursAvailable(), EXACT);
        assertFalse(tight.fits());
        Workload fits = tight.largestThatFits().orElseThrow();
        assertEquals(1, fits.clients(segment("Platinum")));
        assertEquals(1, fits.clients(segment("Gold")));
        assertEquals(2, fits.clients(segment("Silver")));
        assertEquals(6, fits.clients(segment("Standard")));
        assertEquals(19, fits.hoursNeeded("adviser"), EXACT);
        CapacityReport none = CapacityReport.of(segmentation, Practice.plan(), Practice.team(1_920, 1), Practice.YEAR);
        assertTrue(none.largestThatFits().isEmpty(), "newsletters alone are too much");
        Workload all = report.largestThatFits().orElseThrow();
        assertEquals(0, all.clients(segment("Standard")), "there are hours for everyone to be served better");
    }

    /** The adviser has but the second week of the year, the assistant all but those that are closed. */
    private static Team oneWeek() {
        List<Role> roles = Practice.team().roles();
        List<Integer> busy = IntStream.rangeClosed(3, 53).boxed().toList();
        return Team.of(List.of(roles.get(0).withBusyWeeks(busy), roles.get(1)))
                .withHolidays(List.of(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void whatIsLongerThanAnyWeekFitsNowhere() {
        // 27 minutes a week: enough in a year for what one client needs, and in no week for a call or a review.
        CapacityReport thin = CapacityReport.of(segmentation, Practice.plan(), Practice.team(44, 960), Practice.YEAR);
        assertEquals(
                List.of("Review", "Call"),
                thin.tooLong().stream().map(Service::name).toList());
        assertFalse(thin.fits());
        Workload fits = thin.largestThatFits().orElseThrow();
        assertEquals(10, fits.clients(segment("Standard")));
        assertEquals(OptionalLong.of(0), thin.furtherClients(segment("Silver")));
    }

    @Test
    void unknownRevenueIsNotNothing() {
        Segmentation half = FourS.scheme()
                .segment(Books.of(List.of(1.0, 2.0), value -> "c" + value)
                        .measure(Measure.HOURS, value -> value)
                        .measure(Measure.REVENUE, value -> value > 1 ? 500 : Double.NaN)
                        .build());
        CapacityReport some = CapacityReport.of(half, Practice.plan(), Practice.team(), Practice.YEAR);
        SegmentLoad unscored = some.segments().get(4);
        assertEquals(1, unscored.revenueUnknown());
        assertTrue(Double.isNaN(unscored.revenue()) && Double.isNaN(unscored.margin()));
    }

    @Test
    void withoutRevenueThereIsNoMargin() {
        Segmentation noRevenue = FourS.scheme()
                .segment(Books.of(List.of(1.0, 2.0, 3.0), value -> "c" + value)
                        .measure(Measure.HOURS, value -> value)
                        .build());
        CapacityReport plain = CapacityReport.of(noRevenue, ServicePlan.fourS(), Team.example(), Practice.YEAR);
        assertTrue(Double.isNaN(plain.segments().get(0).margin()));
        assertEquals(0, plain.atLoss().count());
        assertFalse(plain.client(0).isAtLoss());
    }

    @Test
    void anEmptyBookNeedsNothing() {
        Segmentation nobody = FourS.scheme()
                .segment(Books.of(List.<Double>of(), value -> "c" + value)
                        .measure(Measure.REVENUE, value -> value)
                        .build());
        CapacityReport empty = CapacityReport.of(nobody, Practice.plan(), Practice.team(), Practice.YEAR);
        assertTrue(empty.fits());
        assertEquals(0, empty.roles().get(0).hoursNeeded());
        assertTrue(empty.largestThatFits().isEmpty());
        assertEquals(OptionalLong.of(52_800 / 660), empty.furtherClients(segment("Platinum")));
    }

    @Test
    void aDateThatIsNoneIsRefusedWithTheClient() {
        Segmentation bad = FourS.scheme()
                .segment(Books.of(List.of(1.0), value -> "c7")
                        .measure(Measure.REVENUE, value -> value)
                        .attribute("birthday", value -> "30.7.1961")
                        .build());
        Exception e = assertThrows(
                InvalidAttributeException.class,
                () -> CapacityReport.of(bad, Practice.plan(), Practice.team(), Practice.YEAR));
        assertEquals(
                "birthday must be a date such as 1961-07-30 or 07-30, but was '30.7.1961' (client c7)", e.getMessage());
    }

    @Test
    void anOccasionSaysWhatItsTextMustBe() {
        Occasion yearly = Occasion.everyYear("birthday");
        Occasion once = Occasion.once("retirement");
        for (String date : List.of("1961-07-30", "2000-02-29", " 1961-07-30 ", "", "  ")) {
            assertEquals(Optional.empty(), yearly.refusal(date), date);
            assertEquals(Optional.empty(), once.refusal(date), date);
        }
        for (String day : List.of("07-30", "02-29")) {
            assertEquals(Optional.empty(), yearly.refusal(day), day);
            assertEquals(Optional.of("must be a date such as 1961-07-30"), once.refusal(day), day);
        }
        for (String none : List.of("30.7.61", "1961-02-29", "02-30", "x")) {
            assertEquals(Optional.of("must be a date such as 1961-07-30 or 07-30"), yearly.refusal(none), none);
        }
        assertEquals(Optional.empty(), Occasion.on(MonthDay.of(4, 5)).refusal("x"));
    }
}
