package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

    private static final String TEN = "id,revenue,city\n"
            + IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> "c" + i + "," + i + "00,\"Town, " + i + "\"\n")
                    .collect(Collectors.joining());

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesAllColumnsAsTheyWereAndTheSegments() throws IOException {
        assertEquals(0, run(file(TEN)), err::toString);
        List<String> lines = output();
        assertEquals("id,revenue,city,segment,segment_order,score,rank,percentile,reasons", lines.get(0));
        assertEquals(
                "c10,1000,\"Town, 10\",Platinum,1,3.0,1,100.0,\"in the top 10% by score, then revenue;"
                        + " revenue above average (grade 3 on 1 to 3)\"",
                lines.get(10));
        assertTrue(lines.get(1).startsWith("c1,100,\"Town, 1\",Standard,4,1.0,10,10.0,"), lines.get(1));
        assertEquals(
                List.of(
                        "Standard",
                        "Standard",
                        "Standard",
                        "Standard",
                        "Standard",
                        "Silver",
                        "Silver",
                        "Gold",
                        "Gold",
                        "Platinum"),
                column(lines, "segment"));
    }

    @Test
    void leavesOutTheReasonsWhereAsked() throws IOException {
        String written = folder.resolve("out.csv").toString();
        String[] words = {
            "run",
            "--scheme",
            "four-s",
            "--input",
            file(TEN).toString(),
            "--id",
            "id",
            "--output",
            written,
            "--no-reasons"
        };
        assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), words), err::toString);
        assertEquals("id,revenue,city,segment,segment_order,score,rank,percentile", output().get(0));
        assertEquals("c10,1000,\"Town, 10\",Platinum,1,3.0,1,100.0", output().get(10));
    }

    @Test
    void printsTheSegmentsAndSaysWhatIsLeftOut() throws IOException {
        assertEquals(0, run(file(TEN)));
        assertEquals("""
                segment   clients   asked  realised   revenue  of revenue  lowest score
                Platinum        1  10.00%    10.00%  1,000.00      18.18%        3.0000
                Gold            2  15.00%    20.00%  1,700.00      30.91%        3.0000
                Silver          2  25.00%    20.00%  1,300.00      23.64%        2.0000
                Standard        5  50.00%    50.00%  1,500.00      27.27%        1.0000
                """, out.toString().replace(System.lineSeparator(), "\n"));
        assertEquals(
                "segment: left out, for want of a column: future_revenue, hours, attitude, influence"
                        + " (give one with --map future_revenue=COLUMN)",
                err.toString().strip());
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() throws IOException {
        String header = "id,revenue,attitude\n";
        List<String> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            rows.add("c" + i + "," + random.nextInt(40) + "," + (1 + random.nextInt(3)) + "\n");
        }
        assertEquals(0, run(file(header + String.join("", rows))));
        Map<String, String> before = segments();
        Collections.shuffle(rows, random);
        assertEquals(0, run(file(header + String.join("", rows))));
        assertEquals(before, segments());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"';' | LF", "',' | CRLF", "TAB | LF", "';' | CRLF"})
    void separatorsAndLineEndsAreKept(String separator, String lineEnd) throws IOException {
        String text = TEN.replace(',', separator.equals("TAB") ? '\t' : separator.charAt(0));
        text = lineEnd.equals("CRLF") ? text.replace("\n", "\r\n") : text;
        assertEquals(0, run(file(text)), err::toString);
        String written = Files.readString(folder.resolve("out.csv"));
        assertTrue(written.startsWith(text.lines().findFirst().orElseThrow()), written);
        assertEquals(lineEnd.equals("CRLF"), written.contains("\r\n"));
    }

    @Test
    void aByteOrderMarkQuotedLineEndsAndEmptyLinesAreUnderstood() throws IOException {
        assertEquals(0, run(file("\uFEFF\"id\",revenue,note\n\na,1,\"two\nlines\"\nb,2,\n\n")), err::toString);
        assertTrue(Files.readString(folder.resolve("out.csv")).contains("a,1,\"two\nlines\",Standard"));
    }

    @Test
    void aMissingNumberLeavesTheClientUnscored() throws IOException {
        assertEquals(0, run(file("id,revenue\na,\nb,2\n")));
        assertEquals("a,,Unscored,,,,,revenue is unknown", output().get(1));
        assertTrue(out.toString().contains("Unscored"), out::toString);
    }

    @Test
    void aMeasureCanBeMapped() throws IOException {
        Path file = file("id,fees\na,1\nb,2\n");
        assertEquals(0, run(file, "--map", "revenue=fees"), err::toString);
        assertEquals(List.of("Standard", "Gold"), column(output(), "segment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "N/A", "1e400", "NaN", "0x1p3", "12d", "1 000", "Infinity", "€5"})
    void aNumberThatIsNoneIsRefusedWithLineAndColumn(String text) throws IOException {
        Path file = file("id;revenue\na;1\nb;" + text + "\n");
        assertEquals(1, run(file));
        assertFails(file + ":3: column 'revenue' must be a number such as 1234.5, but was '" + text + "'");
    }

    @Test
    void aGivenGradeThatIsNoneIsRefusedWithItsLine() throws IOException {
        Path file = file("id,attitude\na,1\nb,4\n");
        assertEquals(1, run(file));
        assertTrue(
                err.toString().contains(file + ":3: column 'attitude' must be a whole number from 1 to 3, but was '4'"),
                err::toString);
    }

    @Test
    void rowsOfAnotherWidthAreRefusedWithTheirLine() throws IOException {
        Path file = file("id,revenue\na,1\nb\nc,1,2\n");
        assertEquals(1, run(file));
        assertFails(
                file + ":3: must have 2 fields like the header, but has 1",
                file + ":4: must have 2 fields like the header, but has 3");
    }

    @Test
    void idsThatComeTwiceAreRefusedWithBothLines() throws IOException {
        Path file = file("id,revenue\na,1\nb,2\na,3\n,4\n");
        assertEquals(1, run(file));
        assertFails(
                file + ":4: ids must differ, but 'a' is already on line 2",
                file + ":5: column 'id' must have an id, but is empty");
    }

    @Test
    void theFirstTenProblemsEndTheReading() throws IOException {
        Path file = file("id,revenue\n"
                + IntStream.range(0, 50).mapToObj(i -> i + ",x\n").collect(Collectors.joining()));
        assertEquals(1, run(file));
        assertEquals(
                10,
                err.toString()
                        .lines()
                        .filter(line -> line.contains("must be a number"))
                        .count());
    }

    @Test
    void refusedRowsCanBeSkippedAndAreWrittenBeside() throws IOException {
        Path file = file("id,revenue\na,1\nb,N/A\nc\nd,4\na,9\n");
        assertEquals(0, run(file, "--on-error", "skip"), err::toString);
        assertEquals(List.of("a", "d"), column(output(), "id"));
        assertEquals(
                List.of(
                        "rejected_line,rejected_reason,id,revenue",
                        "3,\"column 'revenue' must be a number such as 1234.5, but was 'N/A'\",b,N/A",
                        "4,\"must have 2 fields like the header, but has 1\",c",
                        "6,\"ids must differ, but 'a' is already on line 2\",a,9"),
                Files.readAllLines(folder.resolve("out.rejected.csv")));
        assertTrue(err.toString().contains("3 rows were refused and skipped"), err::toString);
    }

    @Test
    void whenEveryRowIsRefusedThereIsNoBook() throws IOException {
        Path file = file("id,revenue\nb,N/A\n");
        assertEquals(1, run(file, "--on-error", "skip"));
        assertTrue(
                err.toString().contains("must have clients below the header, but all 1 rows are refused"),
                err::toString);
    }

    @Test
    void anEmptyFileAndAHeaderAloneAreRefused() throws IOException {
        Path empty = file("");
        assertEquals(1, run(empty));
        assertFails(empty + ": must have a header line, but is empty");
        Path header = file("id,revenue\n");
        assertEquals(1, run(header));
        assertTrue(
                err.toString().contains(header + ": must have clients below the header, but has none"), err::toString);
    }

    @Test
    void twoColumnsOfOneNameAreRefused() throws IOException {
        Path file = file("id,revenue,revenue\na,1,2\n");
        assertEquals(1, run(file));
        assertFails(file + ":1: column names must differ, but columns 2 and 3 are both called 'revenue'");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() throws IOException {
        Path file = folder.resolve("in.csv");
        Files.write(file, "id,revenue\na,1\nM\u00fcller,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, run(file));
        assertFails(file + ":3: the file must be UTF-8, but this line is not; save it as UTF-8");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefused() throws IOException {
        Path file = file("id,revenue\na,1\n\"b,2\nc,3\n");
        assertEquals(1, run(file));
        assertTrue(
                err.toString().contains(file + ":3: cannot be read as CSV: a quote begins here that is not closed"),
                err::toString);
    }

    @Test
    void whatIsWrongInTheCommandIsSaidWithExitCode2() throws IOException {
        Path file = file(TEN);
        assertEquals(2, run(folder.resolve("none.csv")));
        assertFails("--input must be a file, but there is no " + folder.resolve("none.csv"));
        assertEquals(2, run(folder));
        assertFails("--input must be a file, but " + folder + " is a directory");
        assertEquals(2, run(file, "--scheme", "five-s"));
        assertFails("--scheme must be one of abc, buckets, engagement, four-s, pareto, but was 'five-s'");
        assertEquals(2, run(file, "--map", "revenue=fees"));
        assertFails("--map must name a column of " + file + ", but was 'fees'; the columns are: id, revenue, city");
        assertEquals(2, run(file, "--map", "profit=city"));
        assertFails("--map must name a measure or text of scheme four-s, but was 'profit'; they are: revenue,"
                + " future_revenue, hours, attitude, influence");
        assertEquals(2, run(file, "--map", "revenue"));
        assertFails("--map must be NAME=COLUMN, but was 'revenue'");
        assertEquals(2, run(file, "--id", "name"));
        assertFails("--id must name a column of " + file + ", but was 'name'; the columns are: id, revenue, city");
        assertEquals(2, run(file, "--separator", "|"));
        assertFails("--separator must be , ; or tab, but was '|'");
        assertEquals(2, run(file, "--output", file.toString()));
        assertFails("--output must be another file than those that are read, but is " + file);
        assertEquals(2, run(file, "--on-error", "ignore"));
        assertEquals(2, Main.run(new PrintWriter(out), new PrintWriter(err), "run"));
        assertEquals(2, Main.run(new PrintWriter(out), new PrintWriter(err), "walk"));
    }

    @Test
    void anInputColumnIsNeverOverwritten() throws IOException {
        Path file = file("id,revenue,rank\na,1,best\n");
        assertEquals(2, run(file));
        assertFails(file + " has a column 'rank' already; give the added columns other names with --prefix TEXT");
        assertEquals(0, run(file, "--prefix", "new_"), err::toString);
        assertTrue(output().get(0).startsWith("id,revenue,rank,new_segment,"), output()::toString);
    }

    @Test
    void aFailureLeavesTheFormerOutputAsItWas() throws IOException {
        Files.writeString(folder.resolve("out.csv"), "former");
        assertEquals(1, run(file("id,revenue\na,x\n")));
        assertEquals("former", Files.readString(folder.resolve("out.csv")));
    }

    @Test
    void theFileOfRefusedRowsNeverOverwritesTheInput() throws IOException {
        Path input = Files.writeString(folder.resolve("out.rejected.csv"), "id,revenue\na,1\nb,x\n");
        assertEquals(2, run(input, "--on-error", "skip"));
        assertFails("the file of refused rows must be another file than those that are read, but is " + input);
        assertEquals("id,revenue\na,1\nb,x\n", Files.readString(input));
    }

    @Test
    void aFormerFileOfRefusedRowsIsNotLeftBeside() throws IOException {
        assertEquals(0, run(file("id,revenue\na,1\nb,x\n"), "--on-error", "skip"));
        assertTrue(Files.exists(folder.resolve("out.rejected.csv")));
        assertEquals(0, run(file("id,revenue\na,1\nb,2\n"), "--on-error", "skip"));
        assertFalse(Files.exists(folder.resolve("out.rejected.csv")));
    }

    @Test
    void aLinkStaysALinkAndPermissionsStay() throws IOException {
        Path target = Files.writeString(folder.resolve("private.csv"), "former");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(folder.resolve("out.csv"), target);
        assertEquals(0, run(file(TEN)), err::toString);
        assertTrue(Files.isSymbolicLink(folder.resolve("out.csv")));
        assertTrue(Files.readString(target).startsWith("id,"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void aLongTextThatIsNoNumberIsRefusedAtOnceAndShortened() throws IOException {
        assertEquals(1, run(file("id,revenue\na," + "1".repeat(1_000_000) + "x\n")));
        assertTrue(err.toString().length() < 500, err::toString);
    }

    @Test
    void aColumnThatIsAlmostAMeasureIsPointedAt() throws IOException {
        assertEquals(0, run(file("id,Revenue,hours\na,1,2\n")), err::toString);
        assertTrue(err.toString().contains("--map 'revenue=Revenue'"), err::toString);
    }

    @Test
    void aHeaderWithALineEndInQuotesTellsTheSeparator() throws IOException {
        assertEquals(0, run(file("\n\"no\nte\";id;revenue\n1;a;2\n")), err::toString);
    }

    @Test
    void neverWritesTwoAnswersToOneFileNorOverTheSettings() throws IOException {
        Path input = file(TEN);
        Path same = folder.resolve("out.csv");
        assertEquals(2, run(input, "--save-segmenter", same.toString()));
        assertFails("--save-segmenter must be another file than --output, but both are " + same);
        assertEquals(2, run(input, "--save-segmenter", input.toString()));
        assertFails("--save-segmenter must be another file than those that are read, but is " + input);
        Path settings = Files.writeString(same, "{}");
        assertEquals(2, run(input, "--settings", settings.toString()));
        assertFails("--output must be another file than those that are read, but is " + settings);
    }

    @Test
    void saysThatRefusedRowsOfAFormerRunAreGone() throws IOException {
        Path rejected = Files.writeString(folder.resolve("out.rejected.csv"), "of a former run");
        assertEquals(0, run(file(TEN)));
        assertTrue(
                err.toString().contains("segment: no row is refused; " + rejected + " of a former run is gone"),
                err::toString);
        assertFalse(Files.exists(rejected));
    }

    private static final String TEAMS = """
            id,team,profit,engaged
            a,Ana,900,Yes
            b,Ana,900,no
            c,Ben,-50,TRUE
            d,Ben,-50,0
            e,,10,y
            f,Ana,1,
            """;

    @Test
    void yesAndNoAreReadInWordsAndAsNumbers() throws IOException {
        assertEquals(0, run(file(TEAMS), "--scheme", "engagement"), err::toString);
        assertEquals(List.of("A", "B", "C", "D", "A", "Unscored"), column(output(), "segment"));
        assertEquals(1, run(file(TEAMS.replace("Yes", "perhaps")), "--scheme", "engagement"));
        assertFails(
                folder.resolve("in.csv") + ":2: column 'engaged' must be yes or no, or a number, but was 'perhaps'");
        assertEquals(1, run(file(TEAMS.replace("TRUE", "2")), "--scheme", "engagement"));
        assertFails(folder.resolve("in.csv") + ":4: column 'engaged' must be yes or no, but was '2'");
    }

    @Test
    void whatARunLearntPlacesTheSameClientsTheSame() throws IOException {
        Path settings = Files.writeString(
                folder.resolve("settings.json"),
                "{\"criteria\": [{\"measure\": \"revenue\", \"grading\": \"terciles\"},"
                        + " {\"measure\": \"fees\", \"grading\": \"terciles\"}], \"tie_breakers\": [\"fees\"]}");
        Path learnt = folder.resolve("learnt.json");
        Path clients = file("id,revenue,fees\na,1,9\nb,2,7\nc,3,8\nd,4,1\n");
        assertEquals(
                0,
                run(clients, "--settings", settings.toString(), "--save-segmenter", learnt.toString()),
                err::toString);
        List<String> first = output();
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "run",
                "--segmenter",
                learnt.toString(),
                "--input",
                clients.toString(),
                "--id",
                "id",
                "--output",
                folder.resolve("out.csv").toString());
        assertEquals(0, code, err::toString);
        assertEquals(first, output());
    }

    @Test
    void aMeasureThatTheSettingsNameMustBeThere() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), "{\"tie_breakers\": [\"revenu\"]}");
        Path clients = file("id,revenue\na,1\n");
        assertEquals(2, run(clients, "--settings", settings.toString()));
        assertFails("the settings name the measure revenu, but " + clients
                + " has no column of that name; give one with" + " --map revenu=COLUMN; the columns are: id, revenue");
        Files.writeString(settings, "null");
        assertEquals(1, run(clients, "--settings", settings.toString()));
        assertFails(settings + ": must be a JSON object, but is null");
        Files.writeString(settings, "{\"segments\": [{\"name\": \"Unscored\"}]}");
        assertEquals(1, run(clients, "--settings", settings.toString()));
        assertFails(settings
                + ": setting segments[0].name is refused: the name of a segment must not be 'Unscored', as that"
                + " is the place of clients not judged");
        Files.writeString(settings, "{\"tiers\": {\"shares\": [\"1e999999999%\"]}}");
        assertEquals(1, run(clients, "--settings", settings.toString()));
        assertFails(settings + ": setting tiers.shares[0] is refused: share must be in (0, 1], but was '1e999999999%'");
    }

    @Test
    void aSchemeIsSetByAFile() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.json"), "{\"profitable\": {\"above\": 900}}");
        assertEquals(0, run(file(TEAMS), "--scheme", "engagement", "--settings", settings.toString()), err::toString);
        assertEquals(List.of("C", "D", "C", "D", "C", "Unscored"), column(output(), "segment"));
        Files.writeString(settings, "{\"profitable\": {\"above\": \"x\"}}");
        assertEquals(1, run(file(TEAMS), "--scheme", "engagement", "--settings", settings.toString()));
        assertFails(settings + ": setting profitable.above must be a number, but was 'x'");
        Files.writeString(settings, "{\n\"profitable\": }");
        assertEquals(1, run(file(TEAMS), "--scheme", "engagement", "--settings", settings.toString()));
        assertTrue(
                err.toString().startsWith("segment: " + settings + ":2:15: must be JSON, but is not: Unexpected"),
                err::toString);
        Path none = folder.resolve("none.json");
        assertEquals(2, run(file(TEAMS), "--scheme", "engagement", "--settings", none.toString()));
        assertFails("--settings must be a file, but there is none at " + none);
    }

    @Test
    void theClientsOfEachBookAreSegmentedOnTheirOwn() throws IOException {
        assertEquals(0, run(file(TEAMS), "--scheme", "engagement", "--by", "team"), err::toString);
        assertEquals("""
                segment   clients  asked  realised
                A               1           25.00%
                B               1           25.00%
                C               1           25.00%
                D               1           25.00%
                Unscored        2

                book  clients  A  B  C  D  Unscored
                Ana         3  1  1  0  0         1
                Ben         2  0  0  1  1         0
                """, out.toString().replace(System.lineSeparator(), "\n"));
        List<String> lines = output();
        assertEquals("e,,10,y,Unscored,,,,,team is unknown", lines.get(5));
        assertEquals(2, run(file(TEAMS), "--scheme", "engagement", "--by", "city"));
        assertFails("--by must name a column of " + folder.resolve("in.csv")
                + ", but was 'city'; the columns are: id, team, profit, engaged");
    }

    @Test
    void aBookThatIsRefusedIsSaid() throws IOException {
        String revenue = "id,team,revenue\na,Ana,80\nb,Ben,0\nc,Ana,20\n";
        assertEquals(0, run(file(revenue), "--scheme", "pareto", "--by", "team"));
        assertEquals(List.of("Vital few", "Unscored", "Useful many"), column(output(), "segment"));
        assertTrue(err.toString().startsWith("segment: book 'Ben': "), err::toString);
    }

    @Test
    void clientsWhoNeedAPersonAreCounted() throws IOException {
        String clients = "id,assets,needs,exception_reason\na,9,yes,\nb,8,no,\nc,7,no,Founder\nd,6,no,\ne,5,no,\n";
        assertEquals(0, run(file(clients), "--scheme", "abc"));
        assertEquals(List.of("Ideal", "Exception", "Exception", "Exception", "Exception"), column(output(), "segment"));
        assertTrue(
                err.toString()
                        .endsWith("segment: 3 clients: an exception needs a reason on record" + System.lineSeparator()),
                err::toString);
    }

    @Test
    void helpAndVersionAreSaid() {
        assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), "run", "--help"));
        assertTrue(out.toString().contains("--map"), out::toString);
        assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), "run", "--version"));
        assertTrue(out.toString().contains("segment 0."), out::toString);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.csv"), text);
    }

    /** Runs with what was given before, unless given again: the last one counts. */
    private int run(Path input, String... more) throws IOException {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Map<String, String> options = new TreeMap<>(Map.of(
                "--scheme",
                "four-s",
                "--input",
                input.toString(),
                "--id",
                "id",
                "--output",
                folder.resolve("out.csv").toString()));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        String[] words = Stream.concat(
                        Stream.of("run"),
                        options.entrySet().stream().flatMap(option -> Stream.of(option.getKey(), option.getValue())))
                .toArray(String[]::new);
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(path -> path.toString().endsWith(".part")), "nothing half-written is left");
        }
        return code;
    }

    private void assertFails(String... problems) {
        assertEquals(
                "segment: " + String.join(System.lineSeparator(), problems),
                err.toString().strip());
        assertEquals("", out.toString());
        err.getBuffer().setLength(0);
    }

    private List<String> output() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    private Map<String, String> segments() throws IOException {
        List<String> lines = output();
        List<String> ids = column(lines, "id");
        List<String> segments = column(lines, "segment");
        return IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, segments::get));
    }

    /** Gives a column of lines without quoted separators before it, but for a town. */
    private static List<String> column(List<String> lines, String name) {
        int column = List.of(lines.get(0).split(",", -1)).indexOf(name);
        return lines.stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1)[column])
                .toList();
    }
}
