package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
