package dev.segmentation.schemes.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import dev.segmentation.schemes.abc.Abc;
import dev.segmentation.schemes.engagement.Engagement;
import dev.segmentation.schemes.fours.FourS;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicePlanTest {

    private static final List<Segment> SEGMENTS = FourS.scheme().segments();

    private static final Service NEWS = Service.of("Newsletter", "assistant");

    @Test
    void whoGetsAService() {
        Service all = NEWS.withTouches(4);
        Service better = NEWS.withRecipients(Recipients.andBetter("Gold")).withTouches(3);
        Service only = NEWS.withRecipients(Recipients.only(List.of("Silver")));
        Service each = NEWS.withTouches(Map.of("Platinum", 12, "Silver", 1));
        assertEquals(List.of(4, 4, 4, 4, 4), touches(all));
        assertEquals(List.of(3, 3, 0, 0, 0), touches(better));
        assertEquals(List.of(0, 0, 1, 0, 0), touches(only));
        assertEquals(List.of(12, 0, 1, 0, 0), touches(each));
    }

    /** By segment, the unscored behind them. */
    private static List<Integer> touches(Service service) {
        return ServicePlan.rows(SEGMENTS).stream()
                .map(segment -> service.touches(segment, SEGMENTS))
                .toList();
    }

    @Test
    void aBetterSegmentThatGetsLessIsNoted() {
        ServicePlan plan = ServicePlan.of(List.of(
                NEWS.withTouches(Map.of("Platinum", 1, "Gold", 2, "Silver", 2)),
                Service.of("Check-in", "assistant").withRecipients(Recipients.only(List.of("Standard")))));
        assertEquals(
                List.of(
                        "Platinum gets 'Newsletter' once a year, and Gold 2 times",
                        "Silver gets 'Check-in' 0 times a year, and Standard once"),
                plan.warnings(SEGMENTS));
        assertEquals(List.of(), Practice.plan().warnings(SEGMENTS));
    }

    @Test
    void aSegmentWithoutServiceMustBeMeant() {
        ServicePlan plan = ServicePlan.of(List.of(NEWS.withRecipients(Recipients.andBetter("Silver"))));
        Exception e = assertThrows(InvalidSettingsException.class, () -> plan.check(SEGMENTS));
        assertEquals(
                "setting services must have one for each segment, but none is for Standard"
                        + " (if that is meant, name it under unserved)",
                e.getMessage());
        plan.withUnserved(List.of("Standard")).check(SEGMENTS);
        Exception served = assertThrows(
                InvalidSettingsException.class,
                () -> plan.withUnserved(List.of("Standard", "Gold")).check(SEGMENTS));
        assertEquals(
                "setting unserved must name segments that get nothing, but there is a service for Gold",
                served.getMessage());
    }

    @Test
    void unknownSegmentsAndRolesAreRefusedWithTheKnownOnes() {
        ServicePlan plan = ServicePlan.of(List.of(NEWS, NEWS_OF_GOLDEN));
        assertEquals(
                "setting services[1].touches.Golden must name segments of the scheme: Platinum, Gold, Silver, Standard, but was"
                        + " 'Golden'",
                assertThrows(InvalidSettingsException.class, () -> plan.check(SEGMENTS))
                        .getMessage());
        assertEquals(
                "setting services[0].role must be one of the team's: adviser, but was 'assistant'",
                assertThrows(
                                InvalidSettingsException.class,
                                () -> Team.of(List.of(Role.of("adviser", 1, 100)))
                                        .check(plan))
                        .getMessage());
    }

    private static final Service NEWS_OF_GOLDEN =
            Service.of("Golden news", "adviser").withTouches(Map.of("Golden", 1));

    @Test
    void plansAndTeamsComeBackFromPlainData() {
        for (ServicePlan plan : List.of(
                Practice.plan(),
                ServicePlan.fourS(),
                ServicePlan.abc(),
                ServicePlan.engagement().withUnserved(List.of("D")))) {
            assertEquals(plan, ServicePlan.from(Settings.of(plan.settings().toMap())));
        }
        for (Team team : List.of(Practice.team(), Team.example())) {
            assertEquals(team, Team.from(Settings.of(team.settings().toMap())));
        }
    }

    @Test
    void templatesFitTheirSchemesAndTheTeam() {
        checkTemplate(ServicePlan.fourS(), SEGMENTS, List.of());
        checkTemplate(ServicePlan.abc(), Abc.scheme().segments(), List.of());
        checkTemplate(
                ServicePlan.engagement(),
                Engagement.scheme().segments(),
                List.of("A gets 'Show the value' 0 times a year, and B once"));
    }

    private static void checkTemplate(ServicePlan plan, List<Segment> segments, List<String> warnings) {
        plan.check(segments);
        Team.example().check(plan);
        assertEquals(warnings, plan.warnings(segments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "touches | 0 | setting services[0].touches is refused: touches must be from 1 to 366 a year, but was 0",
                "touches | 1.5 | setting services[0].touches must be a whole number, but was '1.5'",
                "preparation | -1 | setting services[0].preparation is refused: preparation must be from 0 to 10080"
                        + " minutes, but was -1",
                "contact | 20000 | setting services[0].contact is refused: contact must be from 0 to 10080 minutes, but"
                        + " was 20000",
                "cost | -3 | setting services[0].cost is refused: cost must be 0 or more and finite, but was -3.0",
            })
    void aServiceThatCannotBeIsRefusedWithItsPath(String key, double value, String message) {
        Object number = value == Math.rint(value) ? (Object) (int) value : value;
        Settings service = NEWS.settings().with(key, number);
        Settings plan = Settings.empty().with("services", List.of(service));
        assertEquals(
                message,
                assertThrows(InvalidSettingsException.class, () -> ServicePlan.from(Settings.of(plan.toMap())))
                        .getMessage());
    }

    @Test
    void whoAndWhenAreRefusedWithTheirPath() {
        assertRefused(
                Map.of("for", "everyone"),
                "setting services[0].for is refused: must be \"all\", or a group with"
                        + " and_better or only, but was 'everyone'");
        assertRefused(
                Map.of("occasion", Map.of("day", "13-01")),
                "setting services[0].occasion.day is refused: must be a month and day such as 04-05, but was '13-01'");
        assertRefused(
                Map.of("occasion", Map.of("birthday", "x")),
                "setting services[0].occasion.birthday is not known; known are: day, every_year, once");
        assertRefused(
                Map.of("occasion", Map.of()),
                "setting services[0].occasion is refused: there must be one of day, every_year and once, but there are 0");
        assertRefused(
                Map.of("for", Map.of("and_better", "Gold", "only", List.of("Silver"))),
                "setting services[0].for is refused: there must be either and_better or only");
        assertRefused(
                Map.of("touches", Map.of("Gold", 400)),
                "setting services[0].touches.Gold is refused: touches must be from 1 to 366 a year, but was 400");
        assertRefused(
                Map.of("touches", 2, "occasion", Map.of("once", "retirement")),
                "setting services[0].touches is refused: it must not be there beside an occasion");
    }

    private static void assertRefused(Map<String, ?> more, String message) {
        Settings service = Settings.empty().with("name", "News").with("role", "assistant");
        for (Map.Entry<String, ?> entry : more.entrySet()) {
            service = service.with(entry.getKey(), entry.getValue());
        }
        Settings plan =
                Settings.of(Settings.empty().with("services", List.of(service)).toMap());
        assertEquals(
                message,
                assertThrows(InvalidSettingsException.class, () -> ServicePlan.from(plan))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours_a_year | 9000 | setting roles[0].hours_a_year is refused: the hours of a year must be above 0 and"
                        + " at most 8784, but were 9000.0",
                "client_share | 1.5 | setting roles[0].client_share is refused: share must be in (0, 1], but was 1.5",
                "people | 0 | setting roles[0].people is refused: people must be from 1 to 1000000, but was 0",
                "hour_cost | -1 | setting roles[0].hour_cost is refused: the cost of an hour must be 0 or more and"
                        + " finite, but was -1.0",
            })
    void aTeamThatCannotBeIsRefusedWithItsPath(String key, double value, String message) {
        Settings role = Role.of("adviser", 1, 100).settings().with(key, value);
        Settings team =
                Settings.of(Settings.empty().with("roles", List.of(role)).toMap());
        assertEquals(
                message,
                assertThrows(InvalidSettingsException.class, () -> Team.from(team))
                        .getMessage());
    }

    @Test
    void weeksAndHolidaysThatAreNoneAreRefused() {
        Settings role = Role.of("adviser", 1, 100).settings().with("busy_weeks", List.of(54));
        assertEquals(
                "setting roles[0].busy_weeks is refused: a week must be from 1 to 53, but was 54",
                assertThrows(
                                InvalidSettingsException.class,
                                () -> Team.from(Settings.of(Settings.empty()
                                        .with("roles", List.of(role))
                                        .toMap())))
                        .getMessage());
        assertEquals(
                "setting holidays is refused: a holiday must be a date such as 2027-12-25, but was '2027-02-30'",
                assertThrows(
                                InvalidSettingsException.class,
                                () -> Team.from(
                                        Settings.of(Map.of("roles", List.of(), "holidays", List.of("2027-02-30")))))
                        .getMessage());
    }

    @Test
    void namesMustDiffer() {
        assertThrows(IllegalArgumentException.class, () -> ServicePlan.of(List.of(NEWS, NEWS)));
        Role role = Role.of("adviser", 1, 100);
        assertThrows(IllegalArgumentException.class, () -> Team.of(List.of(role, role)));
        assertThrows(IllegalArgumentException.class, () -> Service.of(" ", "adviser"));
    }

    @Test
    void occasionsSpeak() {
        assertEquals("on 04-05", Occasion.on(MonthDay.of(4, 5)).toString());
        assertEquals("birthday every year", Occasion.everyYear("birthday").toString());
        assertEquals("Gold and better", Recipients.andBetter("Gold").toString());
        assertEquals(Practice.team(), Practice.team().withHolidays(List.of(LocalDate.of(2027, 1, 1))));
    }
}
