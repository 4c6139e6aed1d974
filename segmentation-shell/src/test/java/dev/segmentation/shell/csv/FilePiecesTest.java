package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FilePiecesTest {

    /** The oracle is the CSV library: what it reads of the whole, or until it refuses, it reads of the pieces. */
    @Property(tries = 3_000)
    void thePiecesHaveTheRowsOfTheWhole(
            @ForAll("texts") String commas,
            @ForAll @IntRange(min = 3, max = 12) int size,
            @ForAll("separators") char separator)
            throws IOException {
        String text = commas.replace(',', separator);
        List<String> whole = new ArrayList<>();
        boolean isRefused = !readRows(new StringReader(text), separator, 1, whole);
        List<String> rows = new ArrayList<>();
        boolean isRefusedInPieces = false;
        try (FilePieces pieces = pieces(text, separator, size)) {
            FilePieces.Piece piece = new FilePieces.Piece();
            while (!isRefusedInPieces && pieces.next(piece)) {
                assertEquals(rows.isEmpty(), piece.isFirst());
                isRefusedInPieces = !readRows(piece.reader(), separator, piece.line(), rows);
            }
        }
        assertEquals(whole, rows);
        assertEquals(isRefused, isRefusedInPieces);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> cell = Arbitraries.of(
                "a", "", "b\"", "\"c\"", "\"d,\ne\"", "\"f\"\"\n\"", "\"\"", "\"\"\"\"", "\u4E2D", "\"\r\n\"");
        Arbitrary<String> any = Arbitraries.oneOf(cell, Arbitraries.of("\"g", "\"h\"i", "\"j\" "));
        return Arbitraries.oneOf(
                cells(cell),
                cells(any),
                Arbitraries.strings().withChars(",\"\n\ra;").ofMaxLength(20));
    }

    private static Arbitrary<String> cells(Arbitrary<String> cell) {
        Arbitrary<String> between = Arbitraries.of(",", ",", "\n", "\r\n", "\r", "\n\n", "\r\r\n");
        return cell.list()
                .ofMaxSize(12)
                .flatMap(cells -> between.list().ofSize(cells.size()).map(ends -> joined(cells, ends)));
    }

    private static String joined(List<String> cells, List<String> ends) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            text.append(cells.get(i)).append(ends.get(i));
        }
        return text.toString();
    }

    /** Adds the rows with their lines, and says whether none was refused. */
    private static boolean readRows(Reader reader, char separator, long firstLine, List<String> rows)
            throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader)) {
            for (CsvRecord row : records) {
                rows.add(firstLine - 1 + row.getStartingLineNumber() + ": " + row.getFields());
            }
            return true;
        } catch (CsvParseException refused) {
            return false;
        }
    }

    private static FilePieces pieces(String text, char separator, int size) throws IOException {
        return FilePieces.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), separator, size);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstRow() throws IOException {
        FilePieces.Piece piece = new FilePieces.Piece();
        try (FilePieces pieces = pieces("\uFEFFid\na\n", ',', 100)) {
            assertTrue(pieces.next(piece));
            List<String> rows = new ArrayList<>();
            assertTrue(readRows(piece.reader(), ',', piece.line(), rows));
            assertEquals(List.of("1: [id]", "2: [a]"), rows);
            assertFalse(pieces.next(piece));
        }
    }

    @Test
    void anEmptyFileHasNoPiece() throws IOException {
        for (String empty : new String[] {"", "\uFEFF", "\n", "\r\n\r\n"}) {
            try (FilePieces pieces = pieces(empty, ',', 3)) {
                assertFalse(pieces.next(new FilePieces.Piece()));
            }
        }
    }

    @Test
    void theLineOfAQuoteThatIsNotClosedIsKnown() throws IOException {
        FilePieces.Piece piece = new FilePieces.Piece();
        try (FilePieces pieces = pieces("id,note\na,\"x\ny\"\nb,\"z\n\n", ',', 100)) {
            assertTrue(pieces.next(piece));
            assertEquals(4, piece.openQuote());
        }
        try (FilePieces pieces = pieces("id,note\na,\"x\ny\"\n", ',', 100)) {
            assertTrue(pieces.next(piece));
            assertEquals(0, piece.openQuote());
        }
    }
}
