package dev.segmentation.schemes.plan;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open weeks of one role in a year, and the minutes that there are in each: no day of a week away or busy, no weekend and
 * no holiday. The hours of a year are spread evenly over the days that are worked, busy ones included.
 */
final class WorkingYear {

    private static final int MINUTES = 60;

    private final List<Week> weeks = new ArrayList<>();
    private final int[] openDaysOf = new int[12];
    private int openDays;

    WorkingYear(Role role, Team team, Year year) {
        int workedDays = 0;
        Map<Integer, List<LocalDate>> open = new LinkedHashMap<>();
        for (LocalDate day = year.atDay(1); day.getYear() == year.getValue(); day = day.plusDays(1)) {
            int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            if (isWeekend(day) || team.isHoliday(day) || role.awayWeeks().contains(week)) {
                continue;
            }
            workedDays++;
            if (!role.busyWeeks().contains(week)) {
                int key = day.get(IsoFields.WEEK_BASED_YEAR) * 100 + week;
                open.computeIfAbsent(key, first -> new ArrayList<>()).add(day);
                openDaysOf[day.getMonthValue() - 1]++;
                openDays++;
            }
        }
        for (List<LocalDate> days : open.values()) {
            weeks.add(new Week(List.copyOf(days), minutes(role, days.size(), workedDays)));
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Gives whole minutes for clients in so many of the days that are worked, rounded down. */
    private static long minutes(Role role, int days, int workedDays) {
        return BigDecimal.valueOf(role.hoursAYear())
                .multiply(BigDecimal.valueOf((long) MINUTES * role.people() * days))
                .multiply(new BigDecimal(role.clientShare().numerator()))
                .divideToIntegralValue(
                        new BigDecimal(role.clientShare().denominator()).multiply(BigDecimal.valueOf(workedDays)))
                .longValueExact();
    }

    /** Gives the open weeks in order. */
    List<Week> weeks() {
        return weeks;
    }

    /** Gives the minutes for clients in all open weeks. */
    long minutes() {
        return weeks.stream().mapToLong(Week::minutes).sum();
    }

    /** Gives the minutes of the week that has most; none where no week is open. */
    long mostMinutes() {
        return weeks.stream().mapToLong(Week::minutes).max().orElse(0);
    }

    /** Gives the part of the year's open days that is in a month; a twelfth where no day is open. */
    double part(Month month) {
        return openDays == 0 ? 1.0 / openDaysOf.length : (double) openDaysOf[month.getValue() - 1] / openDays;
    }

    /**
     * A week of some open days.
     *
     * @param days the open days in order, at least one
     * @param minutes for clients in all of them
     */
    record Week(List<LocalDate> days, long minutes) {}
}
