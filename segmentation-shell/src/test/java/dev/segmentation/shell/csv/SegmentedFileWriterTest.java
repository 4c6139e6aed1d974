package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segmentation;
import dev.segmentation.schemes.fours.FourS;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentedFileWriterTest {

    private static final AddedColumns ALL = new AddedColumns("", false, true);

    /** Every cell comes out as it went in, and the oracle of the reading and quoting is the CSV library alone. */
    @Property(tries = 200)
    void allCellsAreWrittenAsTheyWere(
            @ForAll("cells") List<List<String>> cells, @ForAll boolean isQuoted, @ForAll boolean keepFormulas)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("first", "id", "revenue", "last"));
        for (int i = 0; i < cells.size(); i++) {
            rows.add(
                    List.of(cells.get(i).get(0), "c" + i, i + ".5", cells.get(i).get(1)));
        }
        StringWriter given = new StringWriter();
        try (CsvWriter out = CsvWriter.builder()
                .quoteStrategy(isQuoted ? QuoteStrategies.ALWAYS : QuoteStrategies.EMPTY)
                .build(given)) {
            rows.forEach(out::writeRecord);
        }
        List<List<String>> written = records(written(given.toString(), keepFormulas, ALL));
        assertEquals(rows.size(), written.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(
                    Formulas.written(rows.get(i), keepFormulas), written.get(i).subList(0, 4));
            assertEquals(10, written.get(i).size());
        }
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "", " ", "plain", "#1", "\"", "a\"b", "a,b", "two\nlines", "\r\n", "=1+1", "-5", "-a", "@x"),
                Arbitraries.of("\u00E9t\u00E9", "\u4E2D\u6587", "\uD83D\uDE00", "\tx", "'=1", "'", ";"),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12));
        return cell.list().ofSize(2).list().ofMinSize(1).ofMaxSize(20);
    }

    private static String written(String csv, boolean keepFormulas, AddedColumns added) throws IOException {
        Path path = Files.createTempFile("clients", ".csv");
        try {
            Files.writeString(path, csv, StandardCharsets.UTF_8);
            ClientFileReader.Clients clients = clients(path, keepFormulas);
            Segmentation result = FourS.scheme().segment(clients.book());
            StringWriter out = new StringWriter();
            SegmentedFileWriter.write(clients, result, added, assignment -> {}, out);
            return out.toString();
        } finally {
            Files.delete(path);
        }
    }

    private static ClientFileReader.Clients clients(Path path, boolean keepFormulas) throws IOException {
        ClientColumns columns =
                new ClientColumns("id", Map.of(Requirement.needs(Measure.REVENUE), "revenue"), Map.of());
        return ClientFileReader.readToWrite(ClientFile.open(path, ','), columns, true, keepFormulas);
    }

    private static List<List<String>> records(String csv) throws IOException {
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(csv)) {
            return records.stream().map(CsvRecord::getFields).toList();
        }
    }

    /** More rows than one thread takes at once come in their order, with the segments that the outcome tells. */
    @Test
    void manyRowsKeepTheirOrder() throws IOException {
        StringBuilder csv = new StringBuilder("id,revenue,note\n");
        int many = 30_000;
        String note = "n".repeat(90); // so that there are more pieces than threads work on ahead of each other
        IntStream.range(0, many)
                .forEach(i -> csv.append("c" + i + "," + i * 7_919L % many + "," + note + i % 3 + "\n"));
        List<List<String>> written = records(written(csv.toString(), false, ALL));
        assertEquals(many + 1, written.size());
        for (int i = 0; i < many; i++) {
            long rank = many - i * 7_919L % many;
            List<String> row = written.get(i + 1);
            assertEquals("c" + i, row.get(0));
            assertEquals(Long.toString(rank), row.get(6));
            assertEquals(
                    rank <= many / 10
                            ? "Platinum"
                            : rank <= many / 4 ? "Gold" : rank <= many / 2 ? "Silver" : "Standard",
                    row.get(3));
            assertEquals(100.0 * (many - rank + 1) / many, Double.parseDouble(row.get(7)), 5.1e-7);
        }
    }

    @Test
    void reasonsCanBeLeftOut() throws IOException {
        String csv = "id,revenue\na,1\nb,2\n";
        String without = written(csv, false, new AddedColumns("x_", false, false));
        assertEquals("""
                id,revenue,x_segment,x_segment_order,x_score,x_rank,x_percentile
                a,1,Standard,4,1.0,2,50.0
                b,2,Gold,2,3.0,1,100.0
                """, without);
    }

    @Test
    void percentilesHaveSixDecimalsAtMost() throws IOException {
        List<String> lines = written("id,revenue\na,1\nb,2\nc,3\n", false, new AddedColumns("", false, false))
                .lines()
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
        assertEquals(List.of("percentile", "33.333333", "66.666667", "100.0"), lines);
    }

    /** Rows that are refused are written to their own file, each with its line. */
    @Test
    void refusedRowsComeBehindTheirLines(@TempDir Path folder) throws IOException {
        Path given = Files.writeString(
                folder.resolve("in.csv"), "id,revenue\r\na,1\r\n\"b\n\",\"x, y\"\r\nc,2\r\na,3\r\nd\r\n");
        ClientFileReader.Clients clients = clients(given, false);
        assertEquals(3, clients.refused());
        Path output = folder.resolve("out.csv");
        SegmentedFileWriter.write(clients, FourS.scheme().segment(clients.book()), ALL, assignment -> {}, output);
        assertEquals(
                """
                rejected_line,rejected_reason,id,revenue
                3,"column 'revenue' must be a number such as 1234.5, but was 'x, y'","b|","x, y"
                6,"ids must differ, but 'a' is already on line 2",a,3
                7,"must have 2 fields like the header, but has 1",d
                """.replace("\n", "\r\n").replace('|', '\n'), Files.readString(folder.resolve("out.rejected.csv")));
        List<String> lines = Files.readAllLines(output);
        assertEquals(3, lines.size());
        assertTrue(lines.get(2).startsWith("c,2,"), lines.get(2));
    }

    /** In a file of decimal commas separated by commas, the new numbers are quoted. */
    @Test
    void numbersThatHoldTheSeparatorAreQuoted(@TempDir Path folder) throws IOException {
        Path given = Files.writeString(folder.resolve("de.csv"), "id,revenue\na,\"1,5\"\nb,\"2,5\"\nc,\"3,5\"\n");
        ClientFile file = ClientFile.open(given, ',').withNumbers(Numbers.of(java.util.Locale.GERMANY));
        ClientColumns columns =
                new ClientColumns("id", Map.of(Requirement.needs(Measure.REVENUE), "revenue"), Map.of());
        ClientFileReader.Clients clients = ClientFileReader.readToWrite(file, columns, false, false);
        StringWriter out = new StringWriter();
        SegmentedFileWriter.write(
                clients, FourS.scheme().segment(clients.book()), new AddedColumns("", false, false), seen -> {}, out);
        assertEquals(
                List.of("b", "2,5", "Silver", "3", "2,0", "2", "66,666667"),
                records(out.toString()).get(2));
    }

    /** Some readers take a line that begins so for a comment. */
    @Test
    void aLineThatWouldBeACommentIsQuoted() throws IOException {
        String csv = "\"#note\",id,revenue\n#1,a,1\n,b,2\n";
        List<String> lines =
                written(csv, false, new AddedColumns("", false, false)).lines().toList();
        assertTrue(lines.get(0).startsWith("\"#note\",id,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("\"#1\",a,"), lines.get(1));
        assertTrue(lines.get(2).startsWith(",b,2,"), lines.get(2));
    }
}
