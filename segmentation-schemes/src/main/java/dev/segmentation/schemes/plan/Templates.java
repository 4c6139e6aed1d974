package dev.segmentation.schemes.plan;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/** Plans and a team to start from. Their figures are seen in practice and illustrative; the page on plans names the sources. */
final class Templates {

    private static final String ADVISER = "adviser";
    private static final String ASSOCIATE = "associate";
    private static final String ASSISTANT = "assistant";

    private Templates() {}

    /** Twelve contacts of which four are reviews, two of them in person; five; one; and what all get. */
    static ServicePlan fourS() {
        return ServicePlan.of(List.of(
                Service.of("Review in person", ADVISER)
                        .withTouches(Map.of("Platinum", 2, "Gold", 1))
                        .withChannel("meeting")
                        .withMinutes(90, 90),
                Service.of("Review by video", ADVISER)
                        .withTouches(Map.of("Platinum", 2, "Gold", 1, "Silver", 1))
                        .withChannel("video")
                        .withMinutes(60, 60),
                Service.of("Call", ADVISER)
                        .withTouches(Map.of("Platinum", 8, "Gold", 3))
                        .withChannel("call")
                        .withMinutes(5, 20),
                Service.of("Plan update", ASSOCIATE)
                        .withRecipients(Recipients.andBetter("Gold"))
                        .withChannel("mail")
                        .withMinutes(180, 0),
                Service.of("Newsletter", ASSISTANT)
                        .withTouches(4)
                        .withChannel("mail")
                        .withMinutes(1, 0),
                birthdayCard()));
    }

    private static Service birthdayCard() {
        return Service.of("Birthday card", ASSISTANT)
                .onOccasion(Occasion.everyYear("birthday"))
                .withChannel("mail")
                .withMinutes(5, 0)
                .withCost(3);
    }

    /** The cheap and easy for all, extras for pre-ideal and ideal, specials for the ideal alone. */
    static ServicePlan abc() {
        return ServicePlan.of(List.of(
                Service.of("Review", ADVISER).withChannel("meeting").withMinutes(60, 60),
                Service.of("Lunch", ADVISER)
                        .withRecipients(Recipients.only(List.of("Ideal")))
                        .withChannel("meeting")
                        .withMinutes(15, 90)
                        .withCost(80),
                Service.of("Small surprise", ASSISTANT)
                        .withRecipients(Recipients.only(List.of("Ideal")))
                        .withChannel("mail")
                        .withMinutes(20, 0)
                        .withCost(40),
                Service.of("Retirement party", ASSOCIATE)
                        .withRecipients(Recipients.only(List.of("Ideal")))
                        .onOccasion(Occasion.once("retirement"))
                        .withChannel("event")
                        .withMinutes(240, 120)
                        .withCost(300),
                Service.of("Social gathering", ASSOCIATE)
                        .withRecipients(Recipients.andBetter("Pre-ideal"))
                        .withChannel("event")
                        .withMinutes(20, 20)
                        .withCost(50),
                Service.of("Education evening", ASSOCIATE)
                        .withRecipients(Recipients.andBetter("Pre-ideal"))
                        .withTouches(2)
                        .withChannel("event")
                        .withMinutes(10, 10)
                        .withCost(10),
                birthdayCard(),
                Service.of("Holiday card", ASSISTANT)
                        .onOccasion(Occasion.on(MonthDay.of(12, 15)))
                        .withChannel("mail")
                        .withMinutes(5, 0)
                        .withCost(2)));
    }

    /** Reviews four, two, one and none a year; most effort where the relationship is and can be. */
    static ServicePlan engagement() {
        return ServicePlan.of(List.of(
                Service.of("Review", ADVISER)
                        .withTouches(Map.of("A", 4, "B", 2, "C", 1))
                        .withChannel("meeting")
                        .withMinutes(60, 60),
                Service.of("Show the value", ADVISER)
                        .withRecipients(Recipients.only(List.of("B")))
                        .withChannel("meeting")
                        .withMinutes(60, 60),
                Service.of("Call", ASSOCIATE)
                        .withTouches(Map.of("A", 8, "B", 4, "C", 2))
                        .withChannel("call")
                        .withMinutes(5, 15),
                Service.of("Newsletter", ASSISTANT)
                        .withTouches(4)
                        .withChannel("mail")
                        .withMinutes(1, 0)));
    }

    /** One of each role, half of the time for clients, four weeks away and four busy: 44 weeks to plan with. */
    static Team team() {
        return Team.of(List.of(role(ADVISER, 150), role(ASSOCIATE, 75), role(ASSISTANT, 45)));
    }

    private static Role role(String name, double cost) {
        return Role.of(name, 1, 1_920)
                .withClientShare(0.5)
                .withHourCost(cost)
                .withAwayWeeks(List.of(1, 31, 32, 52, 53))
                .withBusyWeeks(List.of(13, 14, 15, 16));
    }
}
