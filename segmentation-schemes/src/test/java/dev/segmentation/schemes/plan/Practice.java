package dev.segmentation.schemes.plan;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Segmentation;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The small practice of the page on service plans, worked out by hand. */
final class Practice {

    static final Year YEAR = Year.of(2027);

    private static final double[] REVENUE = {20_000, 12_000, 10_000, 6_000, 5_000, 3_000, 2_000, 1_000, 30, 20};

    private static final String[] BIRTHDAYS = {
        "1961-07-30",
        "1970-02-28",
        "1955-03-30",
        "1980-12-31",
        "02-29",
        "1990-06-06",
        "1949-10-10",
        "04-20",
        "01-01",
        null
    };

    private Practice() {}

    /** One Platinum, two Gold, two Silver and five Standard clients, c01 to c10. */
    static Segmentation segmentation() {
        BookAppender book = Books.appender(List.of(Measure.REVENUE), List.of("birthday"));
        for (int client = 0; client < REVENUE.length; client++) {
            book.add(
                    String.format("c%02d", client + 1),
                    new double[] {REVENUE[client]},
                    Arrays.asList(BIRTHDAYS[client]));
        }
        return FourS.scheme().segment(book.build());
    }

    static ServicePlan plan() {
        return ServicePlan.of(List.of(
                Service.of("Review", "adviser")
                        .withTouches(Map.of("Platinum", 4, "Gold", 2))
                        .withChannel("meeting")
                        .withMinutes(60, 90),
                Service.of("Call", "adviser")
                        .withRecipients(Recipients.andBetter("Silver"))
                        .withTouches(2)
                        .withMinutes(5, 25),
                Service.of("Newsletter", "assistant")
                        .withTouches(4)
                        .withMinutes(3, 0)
                        .withCost(1),
                Service.of("Birthday card", "assistant")
                        .onOccasion(Occasion.everyYear("birthday"))
                        .withMinutes(10, 0)
                        .withCost(3)));
    }

    /** An adviser with 880 hours for clients and an assistant with 220, in the same 44 weeks. */
    static Team team() {
        return team(1_920, 960);
    }

    static Team team(double adviserHours, double assistantHours) {
        return Team.of(List.of(role("adviser", adviserHours, 0.5, 150), role("assistant", assistantHours, 0.25, 40)))
                .withHolidays(List.of(LocalDate.of(2027, 1, 1)));
    }

    private static Role role(String name, double hours, double share, double cost) {
        return Role.of(name, 1, hours)
                .withClientShare(share)
                .withHourCost(cost)
                .withAwayWeeks(List.of(1, 31, 32, 52))
                .withBusyWeeks(List.of(13, 14, 15, 16));
    }
}
