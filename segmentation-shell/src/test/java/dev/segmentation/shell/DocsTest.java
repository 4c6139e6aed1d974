package dev.segmentation.shell;

import static dev.segmentation.api.Measure.ASSETS;
import static dev.segmentation.api.Measure.ATTITUDE;
import static dev.segmentation.api.Measure.CROSS_SELL;
import static dev.segmentation.api.Measure.HOURS;
import static dev.segmentation.api.Measure.INFLUENCE;
import static dev.segmentation.api.Measure.REFERRALS;
import static dev.segmentation.api.Measure.REVENUE;
import static dev.segmentation.api.Measure.VALUES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Requirement;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.TopShares;
import dev.segmentation.core.scoring.Criterion;
import dev.segmentation.core.scoring.Grading;
import dev.segmentation.core.scoring.Line;
import dev.segmentation.core.scoring.Missing;
import dev.segmentation.schemes.abc.Abc;
import dev.segmentation.schemes.buckets.Buckets;
import dev.segmentation.schemes.engagement.Engagement;
import dev.segmentation.schemes.engagement.Profit;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.json.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the pages of docs to what the schemes do: their settings as JSON, and their tables by hand. */
class DocsTest {

    private static final Pattern JSON = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void abc() throws IOException {
        assertTable("abc", Schemes.load().get("abc"));
        Abc scheme = Abc.scheme()
                .withRequirement(ASSETS, Line.atLeast(500_000))
                .withRequirement(REVENUE, Line.atLeast(5_000))
                .withWanted(VALUES, Line.atLeast(2))
                .withHorizonYears(3);
        assertSettings(scheme, set("abc", 0, 1));
    }

    @Test
    void engagement() throws IOException {
        assertTable("engagement", set("engagement", 0, 2));
        Engagement scheme = Engagement.scheme()
                .withProfit(Profit.computed(Map.of(HOURS, 150.0)))
                .withProfitable(Line.aboveMedian())
                .withEngaged(
                        List.of(
                                Criterion.of(ATTITUDE, Grading.given(1, 3)),
                                Criterion.of(INFLUENCE, Grading.given(1, 3)).withMissing(Missing.LEAVE_OUT)),
                        2);
        assertSettings(scheme, set("engagement", 1, 2));
    }

    @Test
    void buckets() throws IOException {
        SegmentationScheme set = set("buckets", 0, 1);
        assertTable("buckets", set);
        Buckets scheme = Buckets.scheme()
                .withCriteria(List.of(
                        Criterion.of(REVENUE, Grading.sharesOfTotal(0.80)),
                        Criterion.of(HOURS, Grading.thresholds(10))))
                .withQualities(List.of(CROSS_SELL, REFERRALS));
        assertSettings(scheme, set);
    }

    @Test
    void fourS() throws IOException {
        assertTable("four-s", Schemes.load().get("four-s"));
        FourS scheme = FourS.scheme()
                .withCriteria(List.of(
                        Criterion.of(REVENUE, Grading.thresholds(2_000, 10_000)).withWeight(0.6),
                        Criterion.of(ATTITUDE, Grading.given(1, 3))
                                .withWeight(0.4)
                                .withMissing(Missing.NEUTRAL)))
                .withTiers(
                        TopShares.of(0.05, 0.25),
                        List.of(Segment.of("Top", 1), Segment.of("Core", 2), Segment.of("Rest", 3)));
        assertSettings(scheme, set("four-s", 0, 1));
    }

    @Test
    void settings() throws IOException {
        FourS scheme = FourS.scheme()
                .withCriteria(List.of(
                        Criterion.of(REVENUE, Grading.thresholds(2_000, 10_000)).withWeight(0.5),
                        Criterion.of(HOURS, Grading.thresholds(12, 6))
                                .withWeight(0.25)
                                .withMissing(Missing.NEUTRAL),
                        Criterion.of(INFLUENCE, Grading.given(1, 3)).withWeight(0.25)));
        assertSettings(scheme, set("four-s", "settings", 0, 1));
    }

    @Test
    void pareto() throws IOException {
        assertTable("pareto", Schemes.load().get("pareto"));
        Pareto scheme = Pareto.scheme()
                .withMeasure(ASSETS)
                .withTiers(
                        TopShares.of(0.50, 0.80, 0.95).withRounding(Rounding.CEILING),
                        List.of(Segment.of("AA", 1), Segment.of("A", 2), Segment.of("B", 3), Segment.of("C", 4)));
        assertSettings(scheme, set("pareto", 0, 1));
    }

    private static void assertSettings(SegmentationScheme inJava, SegmentationScheme asJson) {
        assertEquals(SettingsFile.write(inJava.settings()), SettingsFile.write(asJson.settings()));
        assertEquals(inJava.segments(), asJson.segments());
    }

    /** Sets a scheme by one of the JSON blocks of its page. */
    private SegmentationScheme set(String scheme, int block, int ofBlocks) throws IOException {
        return set(scheme, scheme, block, ofBlocks);
    }

    private SegmentationScheme set(String scheme, String page, int block, int ofBlocks) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = JSON.matcher(page(page));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertEquals(ofBlocks, blocks.size());
        Path file = Files.writeString(folder.resolve(scheme + block + ".json"), blocks.get(block));
        return Schemes.load().get(scheme).withSettings(SettingsFile.read(file));
    }

    /** Segments the clients of the table of a page, and compares with its last column, up to a colon. */
    private void assertTable(String page, SegmentationScheme scheme) throws IOException {
        List<List<String>> table = page(page)
                .lines()
                .dropWhile(line -> !line.startsWith("| client |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(DocsTest::cells)
                .toList();
        List<String> header = table.get(0);
        List<List<String>> rows = table.subList(2, table.size()); // below the line under the header
        assertEquals("segment", header.get(header.size() - 1));
        assertTrue(rows.size() >= 10, "there are " + rows.size() + " rows");
        Segmentation result = segment(scheme, header, rows);
        for (int i = 0; i < rows.size(); i++) {
            String told = rows.get(i).get(header.size() - 1).replaceAll(":.*", "");
            assertEquals(told, result.segment(i).name(), "client " + rows.get(i).get(0));
        }
    }

    private Segmentation segment(SegmentationScheme scheme, List<String> header, List<List<String>> rows)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", header));
        rows.forEach(row -> lines.add("\"" + String.join("\",\"", row) + "\""));
        ClientFile file = ClientFile.open(Files.write(folder.resolve(scheme.id() + ".csv"), lines), ',');
        Map<Requirement, String> measures = new LinkedHashMap<>();
        scheme.requirements().stream()
                .filter(requirement -> header.contains(requirement.measure().name()))
                .forEach(requirement ->
                        measures.put(requirement, requirement.measure().name()));
        Map<String, String> texts = new LinkedHashMap<>();
        scheme.attributes().stream().filter(header::contains).forEach(name -> texts.put(name, name));
        return scheme.segment(ClientFileReader.read(file, new ClientColumns("client", measures, texts), false)
                .book());
    }

    private static List<String> cells(String line) {
        String[] parts = line.split("\\|", -1);
        return IntStream.range(1, parts.length - 1)
                .mapToObj(i -> parts[i].strip())
                .toList();
    }

    private static String page(String scheme) throws IOException {
        return Files.readString(Path.of("..", "docs", scheme + ".md"));
    }
}
