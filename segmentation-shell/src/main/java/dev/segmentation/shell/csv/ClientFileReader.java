package dev.segmentation.shell.csv;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Requirement;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the clients of a file into a book, and says of every row that is refused why. */
public final class ClientFileReader {

    static final int MOST_PROBLEMS_SHOWN = 10;

    private final ClientFile file;
    private final int idColumn;
    private final List<Requirement> requirements;
    private final int[] columns;
    private final boolean[] isAnswer;
    private final int[] textColumns;
    private final List<Function<String, Optional<String>>> textChecks;
    private final boolean skipRefused;
    private final @Nullable KeptRows kept;
    private final @Nullable KeptRows keptRefused;
    private final boolean keepFormulas;

    private final BookAppender book;
    private int refused;
    private final List<String> problems = new ArrayList<>();
    private final PointDoubt[] doubts;

    /** The line of each client of the book, to say where the first of two with one id is. */
    private final ClientLines lines = new ClientLines();

    /** Of the row that is being read. */
    private final double[] values;

    private final List<String> wrong = new ArrayList<>();

    private ClientFileReader(
            ClientFile file,
            ClientColumns read,
            TextChecks checks,
            boolean skipRefused,
            boolean keepRows,
            boolean keepFormulas) {
        this.file = file;
        this.idColumn = file.columns().indexOf(read.id());
        this.requirements = List.copyOf(read.measures().keySet());
        this.columns = places(file, read.measures().values());
        this.textColumns = places(file, read.attributes().values());
        this.textChecks = read.attributes().keySet().stream().map(checks::of).toList();
        this.isAnswer = new boolean[columns.length];
        for (int m = 0; m < columns.length; m++) {
            isAnswer[m] = YesNo.isAsked(requirements.get(m));
        }
        this.values = new double[columns.length];
        this.skipRefused = skipRefused;
        this.kept = keepRows ? new KeptRows(file, keepFormulas) : null;
        this.keptRefused = keepRows ? new KeptRows(file, keepFormulas) : null;
        this.keepFormulas = keepFormulas;
        this.doubts = new PointDoubt[columns.length];
        Arrays.setAll(doubts, m -> new PointDoubt());
        this.book = Books.appender(
                requirements.stream().map(Requirement::measure).toList(),
                List.copyOf(read.attributes().keySet()));
    }

    private static int[] places(ClientFile file, Collection<String> columns) {
        return columns.stream().mapToInt(file.columns()::indexOf).toArray();
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
        file.readClients(this::take);
        return clients();
    }

    private boolean take(FileRow row) {
        wrong.clear();
        if (row.fields() != file.columns().size()) {
            wrong.add("must have " + file.columns().size() + " fields like the header, but has " + row.fields());
        } else {
            add(row);
        }
        if (!wrong.isEmpty()) {
            refuse(row);
        } else if (kept != null) {
            kept.add(row);
        }
        return skipRefused || problems.size() < MOST_PROBLEMS_SHOWN;
    }

    /** Adds the client of a row to the book, unless something is wrong. */
    private void add(FileRow row) {
        String id = row.text(idColumn);
        if (id.isBlank()) {
            wrong.add("column '" + file.columns().get(idColumn) + "' must have an id, but is empty");
        }
        for (int m = 0; m < columns.length; m++) {
            values[m] = value(row, m);
        }
        List<@Nullable String> texts = texts(row);
        Optional<Integer> other = wrong.isEmpty() ? book.addIfAbsent(id, values, texts) : book.find(id);
        if (other.isPresent()) {
            wrong.add(0, "ids must differ, but '" + Shown.of(id) + "' is already on line " + lines.of(other.get()));
        } else if (wrong.isEmpty()) {
            lines.add(row.line());
        }
    }

    private void refuse(FileRow row) {
        refused++;
        if (problems.size() < MOST_PROBLEMS_SHOWN) {
            wrong.forEach(problem -> problems.add(file.name() + ":" + row.line() + ": " + problem));
        }
        if (keptRefused != null) {
            List<String> cells = new ArrayList<>(List.of(Long.toString(row.line()), String.join("; ", wrong)));
            cells.addAll(row.cells());
            keptRefused.add(cells);
        }
    }

    /** Gives the texts of a row; an empty cell is unknown. */
    private List<@Nullable String> texts(FileRow row) {
        if (textColumns.length == 0) {
            return List.of();
        }
        List<@Nullable String> texts = new ArrayList<>(textColumns.length);
        for (int t = 0; t < textColumns.length; t++) {
            String text = Formulas.unguarded(row.cell(textColumns[t]).strip());
            texts.add(text.isEmpty() ? null : text);
            Optional<String> refusal =
                    text.isEmpty() ? Optional.empty() : textChecks.get(t).apply(text);
            if (refusal.isPresent()) {
                wrong.add(refused(textColumns[t], refusal.get(), text));
            }
        }
        return texts;
    }

    private double value(FileRow row, int m) {
        Numbers numbers = file.numbers();
        int from = row.start(columns[m]);
        int to = row.end(columns[m]);
        double plain = numbers.plain(row.chars(), from, to);
        if (Double.isNaN(plain) || !requirements.get(m).accepts(plain)) {
            return value(row.text(columns[m]), m);
        }
        if (numbers.isAssumed()) {
            doubts[m].seePlain(row.chars(), from, to);
        }
        return plain;
    }

    private double value(String text, int m) {
        Requirement requirement = requirements.get(m);
        Numbers numbers = file.numbers();
        OptionalDouble value = isAnswer[m] ? YesNo.parse(text, numbers) : numbers.parse(text);
        if (numbers.isAssumed() && value.isPresent()) {
            doubts[m].see(text);
        }
        Optional<String> refusal = value.isEmpty()
                ? Optional.of(
                        isAnswer[m]
                                ? "must be yes or no, or a number"
                                : "must be a number such as " + numbers.example())
                : YesNo.refusal(requirement, value.getAsDouble());
        refusal.ifPresent(must -> wrong.add(refused(columns[m], must, text)));
        return value.orElse(Double.NaN);
    }

    private String refused(int column, String must, String text) {
        return "column '" + file.columns().get(column) + "' " + must + ", but was '" + Shown.of(text) + "'";
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
        return new Clients(
                file,
                book.build(),
                refused,
                firstProblems(),
                keepFormulas,
                kept == null ? List.of() : kept.blocks(),
                keptRefused == null ? List.of() : keptRefused.blocks());
    }

    /** Refuses a column whose numbers may be a thousand times as great as they seem. */
    private void checkPoints() {
        for (int m = 0; m < columns.length; m++) {
            if (doubts[m].remains()) {
                throw new ClientFileException(
                        file.name() + ": column '" + Shown.of(file.columns().get(columns[m]))
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
        private final boolean keepFormulas;
        private final List<KeptRows.Block> rows;
        private final List<KeptRows.Block> refusedRows;

        private Clients(
                ClientFile file,
                ClientBook book,
                int refused,
                List<String> problems,
                boolean keepFormulas,
                List<KeptRows.Block> rows,
                List<KeptRows.Block> refusedRows) {
            this.file = file;
            this.book = book;
            this.refused = refused;
            this.problems = List.copyOf(problems);
            this.keepFormulas = keepFormulas;
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
            return new WrittenCells(file, keepFormulas);
        }

        /** Gives the rows of the clients, if they were kept. */
        List<KeptRows.Block> rows() {
            return rows;
        }

        /** Gives the refused rows, each behind its line and why it was refused, if they were kept. */
        List<KeptRows.Block> refusedRows() {
            return refusedRows;
        }
    }
}
