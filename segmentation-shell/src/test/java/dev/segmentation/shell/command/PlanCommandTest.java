package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on service plans, by the command line: its clients, its plan, its team, and what it says is printed. */
class PlanCommandTest {

    private static final Path PAGE = Path.of("../docs/service-plans.md");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String page = "";

    @BeforeEach
    void filesOfThePage() throws IOException {
        page = Files.readString(PAGE);
        List<String> json = blocks("json");
        Files.writeString(file("plan.json"), json.get(0));
        Files.writeString(file("team.json"), json.get(1));
        StringBuilder csv = new StringBuilder("client,revenue,birthday,segment\n");
        Matcher rows = Pattern.compile("(?m)^\\| (c\\d\\d) \\|(.*)\\|$").matcher(page);
        while (rows.find()) {
            csv.append(rows.group(1));
            for (String cell : rows.group(2).split("\\|", -1)) {
                csv.append(',').append(cell.strip());
            }
            csv.append('\n');
        }
        Files.writeString(file("clients.csv"), csv);
    }

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```$").matcher(page);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private int plan(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "plan",
                "--scheme",
                "four-s",
                "--id",
                "client",
                "--input",
                file("clients.csv").toString(),
                "--plan",
                file("plan.json").toString(),
                "--team",
                file("team.json").toString(),
                "--year",
                "2027"));
        words.addAll(List.of(more));
        return run(words.toArray(new String[0]));
    }

    private int run(String... words) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), words);
    }

    private String printed() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void printsWhatThePageShows() {
        assertEquals(0, plan(), err::toString);
        Matcher block = Pattern.compile("(?s)```\\R(In 2027.*?)```").matcher(page);
        assertTrue(block.find());
        String shown = block.group(1);
        assertEquals(shown, printed());
        assertTrue(printed().lines().allMatch(line -> line.length() <= 80), printed());
    }

    @Test
    void putsTouchesOnTheDaysThatThePageSays() throws IOException {
        assertEquals(
                0,
                plan(
                        "--calendar",
                        file("t.csv").toString(),
                        "--icalendar",
                        file("cals").toString()),
                err::toString);
        String touches = Files.readString(file("t.csv")).replace("\r\n", "\n");
        for (String row : List.of(
                "2027-01-11,c01,c01,Platinum,Review,1,meeting,adviser,150,",
                "2027-04-26,c01,c01,Platinum,Review,2,meeting,adviser,150,",
                "2027-07-12,c01,c01,Platinum,Review,3,meeting,adviser,150,",
                "2027-10-11,c01,c01,Platinum,Review,4,meeting,adviser,150,",
                "2027-02-08,c01,c01,Platinum,Call,1,,adviser,30,",
                "2027-08-23,c01,c01,Platinum,Call,2,,adviser,30,",
                "2027-02-26,c02,c02,Gold,Birthday card,1,,assistant,10,",
                "2027-04-26,c08,c08,Standard,Birthday card,1,,assistant,10,",
                ",c10,c10,Standard,Birthday card,1,,assistant,10,the date is not known")) {
            assertTrue(touches.contains("\n" + row + "\n"), () -> row + " is not in\n" + touches);
        }
        assertEquals(1 + 8 + 10 + 40 + 10, touches.lines().count());
        assertTrue(Files.readString(file("cals/adviser.ics")).contains("SUMMARY:Review: c01"));
        assertTrue(Files.exists(file("cals/assistant.ics")));
        assertTrue(err.toString().contains("Birthday card: 1 touch found no day; see the end of"), err.toString());
    }

    @Test
    void tellsWhatEachClientCosts() throws IOException {
        assertEquals(0, plan("--clients", file("loads.csv").toString()), err::toString);
        List<String> lines = Files.readAllLines(file("loads.csv"));
        assertEquals("client,segment,hours,cost,revenue,margin,revenue_per_hour,at_loss", lines.get(0));
        assertEquals("c01,Platinum,11.37,1671.67,20000.00,18328.33,1759.53,no", lines.get(1));
        assertEquals("c10,Standard,0.37,21.67,20.00,-1.67,54.55,yes", lines.get(10));
        assertEquals(2, plan("--clients", file("plan.json").toString()));
    }

    private JsonNode json(String... more) throws IOException {
        out.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of(more));
        words.add("--json");
        assertEquals(0, plan(words.toArray(new String[0])), err::toString);
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void programsAreToldWhatTheTablesSay() throws IOException {
        JsonNode json = json();
        assertEquals(
                List.of("year", "fits", "roles", "segments", "sizes", "too_long", "unknown_dates", "clients"),
                keys(json));
        assertEquals(2027, json.get("year").asInt());
        assertTrue(json.get("fits").asBoolean());
        JsonNode adviser = json.get("roles").get(0);
        assertEquals(List.of("role", "hours_needed", "hours_available", "hours_left", "months"), keys(adviser));
        assertEquals(25, adviser.get("hours_needed").asDouble());
        assertEquals(880, adviser.get("hours_available").asDouble());
        assertEquals(855, adviser.get("hours_left").asDouble());
        assertEquals(12, adviser.get("months").size());
        JsonNode april = adviser.get("months").get(3);
        assertEquals(List.of("month", "hours_needed", "hours_available"), keys(april));
        assertEquals(4, april.get("month").asInt());
        assertEquals(20, april.get("hours_available").asDouble());
        JsonNode standard = json.get("segments").get(3);
        assertEquals(
                List.of(
                        "segment",
                        "order",
                        "clients",
                        "hours",
                        "hours_by_role",
                        "cost",
                        "revenue",
                        "revenue_unknown",
                        "margin",
                        "revenue_per_hour",
                        "at_loss"),
                keys(standard));
        assertEquals(4, standard.get("order").asInt());
        assertEquals(6050, standard.get("revenue").asDouble());
        assertEquals(1, standard.get("at_loss").asInt());
        JsonNode gold = json.get("sizes").get(1);
        assertEquals(
                new ObjectMapper()
                        .readTree("{\"segment\": \"Gold\", \"clients\": 2, \"largest_that_fit\": 4,"
                                + " \"largest_up_to\": 0.6, \"further_clients\": 142}"),
                gold);
        assertEquals(
                new ObjectMapper().readTree("[{\"service\": \"Birthday card\", \"clients\": 1}]"),
                json.get("unknown_dates"));
    }

    @Test
    void programsAreToldWhatEachClientCosts() throws IOException {
        Path loads = file("loads.csv");
        JsonNode clients = json("--clients", loads.toString()).get("clients");
        List<String> lines = Files.readAllLines(loads);
        assertEquals(lines.get(0), String.join(",", keys(clients.get(0))));
        assertEquals(lines.size() - 1, clients.size());
        for (int c = 0; c < clients.size(); c++) {
            JsonNode one = clients.get(c);
            assertEquals(
                    lines.get(c + 1),
                    String.format(
                            Locale.ROOT,
                            "%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%s",
                            one.get("client").asText(),
                            one.get("segment").asText(),
                            one.get("hours").asDouble(),
                            one.get("cost").asDouble(),
                            one.get("revenue").asDouble(),
                            one.get("margin").asDouble(),
                            one.get("revenue_per_hour").asDouble(),
                            one.get("at_loss").asBoolean() ? "yes" : "no"));
        }
    }

    @Test
    void programsAreToldOfTheCalendarWhereItIsAsked() throws IOException {
        JsonNode json = json("--icalendar", file("cals").toString());
        assertEquals(
                new ObjectMapper()
                        .readTree("{\"placed\": 67, \"not_placed\": [{\"client\": \"c10\", \"service\": \"Birthday"
                                + " card\", \"number\": 1, \"problem\": \"the date is not known\"}]}"),
                json.get("calendar"));
    }

    @Test
    void programsAreToldNullOfWhatIsNotKnown() throws IOException {
        change("c10,20,", "c10,,");
        Files.writeString(file("team.json"), blocks("json").get(1).replace("960", "1"));
        JsonNode json = json();
        assertFalse(json.get("fits").asBoolean());
        assertTrue(json.get("roles").get(1).get("hours_left").asDouble() < 0);
        JsonNode unscored = json.get("segments").get(4);
        assertEquals("Unscored", unscored.get("segment").asText());
        assertEquals(1, unscored.get("revenue_unknown").asInt());
        for (String unknown : List.of("order", "revenue", "margin", "revenue_per_hour", "at_loss")) {
            assertTrue(unscored.get(unknown).isNull(), unknown);
        }
        JsonNode last = json.get("clients").get(9);
        for (String unknown : List.of("revenue", "margin", "revenue_per_hour", "at_loss")) {
            assertTrue(last.get(unknown).isNull(), unknown);
        }
        assertEquals(4, json.get("sizes").size());
        assertTrue(json.get("sizes").get(0).get("largest_that_fit").isNull());
        assertTrue(json.get("sizes").get(0).get("largest_up_to").isNull());
        Files.writeString(
                file("plan.json"),
                "{\"services\": [{\"name\": \"Visit\", \"role\": \"adviser\", \"touches\": {\"Platinum\": 1},"
                        + " \"contact\": 10080}], \"unserved\": [\"Gold\", \"Silver\", \"Standard\"]}");
        json = json();
        assertTrue(json.get("sizes").get(1).get("further_clients").isNull());
        assertEquals(
                new ObjectMapper().readTree("[{\"service\": \"Visit\", \"role\": \"adviser\", \"minutes\": 10080}]"),
                json.get("too_long"));
    }

    @Test
    void plansAreListedForPrograms() throws IOException {
        assertEquals(0, run("plans", "--json"));
        JsonNode plans = new ObjectMapper().readTree(out.toString()).get("plans");
        assertEquals(4, plans.size());
        assertEquals(List.of("name", "description"), keys(plans.get(0)));
        for (JsonNode plan : plans) {
            out.getBuffer().setLength(0);
            assertEquals(0, run("plans", plan.get("name").asText(), "--json"));
            assertTrue(new ObjectMapper().readTree(out.toString()).isObject());
        }
    }

    @Test
    void takesSegmentsThatWereDecided() throws IOException {
        String csv = Files.readString(file("clients.csv"));
        assertTrue(csv.contains("c10,20,,Standard"), csv);
        Files.writeString(file("clients.csv"), csv.replace("c10,20,,Standard", "c10,20,,Platinum"));
        assertEquals(0, plan("--segment-column", "segment"), err::toString);
        assertTrue(printed().contains("adviser            36.0"), "two Platinum clients: " + printed());
        Files.writeString(file("clients.csv"), csv.replace("c10,20,,Standard", "c10,20,,Diamond"));
        assertEquals(1, plan("--segment-column", "segment"));
        assertTrue(
                err.toString()
                        .contains(
                                "clients.csv:11: column 'segment' must be one of Platinum, Gold, Silver, Standard, but"
                                        + " was 'Diamond'"),
                err.toString());
    }

    @Test
    void templatesRunAsTheyArePrinted() throws IOException {
        for (String scheme : List.of("four-s", "abc", "engagement")) {
            out.getBuffer().setLength(0);
            assertEquals(0, run("plans", scheme));
            Files.writeString(file("plan.json"), out.toString());
            out.getBuffer().setLength(0);
            assertEquals(0, run("plans", "team"));
            Files.writeString(file("team.json"), out.toString());
            out.getBuffer().setLength(0);
            Files.writeString(file("settings.json"), "{\"profit\": {\"rates\": {\"hours\": 150}}}");
            List<String> words = new ArrayList<>(List.of(
                    "plan",
                    "--scheme",
                    scheme,
                    "--input",
                    "../examples/clients.csv",
                    "--id",
                    "client_id",
                    "--plan",
                    file("plan.json").toString(),
                    "--team",
                    file("team.json").toString()));
            if (scheme.equals("engagement")) {
                words.addAll(List.of("--settings", file("settings.json").toString()));
            }
            assertEquals(0, run(words.toArray(new String[0])), err::toString);
            assertTrue(printed().contains(" the plan "), printed());
        }
    }

    @Test
    void plansAreListed() {
        assertEquals(0, run("plans"));
        assertTrue(printed().startsWith("four-s "), printed());
        assertEquals(2, run("plans", "gold"));
        assertTrue(err.toString().contains("NAME must be one of four-s, abc, engagement, team, but was 'gold'"));
    }

    @Test
    void aPlanThatDoesNotFitTheSegmentsIsRefusedWithItsPath() throws IOException {
        Files.writeString(file("plan.json"), blocks("json").get(0).replace("\"Silver\"", "\"Silber\""));
        assertEquals(1, plan());
        assertEquals(
                "segment: " + file("plan.json")
                        + ": setting services[1].for must name segments of the scheme: Platinum, Gold, Silver, Standard,"
                        + " but was 'Silber'",
                err.toString().strip());
    }

    @Test
    void aTeamThatLacksARoleIsRefused() throws IOException {
        Files.writeString(file("team.json"), "{\"roles\": [{\"role\": \"adviser\", \"hours_a_year\": 100}]}");
        assertEquals(1, plan());
        assertTrue(
                err.toString()
                        .contains("plan.json: setting services[2].role must be one of the team's: adviser, but was"
                                + " 'assistant'"),
                err.toString());
    }

    @Test
    void whatCannotBeIsRefusedWithItsPath() throws IOException {
        Files.writeString(file("team.json"), blocks("json").get(1).replace("1920", "9000"));
        assertEquals(1, plan());
        assertTrue(
                err.toString()
                        .contains("team.json: setting roles[0].hours_a_year is refused: the hours of a year must be"
                                + " above 0 and at most 8784, but were 9000.0"),
                err.toString());
        Files.writeString(file("team.json"), blocks("json").get(1));
        assertEquals(2, plan("--year", "20277"));
        assertEquals(2, plan("--calendar", file("clients.csv").toString()));
        assertEquals(2, plan("--calendar", file("none/t.csv").toString()));
        Files.writeString(file("settings.json"), "{}");
        String settings = file("settings.json").toString();
        assertEquals(2, plan("--settings", settings, "--clients", settings));
        assertEquals("{}", Files.readString(file("settings.json")));
        assertEquals(2, plan("--name", "surname"));
    }

    @Test
    void aDateThatIsNoneNamesItsLineAndColumn() throws IOException {
        change("1961-07-30", "30.7.61");
        change("1955-03-30", "1955-02-29");
        assertEquals(1, plan());
        String name = file("clients.csv").toString();
        String mustBe = " must be a date such as 1961-07-30 or 07-30, but was ";
        assertEquals(
                List.of(
                        "segment: " + name + ":2: column 'birthday'" + mustBe + "'30.7.61'",
                        name + ":4: column 'birthday'" + mustBe + "'1955-02-29'"),
                err.toString().lines().skip(1).toList());
        assertEquals("", out.toString());
    }

    @Test
    void aClientWhoseDateIsNoneIsSkippedWhereAsked() throws IOException {
        change("c01,", "bad,x,,\nc01,");
        change("c02,", "bad,x,,\nc02,");
        change("1961-07-30", "30.7.61");
        assertEquals(
                0, plan("--on-error", "skip", "--clients", file("loads.csv").toString()), err::toString);
        assertTrue(err.toString().contains("clients.csv:3: column 'birthday' must be a date"), err.toString());
        assertTrue(err.toString().contains("segment: 3 rows were refused and skipped"), err.toString());
        List<String> loads = Files.readAllLines(file("loads.csv"));
        assertEquals(1 + 9, loads.size());
        assertTrue(loads.get(1).startsWith("c02,Platinum,"), "the shares are those of the others: " + loads.get(1));
    }

    @Test
    void theDatesOfAReportArePlannedLikewise() throws IOException {
        change("1961-07-30", "30.7.61");
        String[] report = {
            "report",
            "--scheme",
            "four-s",
            "--id",
            "client",
            "--input",
            file("clients.csv").toString(),
            "--plan",
            file("plan.json").toString(),
            "--team",
            file("team.json").toString(),
            "--output",
            file("page.html").toString(),
            "--on-error",
            "skip"
        };
        assertEquals(1, run(Arrays.copyOf(report, report.length - 2)));
        assertTrue(err.toString().contains("clients.csv:2: column 'birthday' must be a date"), err.toString());
        assertEquals(0, run(report), err::toString);
        assertTrue(Files.readString(file("page.html")).contains("1 row was refused"));
    }

    @Test
    void whereAllDatesAreNoneNobodyIsLeft() throws IOException {
        Files.writeString(file("clients.csv"), "client,revenue,Born\na,1,x\nb,2,y\n");
        assertEquals(1, plan("--on-error", "skip", "--map", "birthday=Born"));
        assertTrue(
                err.toString().contains("must have clients below the header, but all 2 rows are refused"),
                err.toString());
        assertTrue(err.toString().contains("clients.csv:3: column 'Born' must be a date"), err.toString());
    }

    private void change(String old, String now) throws IOException {
        String csv = Files.readString(file("clients.csv"));
        assertTrue(csv.contains(old), csv);
        Files.writeString(file("clients.csv"), csv.replace(old, now));
    }
}
