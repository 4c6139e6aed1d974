package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that answer questions about a file, each as a table and as JSON. */
class AnswersTest {

    private static final String EXAMPLE =
            Path.of("..", "examples", "clients.csv").toString();
    private static final String[] INPUT = {"--input", EXAMPLE, "--id", "client_id"};
    private static final String[] FOUR_S = {"--scheme", "four-s", "--input", EXAMPLE, "--id", "client_id"};

    @TempDir
    private Path folder = Path.of("");

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private int run(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(new PrintWriter(out), new PrintWriter(err), words);
    }

    private int run(String command, String[] common, String... words) {
        return run(Stream.of(new String[] {command}, common, words)
                .flatMap(Arrays::stream)
                .toArray(String[]::new));
    }

    private JsonNode json(String command, String[] common, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        assertEquals(0, run(command, common, all.toArray(String[]::new)), err::toString);
        return new ObjectMapper().readTree(out.toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        Iterator<String> names = object.fieldNames();
        names.forEachRemaining(keys::add);
        return keys;
    }

    private void assertFits() {
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out::toString);
    }

    @Test
    void describeSaysWhatTheColumnsAreAndHowTheyLie() throws IOException {
        assertEquals(0, run("describe", INPUT), err::toString);
        String text = out.toString();
        assertTrue(text.contains("clients.csv: separated by comma, ids in 'client_id'"), text);
        assertTrue(text.contains("texts: adviser, occupation, exception_reason"), text);
        assertTrue(text.contains("Amara 102, Béla 76, Chiara 72"), text);
        assertFits();
        JsonNode json = json("describe", INPUT);
        assertEquals(List.of("clients", "measures", "texts"), keys(json));
        JsonNode hours = json.get("measures").get(4);
        assertEquals(
                List.of(
                        "measure",
                        "known",
                        "missing",
                        "min",
                        "lower_quartile",
                        "median",
                        "upper_quartile",
                        "max",
                        "histogram"),
                keys(hours));
        assertEquals("hours", hours.get("measure").asText());
        assertEquals(245, hours.get("known").asInt());
        assertEquals(11, hours.get("histogram").get("edges").size());
    }

    @Test
    void describeTakesTheFirstColumnForTheIdsWhereNoneIsTold() throws IOException {
        assertEquals(0, run("describe", "--input", EXAMPLE), err::toString);
        assertEquals(
                "segment: ids are taken from the first column, 'client_id'; --id COLUMN tells another",
                err.toString().strip());
        String assumed = out.toString();
        assertEquals(0, run("describe", INPUT), err::toString);
        assertEquals(out.toString(), assumed);
        assertEquals("", err.toString());
        String[] first = {"--input", file("town,id\nBern,a\nBern,b\n").toString()};
        assertEquals(1, run("describe", first));
        assertTrue(err.toString().contains("taken from the first column, 'town'"), err::toString);
        assertTrue(err.toString().contains(":3: ids must differ, but 'Bern' is already on line 2"), err::toString);
        assertEquals(0, run("describe", first, "--id", "id"), err::toString);
        assertEquals(2, run("describe", first, "--id", "name"));
        assertEquals(0, run("describe", "--help"));
        assertTrue(out.toString().contains("[--id=COLUMN]"), out::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "explain", "niches", "rank", "plan", "report"})
    void otherCommandsMustBeToldTheColumnOfTheIds(String command) {
        assertEquals(2, run(command, "--input", EXAMPLE));
        assertTrue(err.toString().contains("'--id=COLUMN'"), err::toString);
    }

    @Test
    void aColumnOfNumbersCanBeToldToBeAText() throws IOException {
        Path file = file("id,branch\na,1\nb,2\nc,\n");
        String[] input = {"--input", file.toString(), "--id", "id"};
        assertEquals(0, run("describe", input));
        assertTrue(out.toString().contains("measures: branch"), out::toString);
        assertEquals(0, run("describe", input, "--text", "branch"));
        assertTrue(out.toString().contains("texts: branch"), out::toString);
        assertEquals(2, run("describe", input, "--text", "town"));
        assertEquals(0, run("describe", input, "--map", "revenue=branch"));
        assertTrue(out.toString().contains("measures: revenue (column 'branch')"), out::toString);
    }

    @Test
    void explainSaysWhy() throws IOException {
        assertEquals(0, run("explain", FOUR_S, "C-0042", "C-0001"), err::toString);
        assertTrue(out.toString().contains("because  Silver is 0.4 of score and 60 clients above"), out::toString);
        assertFits();
        JsonNode json = json("explain", FOUR_S, "C-0042");
        JsonNode one = json.get("explanations").get(0);
        assertEquals(List.of("client", "segment", "score", "reasons"), keys(one));
        assertEquals("Standard", one.get("segment").asText());
        assertEquals(1.6, one.get("score").asDouble());
        assertEquals(
                List.of("code", "arguments", "text"), keys(one.get("reasons").get(0)));
        assertEquals(1, run("explain", FOUR_S, "nobody"));
        assertEquals(
                "segment: there must be a client 'nobody' in the file, but is none",
                err.toString().strip());
        assertEquals(2, run("explain", FOUR_S));
    }

    @Test
    void nichesSaysWhatWasTriedAndWhatIsNotFound() throws IOException {
        assertEquals(0, run("niches", FOUR_S), err::toString);
        assertTrue(out.toString().contains("best: Platinum, 24 of 238 clients"), out::toString);
        assertTrue(out.toString().contains("none is"), out::toString);
        assertFits();
        JsonNode json = json(
                "niches", FOUR_S, "--best", "Platinum", "--best", "Gold", "--fewest", "20", "--text", "client_since");
        assertEquals(60, json.get("best_clients").asInt());
        assertTrue(json.get("not_tried").asInt() > 20);
        assertEquals(
                List.of(
                        "attribute",
                        "text",
                        "clients",
                        "among_best",
                        "known",
                        "best_known",
                        "lift",
                        "support",
                        "p",
                        "adjusted_p",
                        "found"),
                keys(json.get("tried").get(0)));
        assertEquals(2, run("niches", FOUR_S, "--best", "Gilt"));
        assertTrue(err.toString().contains("--best must be one of [Platinum, Gold, Silver, Standard]"), err::toString);
        assertEquals(2, run("niches", FOUR_S, "--fewest", "0"));
    }

    @Test
    void rankRanksByOneColumn() throws IOException {
        Path file = file("id,fee income\na,7\nb,9\nc,\nd,7\n");
        String[] input = {"--input", file.toString(), "--id", "id", "--measure", "fee income"};
        assertEquals(0, run("rank", input), err::toString);
        assertEquals(
                List.of(
                        "client  rank  fee income  percent rank",
                        "b          1           9       100.00%",
                        "a          2           7        66.67%",
                        "d          2           7        66.67%",
                        "c"),
                out.toString().lines().toList());
        JsonNode json = json("rank", input, "--ties", "average", "--unknown", "best", "--better", "lower");
        assertEquals("c", json.get("clients").get(0).get("client").asText());
        assertTrue(json.get("clients").get(0).get("value").isNull());
        assertEquals(2.5, json.get("clients").get(1).get("rank").asDouble());
        assertEquals(1, run("rank", input, "--unknown", "refuse"));
        assertTrue(err.toString().contains("column 'fee income' must have a number for each client, but lacks 1"));
        assertEquals(0, run("rank", input, "--top", "1"));
        assertTrue(out.toString().endsWith("and 3 more" + System.lineSeparator()));
        assertEquals(2, run("rank", input, "--top", "-1"));
        assertEquals(2, run("rank", input, "--ties", "fair"));
    }

    @Test
    void runCompareAndSchemesAnswerInJson() throws IOException {
        Path before = folder.resolve("before.csv");
        JsonNode json = json("run", FOUR_S, "--output", before.toString());
        assertEquals(List.of("scheme", "clients", "unscored", "segments"), keys(json));
        assertEquals(24, json.get("segments").get(0).get("clients").asInt());
        JsonNode books = json("run", FOUR_S, "--by", "adviser").get("books");
        assertEquals(3, books.size());
        Path after = folder.resolve("after.csv");
        JsonNode review = json(
                "run", FOUR_S, "--as-of", "2026-11-22", "--previous", before.toString(), "--output", after.toString());
        assertEquals(0, review.get("moves").size());
        JsonNode compared = json("compare", new String[] {before.toString(), after.toString()}, "--id", "client_id");
        assertEquals(List.of("segments", "counts", "moves"), keys(compared));
        assertEquals(5, compared.get("counts").size());
        // The best first, as the outputs tell, though the first client of the file is in the last segment.
        List<String> segments = new ArrayList<>();
        compared.get("segments").forEach(segment -> segments.add(segment.asText()));
        assertEquals(List.of("Platinum", "Gold", "Silver", "Standard", "Unscored"), segments);
        assertEquals(0, run("schemes", "--json"), err::toString);
        JsonNode schemes = new ObjectMapper().readTree(out.toString()).get("schemes");
        assertEquals(5, schemes.size());
        assertEquals(List.of("id", "description", "segments", "measures", "texts"), keys(schemes.get(0)));
    }

    @Test
    void standardInputAndOutputAreMinus() throws IOException {
        InputStream before = System.in;
        long spooledBefore = spooled();
        try {
            System.setIn(new ByteArrayInputStream("id,revenue\na,1\nb,2\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(
                    0, run("run", "--scheme", "four-s", "--input", "-", "--id", "id", "--output", "-"), err::toString);
            assertEquals(
                    "id,revenue,segment,segment_order,score,rank,percentile,reasons",
                    out.toString().lines().findFirst().orElseThrow());
            assertEquals(3, out.toString().lines().count());
            assertTrue(err.toString().contains("realised"), "the table goes beside");
            System.setIn(new ByteArrayInputStream("id,revenue\na,x\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals(1, run("describe", "--input", "-", "--id", "id"));
            assertTrue(err.toString().contains("standard input:2: column 'revenue' must be a number"), err::toString);
        } finally {
            System.setIn(before);
        }
        assertEquals(spooledBefore, spooled(), "what was spooled is deleted");
    }

    private static long spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("segment-\\d+\\.csv"))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"describe", "run", "explain", "compare", "niches", "rank", "schemes", "plans", "plan", "report"})
    void eachCommandHelpsWithExamples(String command) {
        assertEquals(0, run(command, "--help"));
        assertTrue(out.toString().contains("  segment " + command), out::toString);
        assertTrue(out.toString().contains("--json"), out::toString);
        assertFalse(out.toString().contains("\u001B"), "no colours where there is no terminal");
        assertFits();
    }

    @Test
    void shellsCanCompleteTheWords() {
        assertEquals(0, run("generate-completion"));
        assertTrue(out.toString().contains("niches"), "the words are there");
    }

    @Test
    void numbersOfALocaleAreReadAndWritten() throws IOException {
        Path file = file("id;revenue\na;1.234,50\nb;900\nc;12.000\n");
        Path written = folder.resolve("out.csv");
        String[] input = {"--scheme", "four-s", "--input", file.toString(), "--id", "id", "--output", written.toString()
        };
        assertEquals(1, run("run", input));
        assertEquals(0, run("run", input, "--locale", "de"), err::toString);
        assertTrue(Files.readString(written).contains("c;12.000;Gold;2;3,0;1;100,0;"), Files.readString(written));
        assertEquals(
                0,
                run(
                        "run",
                        input,
                        "--locale",
                        "de_DE",
                        "--as-of",
                        "2026-11-22",
                        "--previous",
                        copy(written).toString()),
                err::toString);
        assertTrue(Files.readString(written).contains("c;12.000;Gold;"), Files.readString(written));
        assertEquals(2, run("run", input, "--locale", "tlh"));
        assertTrue(err.toString().contains("must be a known locale"), err::toString);
    }

    private Path copy(Path file) throws IOException {
        return Files.copy(file, folder.resolve("copy-" + file.getFileName()));
    }

    @Test
    void pointsThatMayBeThousandsAreRefusedUntilALocaleIsTold() throws IOException {
        Path file = file("id,revenue\na,1.234\nb,900\nc,12.000\n");
        String[] input = {"--scheme", "four-s", "--input", file.toString(), "--id", "id"};
        assertEquals(1, run("run", input));
        assertTrue(err.toString().contains("column 'revenue' must not leave open what its points mean"), err::toString);
        assertEquals(0, run("run", input, "--locale", "en"), err::toString);
        assertTrue(out.toString().contains(" 12.00 "), out::toString);
        assertEquals(0, run("run", input, "--locale", "de"), err::toString);
        assertTrue(out.toString().contains(" 12,000.00 "), out::toString);
    }

    @Test
    void aSpreadsheetRunsNothingOfTheOutputAndIdsStillMatch() throws IOException {
        Path file = file(
                "id,revenue,=note,change\n=A1,1,\"=cmd|'/C calc'!A0\",-5\n+b,2,@x,-1.5\n'-c,3,plain,+7\nd,x,=bad,1\n");
        Path written = folder.resolve("out.csv");
        String[] input = {
            "--scheme",
            "four-s",
            "--input",
            file.toString(),
            "--id",
            "id",
            "--on-error",
            "skip",
            "--output",
            written.toString()
        };
        assertEquals(0, run("run", input), err::toString);
        List<String> lines = Files.readAllLines(written);
        assertTrue(lines.get(0).startsWith("id,revenue,'=note,change,segment"), lines.get(0));
        assertTrue(lines.get(1).startsWith("'=A1,1,'=cmd|'/C calc'!A0,-5,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("'+b,2,'@x,-1.5,"), lines.get(2));
        assertTrue(lines.get(3).startsWith("'-c,3,plain,+7,"), lines.get(3));
        assertTrue(Files.readString(folder.resolve("out.rejected.csv")).contains(",d,x,'=bad,1"));
        Path guarded = copy(written);
        assertEquals(0, run("run", input, "--keep-formulas"), err::toString);
        lines = Files.readAllLines(written);
        assertTrue(lines.get(0).startsWith("id,revenue,=note,change,segment"), lines.get(0));
        assertTrue(lines.get(1).startsWith("=A1,1,=cmd|'/C calc'!A0,-5,"), lines.get(1));
        assertEquals(0, run("compare", new String[] {guarded.toString(), written.toString()}, "--id", "id"));
        assertFalse(out.toString().contains("joined: "), out::toString);
        assertEquals(
                List.of("joined", ".", ".", ".", "."),
                List.of(out.toString()
                        .lines()
                        .filter(line -> line.startsWith("joined"))
                        .findFirst()
                        .orElseThrow()
                        .split(" +")),
                "the same clients in both");
        assertEquals(0, run("run", input, "--as-of", "2026-11-22", "--previous", guarded.toString()), err::toString);
        assertTrue(out.toString().contains("from \\ to"), out::toString);
        assertEquals(0, run("describe", "--input", guarded.toString(), "--id", "id"));
        assertTrue(out.toString().contains("=note"), out::toString);
    }

    @Test
    void aHundredColumnsOddNamesNoClientAndOneAreAnswered() throws IOException {
        String names = IntStream.range(0, 98).mapToObj(i -> "column " + i).collect(Collectors.joining(","));
        String values = IntStream.range(0, 98).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Path wide = file("id," + names + ",\"the \"\"revenue\"\", net\"\na," + values + ",5\nb," + values + ",7\n");
        String[] input = {"--input", wide.toString(), "--id", "id"};
        assertEquals(0, run("describe", input), err::toString);
        assertFits();
        String[] mapped = {
            "--scheme", "pareto", "--input", wide.toString(), "--id", "id", "--map", "revenue=the \"revenue\", net"
        };
        for (String command : List.of("run", "niches")) {
            assertEquals(0, run(command, mapped), err::toString);
            assertFits();
        }
        assertEquals(0, run("explain", mapped, "a"), err::toString);
        assertEquals(0, run("rank", input, "--measure", "the \"revenue\", net"), err::toString);
        String[] empty = {"--input", file("id,revenue\n").toString(), "--id", "id"};
        assertEquals(1, run("describe", empty));
        assertTrue(err.toString().contains("must have clients below the header, but has none"), err::toString);
        String[] one = {"--input", file("id,revenue,town\na,5,Bern\n").toString(), "--id", "id"};
        assertEquals(0, run("describe", one), err::toString);
        assertEquals(0, run("rank", one, "--measure", "revenue"), err::toString);
        assertEquals(0, run("niches", one, "--scheme", "pareto", "--fewest", "1"), err::toString);
    }
}
