package dev.segmentation.schemes.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The open weeks of one role in the making of a calendar, and how full they are. */
final class RoleCalendar {

    /** Three of four parts of the greatest distance are nearly as far: some choice keeps the load level. */
    private static final int NEARLY = 4;

    private final List<WorkingYear.Week> weeks;
    private final long[] load;
    private final Map<LocalDate, Long> loadOfDay = new HashMap<>();
    private final Map<LocalDate, Integer> weekOf = new HashMap<>();

    RoleCalendar(WorkingYear year) {
        this.weeks = year.weeks();
        this.load = new long[weeks.size()];
        for (int week = 0; week < weeks.size(); week++) {
            for (LocalDate day : weeks.get(week).days()) {
                weekOf.put(day, week);
                loadOfDay.put(day, 0L);
            }
        }
    }

    int weeks() {
        return weeks.size();
    }

    /** Gives the open week of a day; nothing where it is not open. */
    Optional<Integer> week(LocalDate day) {
        return Optional.ofNullable(weekOf.get(day));
    }

    /** Gives the open weeks that begin on one of some Mondays. */
    Set<Integer> weeksOf(Set<LocalDate> mondays) {
        Set<Integer> open = new HashSet<>();
        for (int week = 0; week < weeks.size(); week++) {
            if (mondays.contains(monday(weeks.get(week).days().get(0)))) {
                open.add(week);
            }
        }
        return open;
    }

    /** Gives the Monday of a day's week. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    boolean hasRoom(int week, int minutes) {
        return load[week] + minutes <= weeks.get(week).minutes();
    }

    /** Gives how full a week would be. */
    double fullness(int week, int minutes) {
        return (double) (load[week] + minutes) / Math.max(1, weeks.get(week).minutes());
    }

    /** Gives the most minutes that an open week has left. */
    long mostLeft() {
        long most = 0;
        for (int week = 0; week < load.length; week++) {
            most = Math.max(most, weeks.get(week).minutes() - load[week]);
        }
        return most;
    }

    /**
     * Gives the best of the evenly spaced weeks, which differ in where they begin: of those that overfill the fewest weeks, and
     * are nearly as far from the client's other touches as can be, the ones of which the fullest week is least full.
     */
    int[] evenWeeks(int times, int minutes, Set<Integer> taken) {
        int starts = Math.max(1, weeks.size() / times);
        int[] overfilled = new int[starts];
        int[] distance = new int[starts];
        double[] fullest = new double[starts];
        for (int start = 0; start < starts; start++) {
            distance[start] = weeks.size();
            for (int week : evenWeeks(times, start)) {
                overfilled[start] += hasRoom(week, minutes) ? 0 : 1;
                fullest[start] = Math.max(fullest[start], fullness(week, minutes));
                for (int other : taken) {
                    distance[start] = Math.min(distance[start], Math.abs(week - other));
                }
            }
        }
        int fewest = Arrays.stream(overfilled).min().orElseThrow();
        int farthest = IntStream.range(0, starts)
                .filter(start -> overfilled[start] == fewest)
                .map(start -> distance[start])
                .max()
                .orElseThrow();
        int best = IntStream.range(0, starts)
                .filter(start -> overfilled[start] == fewest && NEARLY * distance[start] >= (NEARLY - 1) * farthest)
                .boxed()
                .min(Comparator.comparingDouble(start -> fullest[start]))
                .orElseThrow();
        return evenWeeks(times, best);
    }

    private int[] evenWeeks(int times, int start) {
        return IntStream.range(0, times)
                .map(i -> (int) ((long) i * weeks.size() / times) + start)
                .toArray();
    }

    /** Finds the nearest week with room, the emptier one of two that are as near. */
    Optional<Integer> nearestWithRoom(int wanted, int minutes) {
        for (int distance = 0; distance < weeks.size(); distance++) {
            int before = wanted - distance;
            int after = wanted + distance;
            boolean fitsBefore = before >= 0 && hasRoom(before, minutes);
            boolean fitsAfter = after < weeks.size() && hasRoom(after, minutes);
            if (fitsBefore && (!fitsAfter || fullness(before, minutes) <= fullness(after, minutes))) {
                return Optional.of(before);
            }
            if (fitsAfter) {
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }

    /** Puts a touch on the emptiest day of a week. */
    LocalDate place(int week, int minutes) {
        LocalDate day = weeks.get(week).days().stream()
                .min(Comparator.comparing(loadOfDay::get))
                .orElseThrow();
        placeOn(day, minutes);
        return day;
    }

    /** Puts a touch on an open day. */
    void placeOn(LocalDate day, int minutes) {
        load[week(day).orElseThrow()] += minutes;
        loadOfDay.merge(day, (long) minutes, Long::sum);
    }
}
