package dev.segmentation.schemes.plan;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The making of a calendar: occasions first, as they have a day, then what is evenly spaced, better segments first. */
final class Placing {

    /** An occasion is rather so many days early than late: a card is to be there on the day. */
    private static final int MOST_DAYS_EARLY = 14;

    /** Else it is as near as can be, within so many days. */
    private static final int MOST_DAYS_OFF = 21;

    private final ClientBook book;
    private final Segmentation segmentation;
    private final Needs needs;
    private final List<RoleCalendar> roles;

    /** The clients, better segments first, then by id. */
    private final List<Integer> order;

    /** By service, so that each list is in the order of the clients. */
    private final List<List<Touch>> placed;

    private final List<List<Touch>> unplaced;

    Placing(Segmentation segmentation, Needs needs) {
        this.segmentation = segmentation;
        this.book = segmentation.book();
        this.needs = needs;
        this.roles = needs.team().roles().stream()
                .map(role -> new RoleCalendar(new WorkingYear(role, needs.team(), needs.year())))
                .toList();
        this.order = IntStream.range(0, segmentation.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                index -> segmentation.segment(index).order())
                        .thenComparing(index -> book.client(index).id()))
                .toList();
        this.placed = lists();
        this.unplaced = lists();
    }

    private List<List<Touch>> lists() {
        return needs.services().stream()
                .<List<Touch>>map(service -> new ArrayList<>())
                .toList();
    }

    ContactCalendar calendar() {
        for (int service = 0; service < placed.size(); service++) {
            if (isOccasion(service)) {
                for (int index : order) {
                    placeOccasion(service, index);
                }
            }
        }
        for (int index : order) {
            placeEvenly(index);
        }
        List<Touch> byDay = placed.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(touch -> touch.date().orElseThrow()))
                .toList();
        return new ContactCalendar(
                needs.year(), byDay, unplaced.stream().flatMap(List::stream).toList());
    }

    private boolean isOccasion(int service) {
        return needs.services().get(service).occasion().isPresent();
    }

    private void placeOccasion(int service, int index) {
        Client client = book.client(index);
        if (needs.touches(service, needs.row(segmentation.segment(index)), client) == 0) {
            return;
        }
        RoleCalendar role = roles.get(needs.roleOf(service));
        int minutes = needs.services().get(service).minutes();
        LocalDate wanted = needs.day(service, client).orElse(null);
        if (wanted == null) {
            refuse(service, index, 1, "the date is not known");
            return;
        }
        Stream<LocalDate> early = IntStream.rangeClosed(0, MOST_DAYS_EARLY).mapToObj(wanted::minusDays);
        Stream<LocalDate> near = IntStream.rangeClosed(1, MOST_DAYS_OFF)
                .boxed()
                .flatMap(days -> Stream.of(wanted.minusDays(days), wanted.plusDays(days)));
        Optional<LocalDate> day = Stream.concat(early, near)
                .filter(candidate -> isOpen(role, candidate, minutes))
                .findFirst();
        if (day.isPresent()) {
            role.placeOn(day.get(), minutes);
            add(service, index, 1, day.get());
        } else {
            refuse(
                    service,
                    index,
                    1,
                    "no working day of the " + needs.services().get(service).role()
                            + " with room within three weeks of " + wanted);
        }
    }

    private static boolean isOpen(RoleCalendar role, LocalDate day, int minutes) {
        return role.week(day).filter(week -> role.hasRoom(week, minutes)).isPresent();
    }

    /** Services of all roles, one after the other, so that a client is not called upon twice in a week without need. */
    private void placeEvenly(int index) {
        Set<LocalDate> mondays = new HashSet<>();
        int row = needs.row(segmentation.segment(index));
        for (int service = 0; service < placed.size(); service++) {
            int times = needs.touches(service, row);
            if (times > 0 && !isOccasion(service)) {
                placeEvenly(service, index, times, mondays);
            }
        }
    }

    private void placeEvenly(int service, int index, int times, Set<LocalDate> mondays) {
        RoleCalendar role = roles.get(needs.roleOf(service));
        int minutes = needs.services().get(service).minutes();
        int[] even = role.weeks() == 0 ? new int[times] : role.evenWeeks(times, minutes, role.weeksOf(mondays));
        for (int i = 0; i < times; i++) {
            Optional<Integer> week = role.nearestWithRoom(even[i], minutes);
            if (week.isPresent()) {
                LocalDate day = role.place(week.get(), minutes);
                mondays.add(RoleCalendar.monday(day));
                add(service, index, i + 1, day);
            } else {
                refuse(
                        service,
                        index,
                        i + 1,
                        "no week of the " + needs.services().get(service).role() + " has room for " + minutes
                                + " minutes; the most that is left is " + role.mostLeft());
            }
        }
    }

    private void add(int service, int index, int number, LocalDate day) {
        placed.get(service).add(touch(service, index, number, day, ""));
    }

    private void refuse(int service, int index, int number, String problem) {
        unplaced.get(service).add(touch(service, index, number, null, problem));
    }

    private Touch touch(int service, int index, int number, @Nullable LocalDate day, String problem) {
        Segment segment = segmentation.segment(index);
        return new Touch(
                book.client(index).id(), segment, needs.services().get(service), number, needs.year(), day, problem);
    }
}
