package dev.segmentation.schemes.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContactCalendarTest {

    private static final Set<Integer> CLOSED = Set.of(1, 13, 14, 15, 16, 31, 32, 52);

    private final ContactCalendar calendar =
            ContactCalendar.of(Practice.segmentation(), Practice.plan(), Practice.team(), Practice.YEAR);

    private List<String> days(String client, String service) {
        return calendar.touches().stream()
                .filter(touch -> touch.clientId().equals(client)
                        && touch.service().name().equals(service))
                .map(touch -> touch.date().orElseThrow().toString())
                .toList();
    }

    @Test
    void touchesOfTheBestClientByHand() {
        // 44 open weeks: 4 a year are 11 apart, from the first open Monday.
        assertEquals(List.of("2027-01-11", "2027-04-26", "2027-07-12", "2027-10-11"), days("c01", "Review"));
        // 2 a year are 22 apart. Five weeks from any review would be farthest; four are nearly as far, and come first.
        assertEquals(List.of("2027-02-08", "2027-08-23"), days("c01", "Call"));
        assertEquals(4, days("c01", "Newsletter").size());
        // The 30th of July is in the 30th week, which is open.
        assertEquals(List.of("2027-07-30"), days("c01", "Birthday card"));
    }

    @Test
    void occasionsAreOnTheNearestOpenDay() {
        assertEquals(List.of("2027-02-26"), days("c02", "Birthday card"), "the 28th of February is a Sunday");
        assertEquals(List.of("2027-03-26"), days("c03", "Birthday card"), "the 13th week is busy");
        assertEquals(List.of("2027-12-24"), days("c04", "Birthday card"), "the 52nd week is away");
        assertEquals(List.of("2027-02-26"), days("c05", "Birthday card"), "a leap day is the 28th");
        assertEquals(List.of("2027-04-26"), days("c08", "Birthday card"), "four busy weeks: the Monday behind them");
        assertEquals(List.of("2027-01-11"), days("c09", "Birthday card"), "nothing is before the year");
        Touch unknown = calendar.unplaced().get(0);
        assertEquals("c10", unknown.clientId());
        assertEquals("the date is not known", unknown.problem());
        assertEquals(1, calendar.unplaced().size());
    }

    @Test
    void aTouchKeepsItsId() {
        Touch touch = calendar.touches().get(0);
        Touch moved = new Touch(
                touch.clientId(),
                touch.segment(),
                touch.service(),
                touch.number(),
                touch.year(),
                LocalDate.of(2027, 5, 5),
                "");
        assertEquals(touch.uid(), moved.uid());
        assertEquals(
                calendar.touches().size(),
                calendar.touches().stream().map(Touch::uid).distinct().count());
    }

    /** Clients with revenue and a birthday, of whom some have none. */
    private static Segmentation book(List<String> ids) {
        BookAppender book = Books.appender(List.of(Measure.REVENUE), List.of("birthday"));
        for (String id : ids) {
            Random own = new Random(id.hashCode());
            String birthday = own.nextInt(9) == 0
                    ? null
                    : LocalDate.ofEpochDay(own.nextInt(20_000)).toString();
            book.add(id, new double[] {own.nextInt(8) == 0 ? Double.NaN : own.nextInt(900)}, Arrays.asList(birthday));
        }
        return FourS.scheme().segment(book.build());
    }

    private static List<String> ids(Random random, int clients) {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, clients).mapToObj(i -> "C-" + i).toList());
        Collections.shuffle(ids, random);
        return ids;
    }

    private static String key(Touch touch) {
        return touch.clientId() + " " + touch.service().name() + " " + touch.number();
    }

    private static long promised(Segmentation segmentation, ServicePlan plan) {
        long promised = 0;
        for (int index = 0; index < segmentation.size(); index++) {
            for (Service service : plan.services()) {
                promised += service.touches(segmentation.segment(index), segmentation.segments());
            }
        }
        return promised;
    }

    @Property(tries = 60)
    void everyPromisedTouchIsPlacedOrToldAndNoWeekIsOverfull(
            @ForAll long seed,
            @ForAll @IntRange(max = 120) int clients,
            @ForAll @IntRange(min = 1, max = 400) int hours) {
        Random random = new Random(seed);
        List<String> ids = ids(random, clients);
        Segmentation segmentation = book(ids);
        Team team = Practice.team(hours, hours);
        ContactCalendar made = ContactCalendar.of(segmentation, Practice.plan(), team, Practice.YEAR);
        assertEquals(
                promised(segmentation, Practice.plan()),
                made.touches().size() + made.unplaced().size());
        Map<String, Long> load = new HashMap<>();
        for (Touch touch : made.touches()) {
            LocalDate day = touch.date().orElseThrow();
            int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            assertTrue(day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0, "no weekend");
            assertTrue(day.getYear() == 2027 && !CLOSED.contains(week) && day.getDayOfYear() > 1, "open on " + day);
            load.merge(touch.service().role() + week, (long) touch.service().minutes(), Long::sum);
        }
        // A week of five of the 240 days that are worked.
        long adviser = (long) (hours * 60 * 0.5 * 5 / 240);
        long assistant = (long) (hours * 60 * 0.25 * 5 / 240);
        load.forEach((week, minutes) ->
                assertTrue(minutes <= (week.startsWith("adviser") ? adviser : assistant), week + " has " + minutes));
        for (Touch touch : made.unplaced()) {
            if (touch.problem().startsWith("no week")) {
                long week = touch.service().role().equals("adviser") ? adviser : assistant;
                boolean hasRoom = IntStream.rangeClosed(2, 51)
                        .filter(number -> !CLOSED.contains(number))
                        .anyMatch(number -> load.getOrDefault(touch.service().role() + number, 0L)
                                        + touch.service().minutes()
                                <= week);
                assertTrue(!hasRoom, "refused though there is room: " + touch);
            }
        }
        // The order of the book does not matter.
        Collections.shuffle(ids, random);
        ContactCalendar again = ContactCalendar.of(book(ids), Practice.plan(), team, Practice.YEAR);
        assertEquals(made.touches(), again.touches());
        assertEquals(made.unplaced(), again.unplaced());
    }

    @Property(tries = 40)
    void touchesAreEvenWhereThereIsRoomAndOneMoreClientTakesNobodysAway(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int clients) {
        Random random = new Random(seed);
        List<String> ids = ids(random, clients + 1);
        ContactCalendar before =
                ContactCalendar.of(book(ids.subList(0, clients)), Practice.plan(), Practice.team(), Practice.YEAR);
        ContactCalendar after = ContactCalendar.of(book(ids), Practice.plan(), Practice.team(), Practice.YEAR);
        checkEven(before);
        Set<String> refusedBefore =
                before.unplaced().stream().map(ContactCalendarTest::key).collect(Collectors.toSet());
        Set<String> refusedAfter = after.unplaced().stream()
                .filter(touch -> !touch.clientId().equals(ids.get(clients)))
                .map(ContactCalendarTest::key)
                .collect(Collectors.toSet());
        assertTrue(refusedBefore.containsAll(refusedAfter), () -> refusedAfter + " are lost");
    }

    /** Holds each touch to its even place, in open weeks from the client's first. */
    private static void checkEven(ContactCalendar calendar) {
        List<Integer> open = IntStream.rangeClosed(2, 51)
                .filter(week -> !CLOSED.contains(week))
                .boxed()
                .toList();
        Map<String, List<Touch>> byClient = calendar.touches().stream()
                .filter(touch -> touch.service().occasion().isEmpty())
                .collect(Collectors.groupingBy(
                        touch -> touch.clientId() + touch.service().name()));
        byClient.values().forEach(touches -> {
            int first = place(touches.get(0), open);
            for (int i = 0; i < touches.size(); i++) {
                double even = first + (double) i * open.size() / touches.size();
                assertTrue(Math.abs(place(touches.get(i), open) - even) <= 1, () -> "not even: " + touches);
            }
        });
    }

    private static int place(Touch touch, List<Integer> open) {
        return open.indexOf(touch.date().orElseThrow().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    @Test
    void weeksAreLevel() {
        List<String> ids = ids(new Random(7), 250);
        ContactCalendar level = ContactCalendar.of(book(ids), ServicePlan.fourS(), Team.example(), Practice.YEAR);
        Map<Integer, Integer> load = new HashMap<>();
        level.touches().stream()
                .filter(touch -> touch.service().role().equals("adviser"))
                .forEach(touch -> load.merge(
                        touch.date().orElseThrow().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        touch.service().minutes(),
                        Integer::sum));
        double mean = load.values().stream().mapToInt(m -> m).average().orElseThrow();
        int most = Collections.max(load.values());
        assertTrue(most < 1.25 * mean, () -> most + " minutes in the fullest week, " + mean + " on average");
        Set<String> weeksOfClients = new HashSet<>();
        List<Touch> ofPlatinum = level.touches().stream()
                .filter(touch -> touch.segment().name().equals("Platinum")
                        && touch.service().occasion().isEmpty())
                .toList();
        long clashes = ofPlatinum.stream()
                .filter(touch -> !weeksOfClients.add(
                        touch.clientId() + touch.date().orElseThrow().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                .count();
        assertTrue(
                clashes * 50 < ofPlatinum.size(),
                () -> clashes + " of " + ofPlatinum.size() + " in a week with another");
    }

    @Test
    void aTeamWithoutAnOpenWeekPlacesNothing() {
        List<Integer> all = IntStream.rangeClosed(1, 53).boxed().toList();
        Team away = Team.of(List.of(
                Role.of("adviser", 1, 100).withAwayWeeks(all),
                Role.of("assistant", 1, 100).withBusyWeeks(all)));
        ContactCalendar none = ContactCalendar.of(Practice.segmentation(), Practice.plan(), away, Year.of(2026));
        assertEquals(0, none.touches().size());
        assertEquals(
                promised(Practice.segmentation(), Practice.plan()),
                none.unplaced().size());
    }
}
