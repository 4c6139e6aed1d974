package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Requirement;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the clients of a file into a book, and says of every row that is refused why. */
public final class ClientFileReader {

    static final int MOST_PROBLEMS_SHOWN = 10;

    private final ClientFile file;
    private final int idColumn;
    private final List<Requirement> requirements;
    private final int[] columns;
    private final int[] textColumns;
    private final boolean skipRefused;

    private final BookAppender book;
    private final Map<Integer, String> refusals = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final PointDoubt[] doubts;

    /** The line of each client of the book, to say where the first of two with one id is. */
    private long[] lines = new long[16];

    private int row;

    private ClientFileReader(ClientFile file, ClientColumns read, boolean skipRefused) {
        this.file = file;
        this.idColumn = file.columns().indexOf(read.id());
        this.requirements = List.copyOf(read.measures().keySet());
        this.columns = places(file, read.measures().values());
        this.textColumns = places(file, read.attributes().values());
        this.skipRefused = skipRefused;
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
        ClientFileReader reader = new ClientFileReader(file, columns, skipRefused);
        file.readClients(reader::take);
        return reader.clients();
    }

    private boolean take(CsvRecord record, long line) {
        List<String> refused = new ArrayList<>();
        double[] values = new double[columns.length];
        String id = "";
        if (record.getFieldCount() != file.columns().size()) {
            refused.add("must have " + file.columns().size() + " fields like the header, but has "
                    + record.getFieldCount());
        } else {
            id = Formulas.unguarded(record.getField(idColumn));
            checkId(id, refused);
            for (int m = 0; m < columns.length; m++) {
                values[m] = value(record, m, refused);
            }
        }
        if (refused.isEmpty()) {
            remember(line);
            book.add(id, values, texts(record));
        } else {
            refusals.put(row, String.join("; ", refused));
            if (problems.size() < MOST_PROBLEMS_SHOWN) {
                refused.forEach(problem -> problems.add(file.name() + ":" + line + ": " + problem));
            }
        }
        row++;
        return skipRefused || problems.size() < MOST_PROBLEMS_SHOWN;
    }

    /** Gives the texts of a row; an empty cell is unknown. */
    private List<@Nullable String> texts(CsvRecord record) {
        List<@Nullable String> texts = new ArrayList<>(textColumns.length);
        for (int column : textColumns) {
            String text = Formulas.unguarded(record.getField(column).strip());
            texts.add(text.isEmpty() ? null : text);
        }
        return texts;
    }

    private void checkId(String id, List<String> refused) {
        if (id.isBlank()) {
            refused.add("column '" + file.columns().get(idColumn) + "' must have an id, but is empty");
            return;
        }
        Optional<Integer> other = book.find(id);
        if (other.isPresent()) {
            refused.add("ids must differ, but '" + Shown.of(id) + "' is already on line " + lines[other.get()]);
        }
    }

    private double value(CsvRecord record, int m, List<String> refused) {
        String text = Formulas.unguarded(record.getField(columns[m]));
        Requirement requirement = requirements.get(m);
        Numbers numbers = file.numbers();
        OptionalDouble value = YesNo.isAsked(requirement) ? YesNo.parse(text, numbers) : numbers.parse(text);
        if (numbers.isAssumed() && value.isPresent()) {
            doubts[m].see(text);
        }
        Optional<String> refusal = value.isEmpty()
                ? Optional.of(
                        YesNo.isAsked(requirement)
                                ? "must be yes or no, or a number"
                                : "must be a number such as " + numbers.example())
                : requirement.refusal(value.getAsDouble());
        refusal.ifPresent(must -> refused.add(
                "column '" + file.columns().get(columns[m]) + "' " + must + ", but was '" + Shown.of(text) + "'"));
        return value.orElse(Double.NaN);
    }

    private void remember(long line) {
        if (book.size() == lines.length) {
            lines = Arrays.copyOf(lines, Math.addExact(lines.length, lines.length >> 1));
        }
        lines[book.size()] = line;
    }

    private Clients clients() {
        if (!skipRefused && !problems.isEmpty()) {
            throw new ClientFileException(String.join(System.lineSeparator(), firstProblems()));
        }
        if (book.size() == 0) {
            String what = refusals.isEmpty() ? "has none" : "all " + refusals.size() + " rows are refused";
            throw new ClientFileException(String.join(
                    System.lineSeparator(),
                    concat(file.name() + ": must have clients below the header, but " + what, firstProblems())));
        }
        checkPoints();
        return new Clients(file, idColumn, book.build(), Map.copyOf(refusals), firstProblems());
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

    /**
     * The clients of a file.
     *
     * @param file the file
     * @param idColumn the place of the column of the ids
     * @param book its clients, in its order
     * @param refusals why a row is refused, by its place below the header, from 0
     * @param problems the first few refusals with their lines, to be shown
     */
    public record Clients(
            ClientFile file, int idColumn, ClientBook book, Map<Integer, String> refusals, List<String> problems) {

        /** Refuses a row that is not that of the client: the file is read a second time, and may have changed. */
        void checkSame(CsvRecord record, int index) {
            boolean isSame = index < book.size()
                    && record.getFieldCount() == file.columns().size()
                    && Formulas.unguarded(record.getField(idColumn))
                            .equals(book.client(index).id());
            if (!isSame) {
                throw changed(file);
            }
        }

        static ClientFileException changed(ClientFile file) {
            return new ClientFileException(file.name() + ": must not change while it is read, but did; run again");
        }
    }
}
