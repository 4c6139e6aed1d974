package dev.segmentation.shell.csv;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Requirement;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Reads the clients of a file into a book, and says of every row that is refused why. */
public final class ClientFileReader {

    static final int MOST_PROBLEMS_SHOWN = 10;

    private final ClientFile file;
    private final ReadColumns columns;
    private final boolean skipRefused;
    private final boolean keepRows;
    private final boolean keepFormulas;
    private final BookAppender book;
    private int refused;
    private final List<String> problems = new ArrayList<>();
    private final PointDoubt[] doubts;
    private final List<KeptRows.Block> kept = new ArrayList<>();
    private final RefusedRows keptRefused;
    private final WrittenCells cells;

    /** The line of each client of the book, to say where the first of two with one id is. */
    private final ClientLines lines = new ClientLines();

    private ClientFileReader(
            ClientFile file,
            ClientColumns read,
            TextChecks checks,
            boolean skipRefused,
            boolean keepRows,
            boolean keepFormulas) {
        this.file = file;
        this.columns = new ReadColumns(file, read, checks);
        this.skipRefused = skipRefused;
        this.keepRows = keepRows;
        this.keepFormulas = keepFormulas;
        this.keptRefused = new RefusedRows(file);
        this.cells = new WrittenCells(file, keepFormulas);
        this.doubts = new PointDoubt[columns.requirements().size()];
        Arrays.setAll(doubts, m -> new PointDoubt());
        this.book = Books.appender(
                columns.requirements().stream().map(Requirement::measure).toList(), columns.attributes());
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param columns which columns are read; each one of the file's
     * @param skipRefused whether to go on behind a row that is refused; otherwise the first ten end the reading
     * @return the clients and the refused rows
     * @throws ClientFileException if there is no client, a row is refused and none is to be skipped, or the points in a column
     *     may be thousands separators and no locale was told
     */
    public static Clients read(ClientFile file, ClientColumns columns, boolean skipRefused) {
        return read(file, columns, TextChecks.none(), skipRefused);
    }

    /**
     * Reads a file, and checks texts.
     *
     * @param file the file
     * @param columns which columns are read; each one of the file's
     * @param checks what texts must be
     * @param skipRefused whether to go on behind a row that is refused; otherwise the first ten end the reading
     * @return the clients and the refused rows
     * @throws ClientFileException as {@link #read(ClientFile, ClientColumns, boolean)} does
     */
    public static Clients read(ClientFile file, ClientColumns columns, TextChecks checks, boolean skipRefused) {
        return new ClientFileReader(file, columns, checks, skipRefused, false, false).read();
    }

    /**
     * Reads a file and keeps its rows, to be written again.
     *
     * @param file the file
     * @param columns which columns are read; each one of the file's
     * @param skipRefused whether to go on behind a row that is refused; otherwise the first ten end the reading
     * @param keepFormulas whether cells that a spreadsheet would run are written as they are
     * @return the clients and the refused rows
     * @throws ClientFileException as {@link #read(ClientFile, ClientColumns, boolean)} does
     */
    public static Clients readToWrite(
            ClientFile file, ClientColumns columns, boolean skipRefused, boolean keepFormulas) {
        return new ClientFileReader(file, columns, TextChecks.none(), skipRefused, true, keepFormulas).read();
    }

    private Clients read() {
        Queue<Filled> free = new ArrayDeque<>();
        try (FilePieces pieces = file.pieces()) {
            InTurn.run(
                    () -> {
                        Filled next = free.isEmpty() ? new Filled() : free.remove();
                        return pieces.next(next.piece) ? next::read : null;
                    },
                    filled -> {
                        free.add(filled);
                        return add(filled.rows);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clients();
    }

    /** A piece of the file, and its rows: filled again and again. */
    private final class Filled {

        private final FilePieces.Piece piece = new FilePieces.Piece();
        private final ClientRows rows = new ClientRows(columns, book.batch(), keepRows, keepFormulas);

        Filled read() {
            rows.read(piece, skipRefused ? Integer.MAX_VALUE : MOST_PROBLEMS_SHOWN);
            return this;
        }
    }

    /** Adds the clients of the next rows to the book, unless something is wrong; says whether to go on. */
    private boolean add(ClientRows rows) {
        BitSet refusedHere = new BitSet();
        int row = 0;
        int client = 0; // among those of the rows with which nothing is wrong
        while (row < rows.size() && isWanted()) {
            int good = rows.nextWrong(row) - row;
            int added = book.addWhileAbsent(rows.clients(), client, client + good) - client;
            for (int end = row + added; row < end; row++) {
                lines.add(rows.line(row));
            }
            client += added;
            if (added < good) {
                refusedHere.set(row);
                refuse(rows, row++, List.of(isTaken(rows.clients().id(client++))));
            } else if (row < rows.size()) {
                refusedHere.set(row);
                refuse(rows, row, wrong(rows, row));
                row++;
            }
        }
        if (isWanted()) {
            rows.end().ifPresent(cannotGoOn -> {
                throw cannotGoOn;
            });
        }
        rows.block().ifPresent(block -> kept.add(block.without(refusedHere)));
        for (int m = 0; m < doubts.length; m++) {
            doubts[m].see(rows.doubt(m));
        }
        return isWanted();
    }

    private boolean isWanted() {
        return skipRefused || problems.size() < MOST_PROBLEMS_SHOWN;
    }

    /** Gives what is wrong with a row, with what it alone cannot tell. */
    private List<String> wrong(ClientRows rows, int row) {
        Optional<String> id = rows.idOfWrong(row).filter(own -> book.find(own).isPresent());
        return id.isEmpty() ? rows.wrong(row) : concat(isTaken(id.get()), rows.wrong(row));
    }

    private String isTaken(String id) {
        return "ids must differ, but '" + Shown.of(id) + "' is already on line "
                + lines.of(book.find(id).orElseThrow());
    }

    private void refuse(ClientRows rows, int row, List<String> wrong) {
        refused++;
        if (problems.size() < MOST_PROBLEMS_SHOWN) {
            wrong.forEach(problem -> problems.add(file.name() + ":" + rows.line(row) + ": " + problem));
        }
        rows.block().ifPresent(block -> keptRefused.add(rows.line(row), wrong, block, row));
    }

    private Clients clients() {
        if (!skipRefused && !problems.isEmpty()) {
            throw new ClientFileException(String.join(System.lineSeparator(), firstProblems()));
        }
        if (book.size() == 0) {
            String what = refused == 0 ? "has none" : "all " + refused + " rows are refused";
            throw new ClientFileException(String.join(
                    System.lineSeparator(),
                    concat(file.name() + ": must have clients below the header, but " + what, firstProblems())));
        }
        checkPoints();
        return new Clients(file, book.build(), refused, firstProblems(), cells, List.copyOf(kept), keptRefused);
    }

    /** Refuses a column whose numbers may be a thousand times as great as they seem. */
    private void checkPoints() {
        for (int m = 0; m < doubts.length; m++) {
            if (doubts[m].remains()) {
                throw new ClientFileException(file.name() + ": column '" + Shown.of(columns.name(columns.measure(m)))
                        + "' must not leave open what its points mean, but each number with a point has three digits"
                        + " behind it, as 1.234 has, which may be thousands; tell the locale: en if the point is the"
                        + " decimal one, de if it is not");
            }
        }
    }

    /** Gives the first few, and says where there are more. */
    private List<String> firstProblems() {
        if (problems.size() < MOST_PROBLEMS_SHOWN) {
            return List.copyOf(problems);
        }
        return concat(
                problems.subList(0, MOST_PROBLEMS_SHOWN),
                "and perhaps more: these are the first " + MOST_PROBLEMS_SHOWN);
    }

    private static List<String> concat(List<String> first, String last) {
        List<String> all = new ArrayList<>(first);
        all.add(last);
        return all;
    }

    private static List<String> concat(String first, List<String> others) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    /** The clients of a file. */
    public static final class Clients {

        private final ClientFile file;
        private final ClientBook book;
        private final int refused;
        private final List<String> problems;
        private final WrittenCells cells;
        private final List<KeptRows.Block> rows;
        private final RefusedRows refusedRows;

        private Clients(
                ClientFile file,
                ClientBook book,
                int refused,
                List<String> problems,
                WrittenCells cells,
                List<KeptRows.Block> rows,
                RefusedRows refusedRows) {
            this.file = file;
            this.book = book;
            this.refused = refused;
            this.problems = List.copyOf(problems);
            this.cells = cells;
            this.rows = rows;
            this.refusedRows = refusedRows;
        }

        /**
         * Gives the file they were read from.
         *
         * @return the file
         */
        public ClientFile file() {
            return file;
        }

        /**
         * Gives the clients.
         *
         * @return the clients, in the order of the file
         */
        public ClientBook book() {
            return book;
        }

        /**
         * Gives how many rows were refused.
         *
         * @return 0 or more
         */
        public int refused() {
            return refused;
        }

        /**
         * Gives the first few refusals with their lines, to be shown.
         *
         * @return the sentences
         */
        public List<String> problems() {
            return problems;
        }

        /** Gives what makes further cells of the rows. */
        WrittenCells cells() {
            return cells;
        }

        /** Gives the rows of the clients, if they were kept. */
        List<KeptRows.Block> rows() {
            return rows;
        }

        /** Gives the refused rows, if they were kept. */
        RefusedRows refusedRows() {
            return refusedRows;
        }
    }
}
