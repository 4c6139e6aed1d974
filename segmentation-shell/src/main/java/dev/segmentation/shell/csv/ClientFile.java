package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of clients: one header line, then one line a client.
 *
 * <p>The file is UTF-8, with or without a byte order mark; lines end with LF or CRLF; fields may be quoted and then hold
 * separators and line ends; one has 16,777,216 characters at most. It is read as a stream, as often as asked.
 */
public final class ClientFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String NOT_CLOSED = "a quote begins here that is not closed";

    /** What the library says of the line, which it counts from the beginning of a piece. */
    private static final Pattern LINE_OF_PIECE = Pattern.compile(" \\(record starting at line (\\d+)\\)$");

    /** A header that is longer has a quote that is not closed, or is none. */
    private static final int MOST_HEADER_CHARACTERS = 1 << 20;

    private final Path path;
    private final String name;
    private final char separator;
    private final boolean crlf;
    private final Numbers numbers;
    private final List<String> header;
    private final List<String> columns;

    private ClientFile(Path path, String name, char separator, boolean crlf) throws IOException {
        this.path = path;
        this.name = name;
        this.separator = separator;
        this.crlf = crlf;
        this.numbers = Numbers.assumed();
        List<String> first = readHeader();
        if (first.isEmpty()) {
            throw new ClientFileException(name + ": must have a header line, but is empty");
        }
        List<String> names = first.stream().map(Formulas::unguarded).toList();
        for (int c = 0; c < names.size(); c++) {
            int other = names.indexOf(names.get(c));
            if (other < c) {
                throw new ClientFileException(name + ":1: column names must differ, but columns " + (other + 1)
                        + " and " + (c + 1) + " are both called '" + Shown.of(names.get(c)) + "'");
            }
        }
        this.header = List.copyOf(first);
        this.columns = names;
    }

    private List<String> readHeader() throws IOException {
        List<String> cells = new ArrayList<>();
        try (FilePieces pieces = pieces()) {
            FilePieces.Piece piece = new FilePieces.Piece();
            if (pieces.next(piece)) {
                read(piece, row -> {
                    cells.addAll(row.cells());
                    return false;
                });
            }
        }
        return cells;
    }

    private ClientFile(ClientFile file, Numbers numbers) {
        this.path = file.path;
        this.name = file.name;
        this.separator = file.separator;
        this.crlf = file.crlf;
        this.numbers = numbers;
        this.header = file.header;
        this.columns = file.columns;
    }

    /**
     * Opens a file and reads its header.
     *
     * @param path the file
     * @param separator what separates the fields; {@code null} to guess among comma, semicolon and tab by the header
     * @return the file
     * @throws ClientFileException if it is empty, not UTF-8, or two columns have one name
     * @throws IOException if it cannot be read
     */
    public static ClientFile open(Path path, @Nullable Character separator) throws IOException {
        return open(path, path.toString(), separator);
    }

    /**
     * Opens a file that people know by another name than its path, such as one that was spooled.
     *
     * @param path the file
     * @param name what it is called in messages
     * @param separator what separates the fields; {@code null} to guess among comma, semicolon and tab by the header
     * @return the file
     * @throws ClientFileException if it is empty, not UTF-8, or two columns have one name
     * @throws IOException if it cannot be read
     */
    public static ClientFile open(Path path, String name, @Nullable Character separator) throws IOException {
        String header = headerLine(path, name);
        char fields = separator != null ? separator : guessSeparator(header);
        return new ClientFile(path, name, fields, header.endsWith("\r"));
    }

    /** Gives the first line that is not empty, up to its LF outside of quotes; of a file of one line, all it holds. */
    private static String headerLine(Path path, String name) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean isQuoted = false;
        try (Reader reader = reader(path)) {
            for (int c = reader.read(); c >= 0 && line.length() < MOST_HEADER_CHARACTERS; c = reader.read()) {
                isQuoted ^= c == '"';
                if (c == '\n' && !isQuoted) {
                    if (!line.toString().isBlank()) {
                        break;
                    }
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(path, name, e);
        }
        return line.toString();
    }

    /** Gives the one that stands most often outside of quotes; the comma where none does. */
    private static char guessSeparator(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            boolean quoted = false;
            long count = 0;
            for (int i = 0; i < header.length(); i++) {
                char c = header.charAt(i);
                quoted ^= c == '"';
                if (c == candidate && !quoted) {
                    count++;
                }
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /**
     * Gives where the file is.
     *
     * @return the path
     */
    public Path path() {
        return path;
    }

    /**
     * Gives what it is called in messages.
     *
     * @return the path, unless it was opened under another name
     */
    public String name() {
        return name;
    }

    /**
     * Gives the names of the columns, without an apostrophe that keeps a spreadsheet from running one.
     *
     * @return at least one
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Gives the same file with numbers of another form.
     *
     * @param newNumbers how its numbers stand
     * @return another view of the file
     */
    public ClientFile withNumbers(Numbers newNumbers) {
        return new ClientFile(this, newNumbers);
    }

    /**
     * Gives how its numbers stand.
     *
     * @return the form; with a decimal point unless another was told
     */
    public Numbers numbers() {
        return numbers;
    }

    /**
     * Gives what separates the fields.
     *
     * @return a comma, a semicolon or a tab
     */
    public char separator() {
        return separator;
    }

    /** Gives the cells of the header as they stand in the file. */
    List<String> header() {
        return header;
    }

    String lineEnd() {
        return crlf ? "\r\n" : "\n";
    }

    /** Cuts the file into pieces. */
    FilePieces pieces() throws IOException {
        return FilePieces.of(path, separator);
    }

    /** Takes the rows below the header, until the consumer says not to go on. */
    void readClients(Predicate<FileRow> consumer) {
        try (FilePieces pieces = pieces()) {
            FilePieces.Piece piece = new FilePieces.Piece();
            boolean isWanted = true;
            while (isWanted && pieces.next(piece)) {
                isWanted = readClients(piece, consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the rows of a piece that are below the header, until the consumer says not to go on; gives whether it never did. */
    boolean readClients(FilePieces.Piece piece, Predicate<FileRow> consumer) {
        boolean[] isHeader = {piece.isFirst()};
        return read(piece, row -> {
            if (isHeader[0]) {
                isHeader[0] = false;
                return true;
            }
            return consumer.test(row);
        });
    }

    /** Gives what writes rows in the form of this file. */
    CsvWriter writer(Writer out) {
        return CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(crlf ? LineDelimiter.CRLF : LineDelimiter.LF)
                .build(out);
    }

    /** Takes the rows of a piece, until the consumer says not to go on; gives whether it never did. */
    private boolean read(FilePieces.Piece piece, Predicate<FileRow> consumer) {
        if (piece.isTooLong()) {
            throw new ClientFileException(name + ":" + (piece.openQuote() > 0 ? piece.openQuote() : piece.line())
                    + ": cannot be read as CSV: "
                    + (piece.openQuote() > 0 ? NOT_CLOSED : "a row of more than 64 MiB begins here"));
        }
        long line = Math.max(1, piece.line() - 1);
        try (CsvReader<FileRow> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // widths are compared with the header's by the caller
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(new FileRow(separator, piece.line()), piece.reader())) {
            for (FileRow row : rows) {
                line = row.line();
                if (!consumer.test(row)) {
                    return false;
                }
            }
            return true;
        } catch (CsvParseException e) {
            throw new ClientFileException(notCsv(piece, line, String.valueOf(rootMessage(e))));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException notUtf8) {
                throw notUtf8(path, name, notUtf8);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what the library does not take as CSV, with the line of the file, of which it knows only that of the piece. */
    private String notCsv(FilePieces.Piece piece, long lineBefore, String why) {
        boolean isField = why.startsWith("The maximum buffer size");
        // Another row may be wrong before the one whose quote is not closed.
        if (piece.openQuote() > 0 && (isField || why.startsWith("Unclosed"))) {
            return name + ":" + piece.openQuote() + ": cannot be read as CSV: " + NOT_CLOSED;
        }
        Matcher lineOfPiece = LINE_OF_PIECE.matcher(why);
        String where = lineOfPiece.find()
                ? name + ":" + (piece.line() - 1 + Long.parseLong(lineOfPiece.group(1))) + ": cannot be read as CSV: "
                : name + ": cannot be read as CSV after line " + lineBefore + ": ";
        if (isField) {
            return where + "a field must have 16,777,216 characters at most, but one here has more";
        }
        String hint = why.startsWith("Unexpected") ? "; a quote within quotes must stand twice" : "";
        return where + lineOfPiece.replaceFirst("") + hint;
    }

    private static @Nullable String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    /** Gives a reader that fails at bytes that are not UTF-8, behind the byte order mark. */
    private static Reader reader(Path path) throws IOException {
        Reader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Finds the line: a reader decodes far ahead of the record it gives. */
    private static ClientFileException notUtf8(Path path, String name, CharacterCodingException cause) {
        long line = 1;
        try (var bytes = new BufferedInputStream(Files.newInputStream(path))) {
            var text = new ByteArrayOutputStream();
            for (int b = bytes.read(); ; b = bytes.read()) {
                if (b == '\n' || b < 0) {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.toByteArray()));
                    if (b < 0) {
                        break;
                    }
                    line++;
                    text.reset();
                } else {
                    text.write(b);
                }
            }
        } catch (CharacterCodingException here) {
            return new ClientFileException(
                    name + ":" + line + ": the file must be UTF-8, but this line is not; save it as UTF-8");
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return new ClientFileException(name + ": the file must be UTF-8, but is not; save it as UTF-8");
    }
}
