package dev.segmentation.shell.analyst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst types, typed into a real JShell. */
class JShellTest {

    private static final Path STARTUP = Path.of("..", "bin", "segment-shell.jsh");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"normal", "concise"})
    void anAfternoon(String feedback) throws IOException, InterruptedException {
        Path saved = folder.resolve("tiers.csv");
        Path wide = Files.writeString(folder.resolve("wide.csv"), "id,名前,revenue\na,金子みすゞ,5\nb,Anna,7\n");
        List<String> typed = List.of(
                "var book = read(\"../examples/clients.csv\")",
                "var now = segment(book, \"four-s\")",
                "book",
                "now",
                "show(now)",
                "show(now.explain(\"C-0042\"))",
                "show(describe(book))",
                "describe(book)",
                "in(now, \"Platinum\")",
                "show(in(now, \"Platinum\"))",
                "pareto(book, REVENUE)",
                "show(pareto(book, REVENUE))",
                "rank(book, HOURS)",
                "show(rank(book, HOURS))",
                "niches(now, \"Platinum\", \"Gold\")",
                "show(niches(now))",
                "class Tenure implements SegmentationScheme {",
                "  public String id() { return \"acme.tenure\"; }",
                "  public List<Segment> segments() { return List.of(Segment.of(\"Old\", 1), Segment.of(\"New\", 2)); }",
                "  public List<Requirement> requirements() { return List.of(Requirement.needs(of(\"client_since\"))); }",
                "  public Segmenter fit(Book b) {",
                "    var by = Ordering.by(of(\"client_since\"));",
                "    return Segmenter.ranked(id(), segments(), by, b.cutoffs(by, 0.5));",
                "  }",
                "}",
                "segment(book, new Tenure())",
                "Rule rule = c -> c.measure(REVENUE) > 5000 ? \"Large\" : \"Small\"",
                "var ruled = segment(book, List.of(\"Large\", \"Small\"), rule)",
                "ruled",
                "show(ruled)",
                "compare(ruled, now)",
                "show(compare(ruled, now))",
                "save(now, \"" + saved.toString().replace('\\', '/') + "\")",
                "show(read(\"" + wide.toString().replace('\\', '/') + "\"))",
                "read(\"" + wide.toString().replace('\\', '/') + "\", Locale.GERMANY)",
                "/exit");
        String transcript = jshell(feedback, typed);
        assertFalse(transcript.contains("|  Error"), transcript);
        assertFalse(transcript.contains("|  Exception"), transcript);
        for (String expected : List.of(
                "var now = segment(book, \"four-s\")", // the greeting
                "ids in 'client_id'",
                "book ==> Book[250 clients, client_since, assets, revenue, and 12 more]",
                "now ==> Segmentation[four-s, 250 clients, 4 segments]",
                "Platinum       24  10.00%    10.08%  221,767.75      18.75%        2.4000",
                "because  Silver is 0.4 of score and 60 clients above",
                "==> BookDescription[250 clients, 15 measures, 4 attributes]",
                "==> SegmentClients[Platinum, 24 clients]",
                "==> ParetoCurve[revenue, 250 clients, Gini 0.39]",
                "==> MeasureRanking[hours, 250 clients]",
                "==> Niches[0 found, 16 tried]",
                "==> Segmentation[acme.tenure, 250 clients, 2 segments]",
                "ruled ==> Segmentation[analyst.rule, 250 clients, 2 segments]",
                "==> Comparison[250 moved, 0 joined, 0 left]",
                "名前      2        0          2  Anna 1, 金子みすゞ 1",
                "==> Book[2 clients, revenue]")) {
            assertTrue(transcript.contains(expected), () -> "there must be '" + expected + "' in:\n" + transcript);
        }
        List<String> tooLong = transcript
                .lines()
                .map(line -> line.replaceAll("^(jshell>|\\.\\.\\.>| )*", ""))
                .map(line -> withoutEcho(line, typed))
                .filter(line -> line.length() > 80)
                .toList();
        assertEquals(List.of(), tooLong);
        assertEquals(251, Files.readAllLines(saved).size());
    }

    /** Newer JDKs print what is typed, even where it comes from a file, and the answer directly behind it. */
    private static String withoutEcho(String line, List<String> typed) {
        return typed.stream()
                .map(String::strip)
                .filter(line::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(echo -> line.substring(echo.length()))
                .orElse(line);
    }

    private String jshell(String feedback, List<String> typed) throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("typed.txt"), typed);
        Path output = folder.resolve("transcript.txt");
        Process jshell = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-Dfile.encoding=UTF-8",
                        "-R-Dfile.encoding=UTF-8",
                        "-R-XX:TieredStopAtLevel=1",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        "--feedback",
                        feedback,
                        "--startup",
                        STARTUP.toString())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(jshell.waitFor(3, TimeUnit.MINUTES), "JShell must end");
        } finally {
            jshell.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
