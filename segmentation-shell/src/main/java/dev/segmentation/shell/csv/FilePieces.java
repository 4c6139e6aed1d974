package dev.segmentation.shell.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cuts a file into pieces of whole rows, so that several threads can read one each: behind a line end that is not in quotes.
 *
 * <p>A quote counts where a field begins, until the next one that is not followed by another, as CSV has it. Lines end with LF,
 * CRLF or CR.
 */
final class FilePieces implements AutoCloseable {

    /** Few enough bytes that they stay in a processor's cache, and enough that a piece is worth handing over. */
    private static final int PIECE = 1 << 18;

    /** No row may be longer; most likely, a quote is not closed. */
    private static final int MOST = 1 << 26;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int separator;
    private final int size;

    /** What was read behind the last piece. */
    private byte[] rest;

    private long line = 1;
    private boolean isBegun;

    private FilePieces(InputStream in, char separator, int size) throws IOException {
        this.in = in;
        this.separator = separator;
        this.size = size;
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        this.rest = Arrays.equals(start, BYTE_ORDER_MARK) ? new byte[0] : start;
    }

    /** Opens a file. */
    static FilePieces of(Path path, char separator) throws IOException {
        InputStream in = Files.newInputStream(path);
        try {
            return of(in, separator, PIECE);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    /** Takes a stream, to cut it after about so many bytes each time. */
    static FilePieces of(InputStream in, char separator, int size) throws IOException {
        return new FilePieces(in, separator, size);
    }

    /**
     * Fills a piece with the next rows, at least one.
     *
     * @return whether there were any
     */
    boolean next(Piece piece) throws IOException {
        boolean isMore = true;
        while (isMore) {
            isMore = fill(piece);
            if (!isBlank(piece.bytes, piece.length)) {
                isBegun = true;
                return true;
            }
        }
        return false;
    }

    /** Fills a piece, perhaps with empty lines alone, and says whether the end of the file was not yet seen. */
    private boolean fill(Piece piece) throws IOException {
        piece.begin(Math.max(size, rest.length), line, !isBegun);
        System.arraycopy(rest, 0, piece.bytes, 0, rest.length);
        int read = rest.length;
        int seen = 0;
        Cut cut = new Cut(separator, line);
        while (true) {
            read += in.readNBytes(piece.bytes, read, piece.bytes.length - read);
            cut.see(piece.bytes, seen, read);
            seen = read;
            boolean isEnd = read < piece.bytes.length;
            if (cut.end > 0 && !isEnd) {
                end(piece, cut.end, read, cut.lineAtEnd);
                return true;
            }
            if (isEnd || read >= MOST) {
                piece.isTooLong = !isEnd;
                piece.openQuote = cut.openQuote();
                end(piece, read, read, cut.line);
                return !isEnd;
            }
            piece.bytes = Arrays.copyOf(piece.bytes, 2 * piece.bytes.length);
        }
    }

    private void end(Piece piece, int end, int read, long lineAtEnd) {
        rest = Arrays.copyOfRange(piece.bytes, end, read);
        line = lineAtEnd;
        piece.length = end;
    }

    /** Says whether there is nothing but line ends. */
    private static boolean isBlank(byte[] bytes, int length) {
        int i = 0;
        while (i < length && (bytes[i] == '\n' || bytes[i] == '\r')) {
            i++;
        }
        return i == length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Some whole rows of a file, as bytes; filled anew for others. */
    static final class Piece {

        private byte[] bytes = new byte[0];
        private int length;
        private long line;
        private boolean isFirst;
        private boolean isTooLong;
        private long openQuote;

        private void begin(int capacity, long newLine, boolean isNewFirst) {
            if (bytes.length != capacity) { // also where a long row made it greater
                bytes = new byte[capacity];
            }
            isTooLong = false;
            line = newLine;
            isFirst = isNewFirst;
            openQuote = 0;
        }

        /** Gives what decodes the rows; it fails at bytes that are not UTF-8. */
        Reader reader() {
            return new InputStreamReader(
                    new ByteArrayInputStream(bytes, 0, length), StandardCharsets.UTF_8.newDecoder());
        }

        /** Gives the line of the file with which it begins, from 1. */
        long line() {
            return line;
        }

        /** Says whether its first row is the file's. */
        boolean isFirst() {
            return isFirst;
        }

        /** Says whether it is the beginning of a row that is longer than one may be. */
        boolean isTooLong() {
            return isTooLong;
        }

        /** Gives the line on which a quote begins that is not closed; 0 if there is none. */
        long openQuote() {
            return openQuote;
        }
    }

    /** The last place in a piece where a row ends, as far as it was seen. */
    private static final class Cut {

        private final int separator;

        /** The line that comes next. */
        private long line;

        private boolean isQuoted;
        private long lineOfQuote;

        /** Where the last quote closed, that may have been the first of a pair. */
        private int closed = -2;

        private int end;
        private long lineAtEnd;

        Cut(int separator, long line) {
            this.separator = separator;
            this.line = line;
        }

        void see(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                int b = bytes[i];
                if (b > '"' || b < '\n') {
                    continue;
                }
                if (b == '\n') {
                    line += i > 0 && bytes[i - 1] == '\r' ? 0 : 1;
                    endRow(i + 1);
                } else if (b == '\r') {
                    line++;
                    if (i + 1 < to && bytes[i + 1] != '\n') {
                        endRow(i + 1);
                    }
                } else if (b == '"') {
                    quote(bytes, i);
                }
            }
        }

        private void endRow(int at) {
            if (!isQuoted) {
                end = at;
                lineAtEnd = line;
            }
        }

        private void quote(byte[] bytes, int at) {
            if (isQuoted) {
                isQuoted = false;
                closed = at;
            } else if (at == closed + 1) {
                isQuoted = true;
            } else if (at == 0 || beginsField(bytes[at - 1])) {
                isQuoted = true;
                lineOfQuote = line;
            }
        }

        private boolean beginsField(byte before) {
            return before == separator || before == '\n' || before == '\r';
        }

        long openQuote() {
            return isQuoted ? lineOfQuote : 0;
        }
    }
}
