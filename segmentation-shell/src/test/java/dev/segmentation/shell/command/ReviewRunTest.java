package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years of ten clients by the command line: c1 has 100 to c10 with 1000, and in the second year c1 has 950. */
class ReviewRunTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void firstYear() throws IOException {
        Files.writeString(file("2025.csv"), clients(100));
        Files.writeString(file("2026.csv"), clients(950));
        assertEquals(0, run("2025.csv", "last.csv", "--as-of", "2025-11-22"), err::toString);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private static String clients(int first) {
        StringBuilder csv = new StringBuilder("id,revenue\nc1," + first + "\n");
        for (int i = 2; i <= 10; i++) {
            csv.append("c").append(i).append(',').append(i).append("00\n");
        }
        return csv.toString();
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private int run(String input, String output, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--scheme",
                "four-s",
                "--id",
                "id",
                "--input",
                file(input).toString(),
                "--output",
                file(output).toString()));
        words.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(new String[0]));
    }

    private int review(String... more) {
        List<String> words = new ArrayList<>(
                List.of("--as-of", "2026-11-22", "--previous", file("last.csv").toString()));
        words.addAll(List.of(more));
        return run("2026.csv", "now.csv", words.toArray(new String[0]));
    }

    /** Segments that went back to where the clients come from stand in the next export, so that the new ones need a prefix. */
    @Test
    void lastTimeMayHaveNoPrefixWhereThisTimeHasOne() throws IOException {
        Files.writeString(
                file("2026.csv"),
                clients(950)
                        .replace("revenue\n", "revenue,segment\n")
                        .replace("00\n", "00,x\n")
                        .replace("950\n", "950,x\n"));
        assertEquals(0, review("--prefix", "new_"), err::toString);
        List<String> lines = Files.readAllLines(file("now.csv"));
        assertTrue(lines.get(0).startsWith("id,revenue,segment,new_segment,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("c1,950,x,Gold,2,"), lines.get(1));
        assertTrue(lines.get(1).contains(",Standard,2026-11-22,rule,"), lines.get(1));
    }

    @Test
    void tellsWhoMovedAndWhy() throws IOException {
        assertEquals(0, review(), err::toString);
        List<String> lines = Files.readAllLines(file("now.csv"));
        assertTrue(
                lines.get(0).endsWith("reasons,previous_segment,segment_since,decided_by,move_reason"), lines.get(0));
        // c1 rises from the last place to the second: Platinum is one client, Gold the next two.
        assertTrue(lines.get(1).endsWith(",Standard,2026-11-22,rule,own data +2"), lines.get(1));
        assertTrue(lines.get(10).endsWith(",Platinum,2025-11-22,rule,"), lines.get(10));
        String text = out.toString().replace(System.lineSeparator(), "\n");
        assertTrue(text.contains("""
                from \\ to  Platinum  Gold  Silver  Standard  Unscored  left
                Platinum          1     .       .         .         .     .
                Gold              .     1       1         .         .     .
                Silver            .     .       1         1         .     .
                Standard          .     1       .         4         .     .
                Unscored          .     .       .         .         .     .
                joined            .     .       .         .         .
                """), text);
        assertTrue(text.contains("own data"), text);
        assertTrue(text.contains("revenue"), text);
    }

    @Test
    void overridesAndControlsDecide() throws IOException {
        Files.writeString(file("ledger.csv"), """
                client,segment,author,reason,from,until
                c2,Platinum,Ana,family,2026-01-01,
                c3,Gold,Ana,promised,2025-01-01,2026-01-01
                """);
        Files.writeString(file("review.json"), "{\"one_step\": true}");
        assertEquals(
                0,
                review(
                        "--overrides",
                        file("ledger.csv").toString(),
                        "--review",
                        file("review.json").toString()),
                err::toString);
        List<String> lines = Files.readAllLines(file("now.csv"));
        assertTrue(lines.get(1).startsWith("c1,950,Silver,"), lines.get(1));
        assertTrue(lines.get(1).endsWith(",Standard,2026-11-22,hold,\"own data +2, hold -1\""), lines.get(1));
        assertTrue(lines.get(2).startsWith("c2,200,Platinum,"), lines.get(2));
        assertTrue(
                err.toString().contains("segment: override of c2 to Platinum: the rule says Standard"), err::toString);
        assertTrue(err.toString().contains("segment: override of c3 to Gold ended on 2026-01-01"), err::toString);
        assertTrue(err.toString().contains("1 held by step"), err::toString);
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertEquals(
                2, run("2026.csv", "now.csv", "--previous", file("last.csv").toString()));
        assertSaid(
                "--previous, --previous-settings, --rename, --overrides and --review need the day of the review by --as-of");
        assertEquals(2, run("2026.csv", "now.csv", "--rename", "Gold=Silver"));
        assertSaid(
                "--previous, --previous-settings, --rename, --overrides and --review need the day of the review by --as-of");
        assertEquals(2, run("2026.csv", "now.csv", "--hour-cost", "100"));
        assertSaid("--hour-cost tells what a review costs and brings; it needs --as-of");
        assertEquals(2, review("--save-segmenter", file("learnt.json").toString()));
        assertSaid("--save-segmenter keeps what was learnt from one book; it cannot be used with --as-of");
        assertEquals(
                1,
                run(
                        "2026.csv",
                        "now.csv",
                        "--as-of",
                        "2024-01-01",
                        "--previous",
                        file("last.csv").toString()));
        assertSaid(file("last.csv") + ": last time must not be after the day of the review, 2024-01-01, but was on"
                + " 2025-11-22");
        assertEquals(2, run("2026.csv", "now.csv", "--as-of", "22.11.2026"));
        assertTrue(err.toString().contains("it must be a day such as 2026-11-22, but was '22.11.2026'"), err::toString);
        err.getBuffer().setLength(0);
        assertEquals(2, review("--by", "id"));
        assertSaid("--by cannot be used with --as-of yet; review each book in a file of its own");
        Files.writeString(file("review.json"), "{\"one_steps\": true}");
        assertEquals(1, review("--review", file("review.json").toString()));
        assertSaid(
                file("review.json") + ": setting one_steps is not known; known are: enter_band, leave_band, one_step,"
                        + " transitions, minimum_months, most_moves");
        Files.writeString(file("ledger.csv"), "client,segment,author,reason,from,until\nc2,Gold,Ana,,2026-01-01,\n");
        assertEquals(1, review("--overrides", file("ledger.csv").toString()));
        assertSaid(file("ledger.csv") + ":2: an override must say its reason, but that of client 'c2' has none");
        Files.writeString(file("ledger.csv"), "client,segment,author,reason,from,until\nc2,Gold,Ana,x,1.1.2026,\n");
        assertEquals(1, review("--overrides", file("ledger.csv").toString()));
        assertSaid(file("ledger.csv") + ":2: column 'from' must be a day such as 2026-11-22, but was '1.1.2026'");
        Files.writeString(file("last.csv"), Files.readString(file("last.csv")).replace("Platinum", "Diamond"));
        assertEquals(1, review());
        assertSaid("the review of " + file("2026.csv")
                + ": last time must have the segments of scheme four-s, [Platinum, Gold, Silver,"
                + " Standard], but has 'Diamond'; if that is another name of one of them, say which");
        assertEquals(0, review("--rename", "Diamond=Platinum"), err::toString);
    }

    @Test
    void whatIsReadIsNotOverwritten() throws IOException {
        String last = Files.readString(file("last.csv"));
        assertEquals(
                2,
                run(
                        "2026.csv",
                        "last.csv",
                        "--as-of",
                        "2026-11-22",
                        "--previous",
                        file("last.csv").toString()));
        assertSaid("--output must be another file than those that are read, but is " + file("last.csv"));
        assertEquals(last, Files.readString(file("last.csv")));
    }

    @Test
    void aLastTimeWithoutDaysLeavesThemEmpty() throws IOException {
        assertEquals(0, run("2025.csv", "last.csv"), err::toString);
        assertEquals(0, review(), err::toString);
        assertTrue(Files.readAllLines(file("now.csv")).get(10).endsWith(",Platinum,,rule,"));
    }

    private void assertSaid(String problem) {
        assertTrue(err.toString().strip().endsWith("segment: " + problem), err::toString);
        err.getBuffer().setLength(0);
    }

    @Test
    void outputsCanBeCompared() {
        assertEquals(0, review(), err::toString);
        out.getBuffer().setLength(0);
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "compare",
                file("last.csv").toString(),
                file("now.csv").toString(),
                "--id",
                "id");
        assertEquals(0, code, err::toString);
        assertTrue(out.toString().contains("c1: Standard to Gold"), out::toString);
    }

    @Test
    void theSettingsAndLedgerOfTheDocumentationAreUnderstood() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "review.md"));
        Files.writeString(file("review.json"), block(page, "json"));
        Files.writeString(
                file("ledger.csv"), block(page, "csv").replace("C-0004", "c2").replace("C-0009", "c3"));
        assertEquals(
                0,
                review(
                        "--overrides",
                        file("ledger.csv").toString(),
                        "--review",
                        file("review.json").toString()),
                err::toString);
    }

    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(block.find(), "there must be a block of " + language);
        return block.group(1);
    }
}
