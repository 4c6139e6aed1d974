package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segmentation.schemes.plan.ServicePlan;
import dev.segmentation.schemes.plan.Team;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.SegmentColumn;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of {@code report} beside the CSV file of {@code run}, on the example book. */
class ReportCommandTest {

    private static final Path CLIENTS = Path.of("..", "examples", "clients.csv");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String command, Path input, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--input", input.toString(), "--id", "client_id"));
        words.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(new String[0]));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Document page() throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve("page.html")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"four-s", "pareto", "abc", "engagement", "buckets"})
    void theNumbersAreThoseOfTheCsv(String scheme) throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{}");
        if (scheme.equals("engagement")) {
            Files.writeString(folder.resolve("settings.json"), "{\"profit\": {\"rates\": {\"hours\": 150}}}");
        }
        String settings = file("settings.json");
        assertEquals(0, run("run", CLIENTS, "--scheme", scheme, "--settings", settings, "--output", file("t.csv")));
        assertEquals(
                0,
                run("report", CLIENTS, "--scheme", scheme, "--settings", settings, "--output", file("page.html")),
                err::toString);
        Map<String, String> segments = SegmentColumn.read(folder.resolve("t.csv"), "client_id", "segment");
        Map<String, Double> revenue = new HashMap<>();
        ClientFile tiers = ClientFile.open(folder.resolve("t.csv"), ',');
        var columns = new ClientColumns("client_id", Map.of(), Map.of("revenue", "revenue"));
        ClientFileReader.read(tiers, columns, false)
                .book()
                .forEach(client -> client.attribute("revenue")
                        .ifPresent(amount -> revenue.put(client.id(), Double.parseDouble(amount))));
        int clients = 0;
        for (Element row : page().expectFirst("#segments table").select("tbody tr")) {
            String segment = row.child(0).text();
            List<String> own = segments.keySet().stream()
                    .filter(id -> segment.equals(segments.get(id)))
                    .toList();
            assertEquals(own.size(), Integer.parseInt(row.child(1).text()), segment);
            clients += own.size();
            double sum = own.stream()
                    .mapToDouble(id -> revenue.getOrDefault(id, 0.0))
                    .sum();
            assertTrue(
                    row.children().eachText().stream().anyMatch(cell -> isNear(cell, sum)),
                    () -> segment + ": " + sum + " is not in " + row.text());
        }
        assertEquals(250, clients);
    }

    private static boolean isNear(String cell, double sum) {
        String number = cell.replace(",", "");
        return number.matches("-?\\d+\\.\\d\\d") && Math.abs(Double.parseDouble(number) - sum) < 0.006;
    }

    @Test
    void aReviewTellsWhoMoved() throws IOException {
        assertEquals(
                0, run("run", CLIENTS, "--scheme", "four-s", "--output", file("last.csv"), "--as-of", "2025-11-22"));
        List<String> lines = new ArrayList<>(Files.readAllLines(CLIENTS));
        lines.set(1, lines.get(1).replace(",2010.21,", ",99010.21,").replace("4.5,1,2", "4.5,3,3"));
        Path now = Files.write(folder.resolve("now.csv"), lines);
        String[] review = {"--scheme", "four-s", "--as-of", "2026-11-22", "--previous", file("last.csv")};
        List<String> words = new ArrayList<>(List.of(review));
        words.addAll(List.of("--output", file("page.html")));
        assertEquals(0, run("report", now, words.toArray(new String[0])), err::toString);
        words.set(words.size() - 1, file("t.csv"));
        assertEquals(0, run("run", now, words.toArray(new String[0])), err::toString);
        Element mover = page().expectFirst("#moves > div:last-of-type tbody tr");
        assertEquals("C-0001", mover.child(0).text());
        ClientFile tiers = ClientFile.open(folder.resolve("t.csv"), ',');
        var columns = new ClientColumns(
                "client_id",
                Map.of(),
                Map.of("move_reason", "move_reason", "previous_segment", "previous_segment", "segment", "segment"));
        var client = ClientFileReader.read(tiers, columns, false).book().client(0);
        assertEquals(
                client.attribute("previous_segment").orElseThrow(),
                mover.child(1).text());
        assertEquals(client.attribute("segment").orElseThrow(), mover.child(2).text());
        assertEquals(
                client.attribute("move_reason").orElseThrow(), mover.child(3).text());
    }

    @Test
    void aPlanTellsHoursCostAndMargin() throws IOException {
        for (String plan : List.of("four-s", "team")) {
            out.getBuffer().setLength(0);
            assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), "plans", plan));
            Files.writeString(folder.resolve(plan + ".json"), out.toString());
        }
        String[] planned = {
            "--scheme", "four-s", "--plan", file("four-s.json"), "--team", file("team.json"), "--year", "2027"
        };
        out.getBuffer().setLength(0);
        assertEquals(0, run("plan", CLIENTS, planned), err::toString);
        String printed = out.toString();
        List<String> words = new ArrayList<>(List.of(planned));
        words.addAll(List.of("--output", file("page.html")));
        assertEquals(0, run("report", CLIENTS, words.toArray(new String[0])), err::toString);
        Element platinum = page().expectFirst("#segments table").expectFirst("tbody tr");
        String line = printed.lines()
                .filter(own -> own.startsWith("Platinum") && own.contains("."))
                .findFirst()
                .orElseThrow();
        List<String> numbers = List.of(line.strip().split(" {2,}", -1));
        List<String> cells = platinum.children().eachText();
        // The plan prints clients, hours, revenue, per hour, cost, margin; the page has cost and margin last.
        assertEquals(rounded(numbers.get(5)), rounded(cells.get(cells.size() - 2)), printed);
        assertEquals(rounded(numbers.get(6)), rounded(cells.get(cells.size() - 1)), printed);
        assertTrue(page().select("#segments").text().contains("In 2027 the service plan "));
    }

    private static long rounded(String amount) {
        return Math.round(Double.parseDouble(amount.replace(",", "")));
    }

    @Test
    void refusedRowsAreTold() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(CLIENTS));
        lines.set(3, lines.get(3) + ",one more");
        Path input = Files.write(folder.resolve("in.csv"), lines);
        assertEquals(1, run("report", input, "--scheme", "pareto", "--output", file("page.html")));
        assertFalse(Files.exists(folder.resolve("page.html")));
        assertEquals(
                0, run("report", input, "--scheme", "pareto", "--output", file("page.html"), "--on-error", "skip"));
        String data = page().select("#quality").text();
        assertTrue(data.contains("1 row was refused"), data);
        assertTrue(data.contains("in.csv:4: must have"), data);
    }

    @Test
    void theOutputIsNeverAnInput() throws IOException {
        Path input = Files.copy(CLIENTS, folder.resolve("in.csv"));
        Path settings = Files.writeString(folder.resolve("s.json"), "{}");
        assertEquals(2, run("report", input, "--scheme", "pareto", "--output", input.toString()));
        assertEquals(
                2,
                run(
                        "report",
                        input,
                        "--scheme",
                        "pareto",
                        "--settings",
                        settings.toString(),
                        "--output",
                        settings.toString()));
        assertEquals("{}", Files.readString(settings));
        assertEquals(-1, Files.mismatch(CLIENTS, input));
        assertEquals(2, run("report", input, "--scheme", "pareto", "--output", file("none/page.html")));
        assertEquals(2, run("report", input, "--scheme", "pareto"));
        assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), "report", "--help"));
        assertTrue(out.toString().contains("segment report --scheme four-s"));
    }

    @Test
    void aPlanAndATeamNeedEachOther() {
        String[] page = {"--scheme", "pareto", "--output", file("p.html")};
        for (String only : List.of("--plan", "--team")) {
            err.getBuffer().setLength(0);
            assertEquals(2, run("report", CLIENTS, page[0], page[1], page[2], page[3], only, file("s.json")));
            String other = only.equals("--plan") ? "--team" : "--plan";
            assertEquals(
                    "segment: Missing required argument(s): " + other + "=FILE",
                    err.toString().lines().findFirst().orElseThrow());
        }
        assertEquals(2, run("report", CLIENTS, page[0], page[1], page[2], page[3], "--year", "2027"));
        assertTrue(err.toString().contains("Missing required argument(s): --plan=FILE, --team=FILE"), err.toString());
    }

    @Test
    void aYearThatCannotBeIsRefused() {
        String[] words = {
            "--scheme", "pareto", "--output", file("p.html"), "--plan", "p", "--team", "t", "--year", "20277"
        };
        assertEquals(2, run("report", CLIENTS, words));
        assertTrue(err.toString().contains("--year must be from 1900 to 9999, but was 20277"), err.toString());
    }

    private JsonNode json(String command, String... words) throws IOException {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        assertEquals(0, run(command, CLIENTS, all.toArray(new String[0])), err::toString);
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void programsAreToldWhatThePageAndTheRunSay() throws IOException {
        String page = file("page.html");
        JsonNode json = json("report", "--scheme", "four-s", "--output", page);
        assertEquals(List.of("page", "refused", "scheme", "clients", "unscored", "segments"), keys(json));
        assertEquals(page, json.get("page").asText());
        assertEquals(0, json.get("refused").asInt());
        ObjectNode rest = (ObjectNode) json.deepCopy();
        rest.remove(List.of("page", "refused"));
        assertEquals(json("run", "--scheme", "four-s"), rest);
        List<Element> rows = page().expectFirst("#segments table").select("tbody tr");
        for (int s = 0; s < json.get("segments").size(); s++) {
            JsonNode segment = json.get("segments").get(s);
            List<String> cells = rows.get(s).children().eachText();
            assertEquals(segment.get("segment").asText(), cells.get(0));
            assertEquals(segment.get("clients").asText(), cells.get(1));
            double revenue = segment.get("revenue").asDouble();
            assertTrue(cells.stream().anyMatch(cell -> isNear(cell, revenue)), () -> revenue + " is not in " + cells);
            String share = String.format(
                    Locale.ROOT, "%.2f", 100 * segment.get("share_of_revenue").asDouble());
            assertTrue(cells.stream().anyMatch(cell -> cell.startsWith(share)), () -> share + " is not in " + cells);
        }
    }

    @Test
    void programsAreToldOfMovesAndOfThePlan() throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                SettingsFile.write(ServicePlan.fourS().settings()));
        Files.writeString(
                folder.resolve("team.json"), SettingsFile.write(Team.example().settings()));
        String[] review = {"--scheme", "four-s", "--output", file("last.csv"), "--as-of", "2025-11-22"};
        assertEquals(0, run("run", CLIENTS, review), err::toString);
        String[] plan = {"--plan", file("plan.json"), "--team", file("team.json"), "--year", "2027"};
        List<String> words = new ArrayList<>(List.of("--scheme", "four-s", "--output", file("page.html")));
        words.addAll(List.of("--as-of", "2026-11-22", "--previous", file("last.csv")));
        words.addAll(List.of(plan));
        JsonNode json = json("report", words.toArray(new String[0]));
        assertEquals(
                List.of("page", "refused", "scheme", "clients", "unscored", "segments", "moves", "left", "plan"),
                keys(json));
        List<String> planned = new ArrayList<>(List.of("--scheme", "four-s"));
        planned.addAll(List.of(plan));
        ObjectNode whole = (ObjectNode) json("plan", planned.toArray(new String[0]));
        whole.remove("clients");
        assertEquals(whole, json.get("plan"));
    }

    @Test
    void thePageGoesToStandardOutputAlone() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(CLIENTS));
        lines.set(3, lines.get(3) + ",one more");
        Path input = Files.write(folder.resolve("in.csv"), lines);
        String[] words = {"--scheme", "pareto", "--output", "-", "--on-error", "skip"};
        assertEquals(0, run("report", input, words), err::toString);
        String page = out.toString();
        assertTrue(page.startsWith("<!DOCTYPE html>"), () -> page.substring(0, 80));
        assertTrue(page.strip().endsWith("</html>"), () -> page.substring(page.length() - 80));
        assertTrue(err.toString().contains("1 row was refused and skipped"), err.toString());
        assertFalse(Files.exists(Path.of("-")));
        assertEquals(
                0, run("report", input, "--scheme", "pareto", "--output", file("page.html"), "--on-error", "skip"));
        assertEquals(Files.readString(folder.resolve("page.html")), page);
    }

    @Test
    void thePageAndJsonCannotBothGoToStandardOutput() {
        assertEquals(2, run("report", CLIENTS, "--scheme", "pareto", "--output", "-", "--json"));
        assertEquals(
                "segment: --output - writes the page to standard output; it cannot be used with --json, which answers"
                        + " there",
                err.toString().strip());
        assertEquals("", out.toString());
    }
}
