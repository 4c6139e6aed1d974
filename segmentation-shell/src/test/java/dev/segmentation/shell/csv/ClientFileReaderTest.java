package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.schemes.fours.FourS;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of so many pieces that each thread reads several: all is as if one had read it from the first row to the last. */
class ClientFileReaderTest {

    private static final int ROWS = 40_000;

    /** Makes more pieces than threads read ahead of each other. */
    private static final String LONG = "a note of some length, ".repeat(4).replace(",", "");

    @TempDir
    private Path folder;

    private Path path;
    private final List<String> clients = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** Some rows are wrong in one way or another, some go over two lines, and here and there is an empty line. */
    @BeforeEach
    void writeFile() throws IOException {
        path = folder.resolve("clients.csv");
        StringBuilder text = new StringBuilder("id,revenue,note\n");
        int[] lineOf = new int[ROWS];
        int line = 2;
        for (int i = 0; i < ROWS; i++) {
            lineOf[i] = line;
            String note = i % 300 == 7 ? "\"two\n lines\"" : LONG + i % 3;
            String row = "c" + i + "," + i + "," + note;
            String wrong = null;
            int other = i / 2 - 1;
            if (i % 1000 == 999) {
                row = "c" + other + "," + i + "," + note;
                wrong = "ids must differ, but 'c" + other + "' is already on line " + lineOf[other];
            } else if (i % 1000 == 500) {
                row = "c" + i + ",x," + note;
                wrong = "column 'revenue' must be a number such as 1234.5, but was 'x'";
            } else if (i % 1000 == 200) {
                row = "c" + i + ",1";
                wrong = "must have 3 fields like the header, but has 2";
            }
            text.append(row).append(i % 250 == 3 ? "\n\n" : "\n");
            if (wrong == null) {
                clients.add("c" + i + " " + (double) i + " " + note.replace("\"", ""));
            } else {
                rejected.add(line + "," + (wrong.contains(",") ? "\"" + wrong + "\"" : wrong) + "," + row);
                problems.add(path + ":" + line + ": " + wrong);
            }
            line += (i % 300 == 7 ? 2 : 1) + (i % 250 == 3 ? 1 : 0);
        }
        Files.writeString(path, text);
    }

    private ClientFileReader.Clients read(boolean skipRefused) throws IOException {
        ClientColumns columns =
                new ClientColumns("id", Map.of(Requirement.needs(Measure.REVENUE), "revenue"), Map.of("note", "note"));
        return ClientFileReader.readToWrite(ClientFile.open(path, null), columns, skipRefused, false);
    }

    @Test
    void theClientsAreThoseOfTheRowsInTheirOrder() throws IOException {
        ClientFileReader.Clients read = read(true);
        List<String> seen = new ArrayList<>();
        for (Client client : read.book()) {
            seen.add(client.id() + " " + client.measure(Measure.REVENUE) + " "
                    + client.attribute("note").orElseThrow());
        }
        assertEquals(clients, seen);
        assertEquals(rejected.size(), read.refused());
    }

    @Test
    void refusedRowsAreWrittenInTheirOrderAndOthersWithTheirSegments() throws IOException {
        ClientFileReader.Clients read = read(true);
        Path output = folder.resolve("out.csv");
        SegmentedFileWriter.write(
                read,
                FourS.scheme().segment(read.book()),
                new AddedColumns("", false, false),
                assignment -> {},
                output);
        rejected.add(0, "rejected_line,rejected_reason,id,revenue,note");
        assertEquals(String.join("\n", rejected) + "\n", Files.readString(SegmentedFileWriter.rejectedBeside(output)));
        List<String> written = new ArrayList<>();
        ClientFile.open(output, null).readClients(row -> {
            written.add(row.cell(0) + " " + Double.valueOf(row.cell(1)) + " " + row.cell(2));
            assertEquals(8, row.fields());
            return true;
        });
        assertEquals(clients, written);
    }

    @Test
    void theFirstTenProblemsEndTheReading() {
        ClientFileException refused = assertThrows(ClientFileException.class, () -> read(false));
        String told = String.valueOf(refused.getMessage());
        assertTrue(told.startsWith(String.join(System.lineSeparator(), problems.subList(0, 10))), told);
    }

    @Test
    void lineEndsAndAByteOrderMarkChangeNothing() throws IOException {
        Files.writeString(path, "\uFEFF" + Files.readString(path).replace("\n", "\r\n"));
        List<String> seen = new ArrayList<>();
        for (Client client : read(true).book()) {
            seen.add(client.id() + " " + client.measure(Measure.REVENUE) + " "
                    + client.attribute("note").orElseThrow().replace("\r\n", "\n"));
        }
        assertEquals(clients, seen);
    }

    private void assertRefused(String message) {
        assertEquals(
                path + message,
                assertThrows(ClientFileException.class, () -> read(true)).getMessage());
    }

    private long writeWith(String last) throws IOException {
        String text = Files.readString(path);
        Files.writeString(path, text + last);
        return text.lines().count();
    }

    @Test
    void whatIsNoCsvIsToldWithItsLineHoweverFarBehind() throws IOException {
        long lines = writeWith("x,1,\"y\"z\nu,1,\"v\n");
        assertRefused(
                ":" + (lines + 1)
                        + ": cannot be read as CSV: Unexpected character after closing quote: 'z' (0x7a); a quote within quotes must stand twice");
    }

    @Test
    void aQuoteThatIsNotClosedIsToldWithItsLineHoweverFarBehind() throws IOException {
        long lines = writeWith("x,1,y\nu,1,\"v\nw,2,\n");
        assertRefused(":" + (lines + 2) + ": cannot be read as CSV: a quote begins here that is not closed");
    }

    @Test
    void whatIsNotUtf8IsToldWithItsLineHoweverFarBehind() throws IOException {
        long lines = writeWith("x,1,y\n");
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 2] = (byte) 0xFF;
        Files.write(path, bytes);
        assertRefused(":" + (lines + 1) + ": the file must be UTF-8, but this line is not; save it as UTF-8");
    }

    @Test
    void problemsBeforeWhatIsNoCsvDoNotHideIt() throws IOException {
        Files.writeString(path, "id,revenue,note\na,x,n\nb,1,\"y\"z\n");
        String message =
                ":3: cannot be read as CSV: Unexpected character after closing quote: 'z' (0x7a); a quote within quotes must stand twice";
        assertRefused(message);
        assertEquals(
                path + message,
                assertThrows(ClientFileException.class, () -> read(false)).getMessage());
    }

    @Test
    void aFieldThatIsTooLongIsToldWithItsLine() throws IOException {
        long lines = writeWith("x,1,\"y\n\ny\"\nz,1," + "z".repeat(1 << 24) + "z\n");
        assertRefused(":" + (lines + 4)
                + ": cannot be read as CSV: a field must have 16,777,216 characters at most, but one here has more");
    }
}
